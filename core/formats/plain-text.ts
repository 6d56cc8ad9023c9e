/**
 * Plain text to blocks. News texts come in three habits: a blank line between paragraphs, one line a paragraph, and lines
 * wrapped by hand at some 70 columns; the file's own line lengths tell which. Light marks are read where they clearly stand.
 */
import { success } from '../model/result';
import type { Block } from '../model/text';
import type { ImportedParts, TextImporter } from './importer';
import { isRule, readLineMark, stripInlineMarks } from './light-marks';
import { foldWhiteSpace, linesOf } from './white-space';

export const plainTextImporter: TextImporter = {
  kind: 'text',
  format: 'txt',
  extensions: ['txt', 'text', 'log', ''],
  recognises: () => false,
  read: (text) => success(readPlainText(text)),
};

export function readPlainText(text: string): ImportedParts {
  const groups = groupLines(linesOf(text));
  const paragraphs = isHardWrapped(groups) ? groups.flatMap(unwrap) : groups.flat();
  const blocks = paragraphs.map(toBlock).filter((block): block is Block => block !== null);
  const title = takeTitle(blocks);
  return { title, outlet: null, date: null, lang: null, warnings: [], blocks };
}

/** Runs of lines between blank ones. A rule or a marked heading stands alone, as it would in Markdown. */
function groupLines(lines: string[]): string[][] {
  const groups: string[][] = [];
  let group: string[] = [];
  const flush = (): void => {
    if (group.length) groups.push(group);
    group = [];
  };
  for (const line of lines) {
    if (!foldWhiteSpace(line)) flush();
    else if (isRule(line) || readLineMark(line).kind === 'heading') {
      flush();
      groups.push([line]);
    } else group.push(line);
  }
  flush();
  return groups;
}

/** Widest line that a hand or a mail program would wrap at, and the narrowest. */
const widest = 100;
const narrowest = 40;

/** True where no line is longer than a printed one, and those that others follow mostly fill it. */
function isHardWrapped(groups: string[][]): boolean {
  const lengths = groups
    .flat()
    .filter((line) => !isRule(line))
    .map((line) => line.trimEnd().length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (longest > widest || longest < narrowest) return false;
  const inner = groups.flatMap((group) => group.slice(0, -1)).map((line) => line.trimEnd());
  if (inner.length < 2) return false;
  const full = inner.filter((line) => line.length >= longest * 0.72).length;
  const broken = inner.filter((line) => !endsSentence(line)).length;
  return full >= inner.length * 0.6 && broken >= inner.length * 0.5;
}

const endsSentence = (line: string): boolean => /[.!?…؟۔:;؛»”"')\]]$/.test(line.trimEnd());

/** Joins a group's lines; a short line that ends a sentence, an indent or a list mark begins a new paragraph. */
function unwrap(group: string[]): string[] {
  const longest = group.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
  const paragraphs: string[] = [];
  let current: string[] = [];
  for (const [index, line] of group.entries()) {
    const before = group[index - 1];
    const ended = before !== undefined && endsSentence(before) && before.trimEnd().length < longest * 0.72;
    const indented = before !== undefined && /^(?: {2,8}|\t)\S/.test(line) && !/^\s/.test(before);
    const marked = readLineMark(line).kind !== 'paragraph';
    if (current.length && (ended || indented || marked)) {
      paragraphs.push(current.join(' '));
      current = [];
    }
    current.push(line);
  }
  if (current.length) paragraphs.push(current.join(' '));
  return paragraphs;
}

function toBlock(line: string): Block | null {
  if (isRule(line)) return { kind: 'paragraph', text: foldWhiteSpace(line), boilerplate: true };
  const marked = readLineMark(line);
  const text = foldWhiteSpace(stripInlineMarks(marked.text));
  if (!text) return null;
  return marked.kind === 'heading' ? { kind: 'heading', level: marked.level ?? 1, text } : { kind: marked.kind, text };
}

const longestTitle = 200;

/** The first block is the title where it is marked so, or is one short line that ends like no sentence. */
function takeTitle(blocks: Block[]): string | null {
  const at = blocks.findIndex((block) => !block.boilerplate);
  const first = blocks[at];
  if (!first) return null;
  if (first.kind === 'heading') return first.text;
  const next = blocks.slice(at + 1).find((block) => !block.boilerplate);
  if (!next || first.kind !== 'paragraph' || first.text.length > longestTitle || /[.!?…؟۔:;؛،,]["'”»)]?$/.test(first.text))
    return null;
  blocks[at] = { ...first, kind: 'heading', level: 1 };
  return first.text;
}
