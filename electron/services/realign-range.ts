/**
 * Aligning a stretch of rows again: what the automatic rows of the stretch hold is aligned anew; rows that a reader confirmed or
 * edited are fixed, and so are the neighbours on both sides, which tell the aligner what the texts share. Ends as one row patch.
 */
import type { AlignVersion } from '../../core/align/types';
import { alignmentKind } from '../../core/contract/schemas';
import type { ReportId } from '../../core/model/ids';
import type { Row, RowPatch } from '../../core/model/report';
import { ExpectedError } from '../../core/model/result';
import type { Library } from '../library/library';
import type { Aligner } from '../workers/aligner';
import { alignVersion } from './alignments';
import { carryOut } from './changes';
import type { Handlers, ParsedInput } from './handlers';
import type { Job, JobOutcome, Jobs } from './jobs';
import { rangeOf } from './row-edits';
import type { SendEvent } from './send-event';
import { taughtRows } from './taught-rows';

/** Rows on either side that go with the stretch. */
const context = 60;
/** Edits may go on while the job runs; then it starts again. */
const attempts = 5;

interface Stretch {
  at: number;
  /** The rows of the stretch with their neighbours; `first` and `last` are the stretch's own. */
  rows: Row[];
  first: number;
  last: number;
  /** By version: the segments that the rows name, ascending. A segment's place here is its index for the aligner. */
  segments: number[][];
  texts: AlignVersion[];
}

function read(library: Library, input: ParsedInput<'report.realignRange'>): Stretch {
  const { reportId, fromRowId, toRowId } = input;
  const { at, rows } = rangeOf(library, reportId, fromRowId, toRowId, context);
  const ends = [fromRowId, toRowId].map((id) => rows.findIndex((r) => r.id === id));
  const infos = library.versions.list(reportId);
  const segments = infos.map((_, v) => rows.flatMap((r) => r.cells[v] ?? []).sort((a, b) => a - b));
  const texts = infos.map((info, v) => alignVersion(info.lang, library.versions.segmentsNamed(info.id, segments[v]!)));
  return { at, rows: [...rows], first: Math.min(...ends), last: Math.max(...ends), segments, texts };
}

const isHeld = ({ first, last }: Stretch, row: Row, i: number): boolean => i < first || i > last || row.status !== 'automatic';

async function plan(
  library: Library,
  aligner: Aligner,
  job: Job,
  reportId: ReportId,
  stretch: Stretch,
): Promise<Omit<RowPatch, 'insert'> & { insert: Omit<Row, 'id'>[] }> {
  const held = stretch.rows.flatMap((row, i) =>
    isHeld(stretch, row, i) ? [{ row, own: i >= stretch.first && i <= stretch.last }] : [],
  );
  const places = stretch.segments.map((list) => new Map(list.map((segment, place) => [segment, place])));
  const { kind, baseVersionId } = library.reports.get(reportId);
  const base = library.versions.list(reportId).findIndex((v) => v.id === baseVersionId);
  const result = await aligner.align(
    stretch.texts,
    {
      kind: alignmentKind.parse(kind),
      base: Math.max(0, base),
      fixed: held.map(({ row }) => ({ cells: row.cells.map((cell, v) => cell.map((s) => places[v]!.get(s)!)) })),
      confirmed: taughtRows(library, reportId, stretch.texts),
    },
    job,
  );
  const insert = result.rows.flatMap(({ cells, score, fixed }): Omit<Row, 'id'>[] => {
    const from = fixed === undefined ? null : held[fixed]!;
    if (from) return from.own ? [from.row] : [];
    return [{ cells: cells.map((cell, v) => cell.map((place) => stretch.segments[v]![place]!)), score, status: 'automatic' }];
  });
  return { at: stretch.at + stretch.first, remove: stretch.rows.slice(stretch.first, stretch.last + 1), insert };
}

export function realignRangeHandlers(
  library: Library,
  aligner: Aligner,
  jobs: Jobs,
  send: SendEvent,
): Handlers<'report.realignRange'> {
  async function run(job: Job, input: ParsedInput<'report.realignRange'>): Promise<JobOutcome> {
    const { reportId } = input;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      job.checkpoint();
      const stretch = read(library, input);
      const planned = await plan(library, aligner, job, reportId, stretch);
      job.checkpoint();
      const stored = library.write(() => {
        if (JSON.stringify(read(library, input)) !== JSON.stringify(stretch)) return null;
        const known = new Map(planned.remove.map((row) => [JSON.stringify(row.cells), row.id]));
        const insert = planned.insert.map((row): Row => {
          const id = known.get(JSON.stringify(row.cells)) ?? library.reports.takeRowIds(reportId, 1);
          return { id, cells: row.cells, score: row.score, status: row.status };
        });
        const change = { type: 'rows', patch: { at: planned.at, remove: planned.remove, insert } } as const;
        const effect = carryOut(library, reportId, change, true);
        const history = library.history.record(reportId, 'realign-rows', change);
        return { ...effect, focusRow: null, history };
      });
      if (!stored) continue;
      send('reports.changed', { reportId, reason: 'edit' });
      return { type: 'stored', reportId, change: stored };
    }
    throw new ExpectedError('cancelled');
  }
  return {
    'report.realignRange': (input) => {
      rangeOf(library, input.reportId, input.fromRowId, input.toRowId, 0);
      return { jobId: jobs.start((job) => run(job, input)) };
    },
  };
}
