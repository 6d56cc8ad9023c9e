/** What stands at and beside a coded cell: chips with the codes' names, and lines where whole paragraphs are coded. */
import type { Code } from '../../../core/model/code';
import { colourNumber } from '../../components/code-colours';

export interface MarkWords {
  language: string;
  /** What a chip is called: the code's name, and the coder's where that is somebody else. */
  chip: (code: Code, coder: string | null) => string;
}

/** Lines beside a cell; the chips name all. */
const mostLines = 3;

/** Keys reach what a chip opens by a command (codes.here), so that chips are no stops on the way through the cells. */
function chip(code: Code, foreign: string | null, words: MarkWords): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.tabIndex = -1;
  element.className = foreign === null ? 'code-chip' : 'code-chip foreign';
  element.dataset.code = code.id;
  element.dataset.c = String(colourNumber(code.colour));
  element.setAttribute('aria-label', words.chip(code, foreign));
  element.title = words.chip(code, foreign);
  const swatch = document.createElement('span');
  swatch.className = 'code-swatch';
  swatch.dataset.c = element.dataset.c;
  const name = document.createElement('bdi');
  name.append(code.name);
  element.append(swatch, name);
  return element;
}

/** `foreign`: the coder, where nobody but somebody else gave the code. */
export function cellFoot(chips: readonly { code: Code; foreign: string | null }[], words: MarkWords): HTMLElement {
  const line = document.createElement('div');
  line.className = 'code-chips';
  line.lang = words.language;
  line.append(...chips.map(({ code, foreign }) => chip(code, foreign, words)));
  return line;
}

export function cellLane(codes: readonly Code[]): HTMLElement {
  const lane = document.createElement('div');
  lane.className = 'code-lane';
  for (const code of codes.slice(0, mostLines)) {
    const line = document.createElement('span');
    line.dataset.c = String(colourNumber(code.colour));
    lane.append(line);
  }
  return lane;
}
