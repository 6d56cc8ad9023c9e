/** Codes: the tree, its use on passages, and how far two coders agree. Every change is one step to undo. */
import { compareCoders } from '../../core/annotate/agreement';
import type { ChangeOutcome, HistoryLabel } from '../../core/contract/schemas';
import { orderCodes } from '../../core/formats/exchange/code-tree';
import { type CodeId, type CodingId, newId, type ReportId } from '../../core/model/ids';
import { ExpectedError } from '../../core/model/result';
import type { CodeState } from '../library/codes';
import type { CodingStates } from '../library/history';
import type { Library } from '../library/library';
import { carryOut } from './changes';
import { planCodeEdit } from './code-edits';
import type { Handlers, ParsedInput } from './handlers';
import { codeOf } from './notes-data';
import { bringBack } from './notes-import';
import { locator, targetAt } from './passages';
import type { SendEvent } from './send-event';

type CodeCalls =
  | 'codes.list'
  | 'codes.edit'
  | 'codes.apply'
  | 'codes.remove'
  | 'codes.bin'
  | 'codes.emptyBin'
  | 'codes.bringBack'
  | 'codings.agreement';

/** More would be no list that a person goes through. */
const mostDifferences = 5000;

export function codeHandlers(library: Library, send: SendEvent): Handlers<CodeCalls> {
  const { reports, versions, codes, history } = library;
  const ownName = (): string => library.settings.read().coder;

  const liveCode = (id: CodeId): CodeState => {
    const code = codes.get(id);
    if (code.deleted) throw new ExpectedError('code-not-found');
    return code;
  };
  /** Carries a change out and records it; with nothing in it, nothing is recorded. */
  const record = (reportId: ReportId, label: HistoryLabel, before: CodingStates, after: CodingStates): ChangeOutcome => {
    if (after.codes.length + after.codings.length + after.notes.length === 0)
      return { patches: [], reload: false, notesChanged: false, focusRow: null, history: history.state(reportId) };
    const change = { type: 'codes', before, after } as const;
    return { ...carryOut(library, reportId, change, true), history: history.record(reportId, label, change) };
  };
  const tell = <T>(reportId: ReportId, answer: T): T => {
    send('reports.changed', { reportId, reason: 'edit' });
    return answer;
  };

  const apply = ({ reportId, codeId, passages, noteId }: ParsedInput<'codes.apply'>) => {
    reports.get(reportId);
    liveCode(codeId);
    if (noteId && library.notes.get(noteId).reportId !== reportId) throw new ExpectedError('note-not-found');
    const key = (v: string, start: number, end: number) => `${v} ${start} ${end}`;
    const there = new Set(
      codes
        .codings(reportId)
        .filter((coding) => coding.codeId === codeId && coding.coder === '')
        .map(({ target: { versionId, position } }) => key(versionId, position.start, position.end)),
    );
    const before: CodingStates = { codes: [], codings: [], notes: [] };
    const after: CodingStates = { codes: [], codings: [], notes: [] };
    for (const passage of passages) {
      const place = key(passage.versionId, passage.start, passage.end);
      if (there.has(place)) continue;
      there.add(place);
      const id = newId<CodingId>();
      const target = targetAt(library, reportId, passage);
      codes.insertCoding({
        id,
        reportId,
        codeId,
        target,
        noteId: noteId ?? null,
        coder: '',
        createdAtMs: library.now(),
      });
      before.codings.push({ id, codeId, deleted: true });
      after.codings.push({ id, codeId, deleted: false });
    }
    return { applied: after.codings.length, outcome: record(reportId, 'code-apply', before, after) };
  };

  return {
    'codes.list': ({ reportId }) => {
      reports.get(reportId);
      const locate = locator(library, reportId);
      const name = ownName();
      return {
        codes: orderCodes(codes.list().map(codeOf)),
        codings: codes.codings(reportId).map(({ reportId: _, coder, target, ...coding }) => ({
          ...coding,
          target: locate([target])[0]!,
          coder: coder || name,
          own: coder === '',
        })),
        uses: [...codes.uses()].map(([codeId, count]) => ({ codeId, count })),
      };
    },
    'codes.edit': ({ reportId, edit }) =>
      tell(
        reportId,
        library.write(() => {
          reports.get(reportId);
          const plan = planCodeEdit(codes, edit);
          return { codeId: plan.codeId, outcome: record(reportId, plan.label, plan.before, plan.after) };
        }),
      ),
    'codes.apply': (input) =>
      tell(
        input.reportId,
        library.write(() => apply(input)),
      ),
    'codes.remove': ({ reportId, codingIds }) =>
      tell(
        reportId,
        library.write(() => {
          reports.get(reportId);
          const found = codingIds.flatMap((id) => {
            const coding = codes.coding(id);
            return coding && coding.reportId === reportId && !coding.deleted ? [{ id, codeId: coding.codeId }] : [];
          });
          const states = (deleted: boolean): CodingStates => ({
            codes: [],
            codings: found.map((coding) => ({ ...coding, deleted })),
            notes: [],
          });
          return { outcome: record(reportId, 'code-remove', states(false), states(true)) };
        }),
      ),
    'codes.bin': () => ({ codes: orderCodes(codes.list(true).map(codeOf)) }),
    'codes.emptyBin': () => library.write(() => ({ count: codes.emptyBin() })),
    'codes.bringBack': ({ reportId, ...wanted }) =>
      tell(reportId, { outcome: library.write(() => bringBack(library, reportId, wanted)) }),
    'codings.agreement': ({ reportId, first, second }) => {
      reports.get(reportId);
      const name = ownName();
      const units = versions.list(reportId).map(({ id }) => ({
        versionId: id,
        units: versions
          .segments(id)
          .filter((segment) => !segment.boilerplate)
          .map(({ start, end }) => ({ start, end })),
      }));
      const locate = locator(library, reportId);
      const passages = codes.codings(reportId).flatMap(({ codeId, coder, target }) => {
        const found = locate([target])[0]!;
        return found.orphan ? [] : [{ codeId, coder: coder || name, versionId: found.versionId, ...found.position }];
      });
      const used = new Set(passages.filter((p) => p.coder === first || p.coder === second).map((p) => p.codeId));
      const wanted = orderCodes(codes.list().map(codeOf)).filter((code) => used.has(code.id));
      const found = compareCoders(
        units,
        passages,
        wanted.map((code) => code.id),
        first,
        second,
      );
      return {
        ...found,
        differences: found.differences.slice(0, mostDifferences),
        differenceCount: found.differences.length,
      };
    },
  };
}
