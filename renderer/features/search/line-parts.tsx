/** A line's three parts with the query's other words marked in them. Control characters and line ends become blanks: one line is one line. */
import { Fragment, type ReactNode } from 'react';
import type { SearchLine } from '../../../core/contract/search';
import { withBidiMarks } from '../../components/BidiText';

/** Same length, so that offsets keep their meaning. */
export const onOneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');

type Shown = Pick<SearchLine, 'pre' | 'match' | 'post' | 'others'>;

/** Text with stretches marked; `from`: the offset of its beginning in what the stretches count from. */
export function marked(text: string, from: number, others: Shown['others']): ReactNode {
  const pieces: ReactNode[] = [];
  const plain = (start: number, end: number) => <Fragment key={`${start}`}>{withBidiMarks(text.slice(start, end))}</Fragment>;
  let at = 0;
  for (const [a, b] of others) {
    const start = a - from;
    const end = b - from;
    if (start < at || end > text.length) continue;
    pieces.push(plain(at, start));
    pieces.push(
      <mark className="other" key={`other ${start}`}>
        {withBidiMarks(text.slice(start, end))}
      </mark>,
    );
    at = end;
  }
  return [...pieces, plain(at, text.length)];
}

export function preOf(line: Shown): ReactNode {
  return marked(onOneLine(line.pre).trimStart(), line.pre.length - line.pre.trimStart().length, line.others);
}
export function postOf(line: Shown): ReactNode {
  return marked(onOneLine(line.post).trimEnd(), line.pre.length + line.match.length, line.others);
}
