/**
 * The few marks that people put into plain text: `# heading`, rules, emphasis, `<https://…>`, `[words](address)`, `> quotation`.
 * Read only where they are clearly meant, so that an asterisk in a text stays what it is.
 */

const rule = /^[ \t]{0,8}(?:[-–—*_=~•·#⸻][ \t]{0,4}){3,200}$/u;

/** A line of nothing but dashes, asterisks and the like. */
export function isRule(line: string): boolean {
  return line.length <= 1000 && rule.test(line);
}

export interface MarkedLine {
  kind: 'heading' | 'quotation' | 'list-item' | 'paragraph';
  level?: number;
  text: string;
}

/** Takes the block mark off a line's start. List marks need `lists`, since a dialogue's dash opens a paragraph in French. */
export function readLineMark(line: string): MarkedLine {
  const heading = /^\s{0,3}(#{1,6})[ \t]{1,8}(?=\S)/.exec(line);
  if (heading)
    return { kind: 'heading', level: heading[1]?.length ?? 1, text: line.slice(heading[0].length).replace(/[ \t]#{1,6}$/, '') };
  const quotation = /^\s{0,3}>[ \t]{0,4}(?=[^\s>])/.exec(line);
  if (quotation) return { kind: 'quotation', text: line.slice(quotation[0].length) };
  const item = /^\s{0,8}(?:[*•‣▪◦]|\d{1,3}[.)])[ \t]{1,8}(?=\S)/.exec(line);
  if (item && !/^\s{0,8}\*[^*]{1,2000}\*\s{0,8}$/.test(line)) return { kind: 'list-item', text: line };
  return { kind: 'paragraph', text: line };
}

const openers = new Set(['*', '**', '***', '_', '__', '___']);

/** Drops emphasis marks that pair up within the text, and unwraps links; one pass, linear. */
export function stripInlineMarks(text: string): string {
  return dropEmphasis(unwrapLinks(text));
}

function unwrapLinks(text: string): string {
  return text
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/gi, '$1')
    .replace(/!?\[([^\][]{1,1000})\]\((?:https?:\/\/|mailto:|\/)[^\s()]{0,2000}\)/gi, '$1');
}

interface Run {
  at: number;
  length: number;
  mark: string;
  opens: boolean;
  closes: boolean;
}

/** A run of marks opens before a word's first sign and closes after its last; `snake_case` and `5 * 3` are neither. */
function dropEmphasis(text: string): string {
  const runs: Run[] = [];
  for (const match of text.matchAll(/\*{1,3}|_{1,3}/g)) {
    const at = match.index;
    const before = text[at - 1] ?? ' ';
    const after = text[at + match[0].length] ?? ' ';
    const wordBefore = /[\p{L}\p{N}]/u.test(before);
    const wordAfter = /[\p{L}\p{N}]/u.test(after);
    runs.push({
      at,
      length: match[0].length,
      mark: match[0],
      opens: !/[\s*_]/.test(after) && !(wordBefore && wordAfter),
      closes: !/[\s*_]/.test(before) && !(wordBefore && wordAfter),
    });
  }
  const dropped: Run[] = [];
  const open = new Map<string, Run>();
  for (const run of runs) {
    const partner = open.get(run.mark);
    if (run.closes && partner) {
      dropped.push(partner, run);
      open.delete(run.mark);
    } else if (run.opens && openers.has(run.mark)) open.set(run.mark, run);
  }
  dropped.sort((a, b) => a.at - b.at);
  let result = '';
  let from = 0;
  for (const run of dropped) {
    result += text.slice(from, run.at);
    from = run.at + run.length;
  }
  return result + text.slice(from);
}
