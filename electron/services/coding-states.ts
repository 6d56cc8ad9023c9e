/**
 * Brings codes, their use and notes from one side of a step to the other. The codebook belongs to all reports, and each report has
 * an undo of its own: what another report changed since stays as that one left it, and a code that is in use elsewhere stays, too.
 */
import type { CodeId } from '../../core/model/ids';
import type { CodeState, CodesTable, CodingState } from '../library/codes';
import type { CodingStates } from '../library/history';
import type { Library } from '../library/library';
import { codeOf } from './notes-data';

const keyed = <T extends { id: string }>(list: readonly T[]): Map<string, T> => new Map(list.map((item) => [item.id, item]));

/** What the step changed, where nobody changed it since. */
function moved<T extends object>(now: T, from: T, to: T, fields: readonly (keyof T)[]): T {
  const result = { ...now };
  for (const field of fields) if (now[field] === from[field]) result[field] = to[field];
  return result;
}

function setCoding(codes: CodesTable, from: CodingState, to: CodingState): void {
  const stored = codes.coding(to.id);
  if (!stored) return;
  const now: CodingState = { id: to.id, codeId: stored.codeId, deleted: stored.deleted };
  const next = moved(now, from, to, ['codeId', 'deleted']);
  codes.setCoding({ ...next, withdrawn: to.withdrawn ?? false });
}

/** True where a code would come to stand below itself. */
function goesRound(codes: CodesTable, id: CodeId, parentId: CodeId | null): boolean {
  const seen = new Set<CodeId>();
  for (let at = parentId; at !== null && !seen.has(at) && codes.has(at); at = codes.get(at).parentId) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

const fields = ['name', 'description', 'colour', 'parentId', 'order', 'deleted'] as const;

function setCode(codes: CodesTable, from: CodeState, to: CodeState): void {
  const now = codes.has(to.id) ? codes.get(to.id) : to;
  const next = moved(now, from, to, fields);
  const stays = next.deleted && !now.deleted && to.withdrawn && codes.isUsed(to.id);
  const parentId = goesRound(codes, to.id, next.parentId) ? now.parentId : next.parentId;
  const state = { ...codeOf(next), parentId, deleted: stays ? now.deleted : next.deleted };
  codes.put({ ...state, withdrawn: to.withdrawn ?? false });
}

export function setCodingStates({ codes, notes }: Library, from: CodingStates, to: CodingStates): void {
  const codings = keyed(from.codings);
  for (const coding of to.codings) setCoding(codes, codings.get(coding.id) ?? coding, coding);
  const were = keyed(from.codes);
  // From below: a code that goes must not be held by one below it that goes, too.
  for (const code of [...to.codes].reverse()) setCode(codes, were.get(code.id) ?? code, code);
  for (const { id, state } of to.notes) if (notes.has(id)) notes.save(id, state);
}
