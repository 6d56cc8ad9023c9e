/**
 * Creating a report, adding a version, aligning again: the jobs. Nothing is stored before the alignment is there, and a new report
 * that is given up while it is being stored is taken away again, so a job that is cancelled or fails leaves no trace.
 */
import type { AlignedRow, AlignVersion, FixedRow } from '../../core/align/types';
import type { NewVersion } from '../../core/contract/schemas';
import { newId, type ReportId, type RowId, type VersionId } from '../../core/model/ids';
import type { Row, VersionInfo } from '../../core/model/report';
import { ExpectedError } from '../../core/model/result';
import type { Block, Segment } from '../../core/model/text';
import type { AlignmentState } from '../library/history';
import type { Library } from '../library/library';
import type { VersionRecord } from '../library/versions';
import type { Aligner } from '../workers/aligner';
import { carryOut } from './changes';
import type { Handlers, ParsedInput } from './handlers';
import type { Job, JobOutcome, Jobs } from './jobs';
import type { SendEvent } from './send-event';
import { type StoredReport, storeReport } from './store-report';
import { taughtRows } from './taught-rows';

type AlignmentCalls = 'report.create' | 'report.addVersion' | 'report.realign' | 'jobs.cancel';

export const alignVersion = (lang: string, segments: readonly Segment[]): AlignVersion => ({
  lang: lang.split('-')[0] ?? lang,
  segments: segments.map(({ text, sentences, boilerplate }) => ({ text, sentences, boilerplate })),
});

export const versionRecord = (version: NewVersion, ordinal: number, segmentCount: number, related: boolean): VersionRecord => ({
  id: newId<VersionId>(),
  ordinal,
  lang: version.lang,
  title: version.title,
  outlet: version.outlet,
  date: version.date,
  fileName: version.fileName,
  format: version.format,
  encoding: version.encoding,
  segmentCount,
  related,
});

const unrelatedOf = (related: readonly boolean[]): number[] => related.flatMap((r, v) => (r ? [] : [v]));

/** Rows that a reader has confirmed or edited hold; `added`: one more version, which has no part in them yet. */
const fixedRows = (rows: readonly Row[], added: boolean): FixedRow[] =>
  rows.filter((r) => r.status !== 'automatic').map((r) => ({ cells: added ? [...r.cells, null] : r.cells }));

/** Status, and the id where the content is the same: an id always means one content. */
function rowsAfter(aligned: readonly AlignedRow[], before: readonly Row[], takeIds: (count: number) => RowId): Row[] {
  const known = new Map(before.map((row) => [JSON.stringify(row.cells), row]));
  const held = before.filter((r) => r.status !== 'automatic');
  const fresh = aligned.filter((r) => !known.has(JSON.stringify(r.cells))).length;
  let nextId = takeIds(fresh);
  return aligned.map(({ cells, score, fixed }) => {
    const same = known.get(JSON.stringify(cells));
    const from = fixed === undefined ? undefined : held[fixed];
    const id = same ? same.id : nextId;
    if (!same) nextId = (nextId + 1) as RowId;
    return { id, cells, score: from ? from.score : score, status: from ? from.status : 'automatic' };
  });
}

export function alignmentHandlers(library: Library, aligner: Aligner, jobs: Jobs, send: SendEvent): Handlers<AlignmentCalls> {
  const { reports, versions, rows, history } = library;

  async function create(job: Job, input: ParsedInput<'report.create'>): Promise<JobOutcome> {
    const segmented: Segment[][] = [];
    for (const [v, version] of input.versions.entries()) {
      job.progress('segment', v / input.versions.length);
      segmented.push(await aligner.segment(version.blocks as Block[], version.lang));
      job.checkpoint();
    }
    const texts = input.versions.map((version, v) => alignVersion(version.lang, segmented[v]!));
    const result = await aligner.align(texts, { kind: input.kind, base: 0, confirmed: taughtRows(library, '', texts) }, job);
    job.checkpoint();
    const unrelated = unrelatedOf(result.related);
    if (unrelated.length > 0 && !input.acceptUnrelated) return { type: 'unrelated', versions: unrelated };
    job.progress('store', 0);
    const stored = input.versions.map((version, v) => ({
      record: versionRecord(version, v, segmented[v]!.length, result.related[v] ?? true),
      segments: segmented[v]!,
      original: version.original,
    }));
    const { id: baseVersionId, title, fileName } = stored[0]!.record;
    const report: StoredReport = {
      id: newId<ReportId>(),
      title: input.title.trim() || title || fileName,
      kind: result.kind,
      baseVersionId,
      versions: stored,
      rows: (takeIds) => rowsAfter(result.rows, [], takeIds),
    };
    const reportId = await storeReport(library, report, (done) => {
      job.checkpoint();
      job.progress('store', done);
    });
    return { type: 'stored', reportId };
  }

  /** What an open report's alignment starts from. Edits may go on while the job runs; then it starts again. */
  interface Start {
    infos: VersionInfo[];
    base: number;
    state: AlignmentState;
  }
  const read = (reportId: ReportId): Start => {
    const { kind, baseVersionId } = reports.get(reportId);
    const infos = versions.list(reportId);
    const base = Math.max(
      0,
      infos.findIndex((v) => v.id === baseVersionId),
    );
    return { infos, base, state: { kind, rows: rows.all(reportId), related: infos.map((v) => v.related) } };
  };
  const unchanged = (reportId: ReportId, start: Start): boolean => {
    const now = read(reportId);
    return JSON.stringify([now.base, now.infos, now.state]) === JSON.stringify([start.base, start.infos, start.state]);
  };
  const attempts = 5;

  async function addVersion(job: Job, input: ParsedInput<'report.addVersion'>): Promise<JobOutcome> {
    const { reportId, version } = input;
    job.progress('segment', 0);
    const segments = await aligner.segment(version.blocks as Block[], version.lang);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      job.checkpoint();
      const start = read(reportId);
      if (start.infos.length >= 8) throw new ExpectedError('too-many-versions');
      const texts = start.infos.map((v) => alignVersion(v.lang, versions.segments(v.id)));
      texts.push(alignVersion(version.lang, segments));
      const confirmed = taughtRows(library, reportId, texts);
      const options = { kind: start.state.kind, base: start.base, fixed: fixedRows(start.state.rows, true), confirmed };
      const result = await aligner.align(texts, options, job);
      job.checkpoint();
      const related = result.related.at(-1) ?? true;
      if (!related && !input.acceptUnrelated) return { type: 'unrelated', versions: [0] };
      job.progress('store', 0);
      const stored = library.write(() => {
        if (!unchanged(reportId, start)) return false;
        const added = versionRecord(version, start.infos.length, segments.length, related);
        versions.insert(reportId, added, segments, version.original);
        const after: AlignmentState = {
          kind: start.state.kind,
          rows: rowsAfter(result.rows, start.state.rows, (count) => reports.takeRowIds(reportId, count)),
          related: [...start.state.related, related],
        };
        const change = { type: 'alignment', before: start.state, after, added: added.id } as const;
        carryOut(library, reportId, change, true);
        history.record(reportId, 'add-version', change);
        return true;
      });
      if (stored) return { type: 'stored', reportId };
    }
    throw new ExpectedError('cancelled');
  }

  async function realign(job: Job, { reportId, kind }: ParsedInput<'report.realign'>): Promise<JobOutcome> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      job.checkpoint();
      const start = read(reportId);
      const texts = start.infos.map((v) => alignVersion(v.lang, versions.segments(v.id)));
      const options = {
        kind,
        base: start.base,
        fixed: fixedRows(start.state.rows, false),
        confirmed: taughtRows(library, reportId, texts),
      };
      const result = await aligner.align(texts, options, job);
      job.checkpoint();
      job.progress('store', 0);
      const stored = library.write(() => {
        if (!unchanged(reportId, start)) return false;
        const after: AlignmentState = {
          kind: result.kind,
          rows: rowsAfter(result.rows, start.state.rows, (count) => reports.takeRowIds(reportId, count)),
          related: result.related,
        };
        const change = { type: 'alignment', before: start.state, after, added: null } as const;
        carryOut(library, reportId, change, true);
        history.record(reportId, 'realign', change);
        return true;
      });
      if (stored) return { type: 'stored', reportId };
    }
    throw new ExpectedError('cancelled');
  }

  const run = (work: (job: Job) => Promise<JobOutcome>) => ({
    jobId: jobs.start(async (job) => {
      const outcome = await work(job);
      if (outcome.type === 'stored') send('reports.changed', { reportId: outcome.reportId });
      return outcome;
    }),
  });
  return {
    'report.create': (input) => run((job) => create(job, input)),
    'report.addVersion': (input) => {
      reports.get(input.reportId);
      if (versions.list(input.reportId).length >= 8) throw new ExpectedError('too-many-versions');
      return run((job) => addVersion(job, input));
    },
    'report.realign': (input) => {
      reports.get(input.reportId);
      return run((job) => realign(job, input));
    },
    'jobs.cancel': (input) => {
      jobs.cancel(input.jobId);
      return {};
    },
  };
}
