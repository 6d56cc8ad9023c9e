/** What the picker offers for what is typed: pure functions. Names are folded as search folds, so accents and letter forms don't matter. */
import type { CodeId } from '../../../core/model/ids';
import { foldForSearch } from '../../../core/text/fold';
import type { CodingView } from '../../state/codes';
import type { TreeLine } from './tree';

export type Choice =
  | { type: 'code'; line: TreeLine /** 1 to 9 for the ones used last. */; digit: number | null }
  | { type: 'create'; name: string };

/** This reader's codes, the last used first. */
export function recentCodes(codings: readonly CodingView[]): CodeId[] {
  const own = codings.filter((coding) => coding.own);
  return [
    ...new Set(
      own
        .sort((a, b) => a.createdAtMs - b.createdAtMs)
        .reverse()
        .map((coding) => coding.codeId),
    ),
  ];
}

/** 3: the name begins with it; 2: a word of the name does; 1: it stands in the name or path; 0: nowhere. */
function rank(line: TreeLine, wanted: string): number {
  const name = foldForSearch(line.code.name);
  if (name.startsWith(wanted)) return 3;
  if (name.split(/[\s\p{P}]+/u).some((word) => word.startsWith(wanted))) return 2;
  return foldForSearch([...line.path, line.code.name].join(' ')).includes(wanted) ? 1 : 0;
}

/** Without a query: codes used last, numbered, then the tree. With one: the best first, and a new code where none is called so. */
export function choicesFor(lines: readonly TreeLine[], recent: readonly CodeId[], query: string): Choice[] {
  const wanted = foldForSearch(query).trim();
  const plain = (line: TreeLine): Choice => ({ type: 'code', line, digit: null });
  if (wanted === '') {
    const byId = new Map(lines.map((line) => [line.code.id, line]));
    const used = recent.flatMap((id) => byId.get(id) ?? []).slice(0, 9);
    return [
      ...used.map((line, i): Choice => ({ type: 'code', line, digit: i + 1 })),
      ...lines.filter((line) => !used.includes(line)).map(plain),
    ];
  }
  const ranked = lines.map((line) => ({ line, score: rank(line, wanted) })).filter(({ score }) => score > 0);
  ranked.sort((a, b) => b.score - a.score);
  const taken = lines.some((line) => foldForSearch(line.code.name).trim() === wanted);
  return [...ranked.map(({ line }) => plain(line)), ...(taken ? [] : [{ type: 'create', name: query.trim() } as const])];
}
