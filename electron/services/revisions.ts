/**
 * A new revision of a version. The old text stays stored with its place in the history: undo puts it back with its rows, notes
 * and codings, and what the new text could not keep is written down with it.
 */
import { carryOver, sameSegments, successors } from '../../core/align/carry-over';
import { orderRows } from '../../core/align/order';
import type { AlignedRow } from '../../core/align/types';
import { type Replacement, reanchored } from '../../core/annotate/reanchor';
import { newId, type VersionId } from '../../core/model/ids';
import type { Row } from '../../core/model/report';
import { ExpectedError } from '../../core/model/result';
import type { Block, Segment } from '../../core/model/text';
import { segmentSeparator } from '../../core/segment/segment';
import type { RevisionState } from '../library/history';
import type { Library } from '../library/library';
import type { Aligner } from '../workers/aligner';
import { alignVersion, versionRecord } from './alignments';
import { carryOut } from './changes';
import type { Handlers, ParsedInput } from './handlers';
import type { Job, JobOutcome, Jobs } from './jobs';
import { outcomeOf } from './revision-outcome';
import { alignRevised, type Revised } from './revision-rows';
import type { SendEvent } from './send-event';

type RevisionCalls = 'version.revise' | 'revisions.list';

/** Less of the old text than this, and the new one is likely to be another text. */
const leastKept = 0.2;
const attempts = 5;

const textOf = (segments: readonly Segment[]) => segments.map((s) => s.text).join(segmentSeparator);

/** What a reader marked as no part of the text stays marked where the paragraph is the same. */
function withOldMarks(
  fresh: readonly Segment[],
  old: readonly Segment[],
  same: readonly { cells: readonly unknown[] }[],
): Segment[] {
  const marks = new Map(same.map(({ cells }) => cells as number[][]).map(([o, n]) => [n![0], old[o![0]!]?.boilerplate]));
  return fresh.map((s) => ({ ...s, boilerplate: marks.get(s.index) ?? s.boilerplate }));
}

export function revisionHandlers(library: Library, aligner: Aligner, jobs: Jobs, send: SendEvent): Handlers<RevisionCalls> {
  const { reports, versions, rows, notes, revisions, history } = library;

  const read = ({ reportId, versionId }: ParsedInput<'version.revise'>) => {
    const { kind, baseVersionId } = reports.get(reportId);
    const infos = versions.list(reportId);
    const version = versions.get(reportId, versionId);
    const chain = revisions.chain(versionId);
    return {
      kind,
      base: baseVersionId,
      infos,
      version,
      chain,
      rows: rows.all(reportId),
      notes: [...notes.list(reportId), ...notes.list(reportId, true)],
      codings: revisions.codings(reportId, chain),
    };
  };
  type Start = ReturnType<typeof read>;

  /** The two texts compared: pairs of segments, those that are the same among them. */
  async function compare(old: readonly Segment[], fresh: readonly Segment[], lang: string, job: Job) {
    const same = sameSegments({ before: old.map((s) => s.text), after: fresh.map((s) => s.text) });
    const pairs = same.map(({ cells }) => ({ cells: cells as number[][] }));
    if (same.length === old.length || same.length === fresh.length) return { same, pairs };
    const texts = [alignVersion(lang, old), alignVersion(lang, fresh)];
    const found = await aligner.align(texts, { kind: 'translation', base: 0, fixed: same }, job);
    return { same, pairs: [...pairs, ...found.rows.filter((row: AlignedRow) => row.fixed === undefined)] };
  }

  /** Passages of notes and codings before and after; those that are found nowhere stay as they are. */
  function passages(start: Start, replacement: Replacement) {
    const follow = <T extends { targets: readonly Parameters<typeof reanchored>[0][] }>(owner: T) => {
      const found = owner.targets.map((target) => reanchored(target, replacement));
      return { owner, after: found.map((f, i) => f ?? owner.targets[i]!), lost: owner.targets.filter((_, i) => !found[i]) };
    };
    const touched = start.notes.filter((note) => note.targets.some((t) => replacement.old.has(t.versionId)));
    return {
      notes: touched.map(follow),
      codings: start.codings.map((coding) => follow({ id: coding.id, targets: [coding.target] })),
    };
  }

  async function revise(job: Job, input: ParsedInput<'version.revise'>): Promise<JobOutcome> {
    const { reportId, versionId } = input;
    const old = versions.get(reportId, versionId);
    // What the new file does not say is as it was; a revision is in its version's language.
    const incoming = {
      ...input.version,
      lang: old.lang,
      title: input.version.title || old.title,
      outlet: input.version.outlet || old.outlet,
      date: input.version.date || old.date,
    };
    job.progress('segment', 0);
    const segmented = await aligner.segment(incoming.blocks as Block[], incoming.lang);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      job.checkpoint();
      const start = read(input);
      const { ordinal } = start.version;
      const oldSegments = versions.segments(versionId);
      const { same, pairs } = await compare(oldSegments, segmented, start.version.lang, job);
      job.checkpoint();
      const fresh = withOldMarks(segmented, oldSegments, same);
      const texts = { before: oldSegments.map((s) => s.text), after: fresh.map((s) => s.text) };
      const carried = carryOver(start.rows, ordinal, texts, pairs);
      if (carried.kept < leastKept && !input.acceptUnrelated) return { type: 'unrelated', versions: [0] };

      const base = Math.max(
        0,
        start.infos.findIndex((v) => v.id === start.base),
      );
      const revised: Revised[] = await alignRevised(carried, start.rows, {
        version: ordinal,
        base,
        kind: start.kind,
        texts: () => start.infos.map((v, i) => alignVersion(v.lang, i === ordinal ? fresh : versions.segments(v.id))),
        align: (all, options) => aligner.align(all, options, job),
      });
      job.checkpoint();
      job.progress('store', 0);
      const newVersion = newId<VersionId>();
      const replacement: Replacement = {
        old: new Set(start.chain),
        oldSegments,
        newVersion,
        newText: textOf(fresh),
        newSegments: fresh,
        successors: successors(pairs),
      };
      const moved = passages(start, replacement);
      const stored = library.write(() => {
        if (JSON.stringify(read(input)) !== JSON.stringify(start)) return false;
        let nextId = reports.takeRowIds(reportId, revised.filter((r) => r.id === null).length) as number;
        const after: Row[] = revised.map(({ id, cells, score, status }) => ({
          id: id ?? (nextId++ as Row['id']),
          cells,
          score,
          status,
        }));
        const order =
          base === ordinal
            ? orderRows(
                after.map((r) => r.cells),
                base,
              )
            : after.map((_, i) => i);
        const ordered = order.map((i) => after[i]!);
        const related = start.infos.map((v) => v.related);
        // The new text has the old one's place, which must be free first.
        versions.setRemoved(versionId, true);
        const record = versionRecord(incoming, ordinal, fresh.length, start.version.related);
        versions.insert(reportId, { ...record, id: newVersion }, fresh, incoming.original);
        const state = (id: VersionId, all: Row[], side: 'before' | 'after'): RevisionState => ({
          version: id,
          base: start.base === versionId ? id : start.base,
          alignment: { kind: start.kind, rows: all, related },
          notes: moved.notes.map((n) => ({ id: n.owner.id, targets: side === 'before' ? n.owner.targets : n.after })),
          codings: moved.codings.map((c) => ({ id: c.owner.id, target: (side === 'before' ? c.owner.targets : c.after)[0]! })),
        });
        const change = {
          type: 'revision',
          before: state(versionId, start.rows, 'before'),
          after: state(newVersion, ordered, 'after'),
        } as const;
        carryOut(library, reportId, change, true);
        const outcome = outcomeOf({ carried, revised, rows: after, texts, version: ordinal, moved });
        revisions.insert(reportId, { versionId: newVersion, previousId: versionId, madeAtMs: library.now(), outcome });
        history.record(reportId, 'revise-version', change);
        return true;
      });
      if (stored) return { type: 'stored', reportId };
    }
    throw new ExpectedError('cancelled');
  }

  return {
    'version.revise': (input) => {
      reports.get(input.reportId);
      versions.get(input.reportId, input.versionId);
      const jobId = jobs.start(async (job) => {
        const outcome = await revise(job, input);
        if (outcome.type === 'stored') send('reports.changed', { reportId: input.reportId });
        return outcome;
      });
      return { jobId };
    },
    'revisions.list': ({ reportId }) => {
      reports.get(reportId);
      return { revisions: revisions.list(reportId) };
    },
  };
}
