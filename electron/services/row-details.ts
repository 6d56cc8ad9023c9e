/**
 * Sentence links and evidence of one row, when a reader asks: the row's own segments are aligned as a report of their own, with
 * the row as a fixed point, so that every pair of its cells is linked and only what stands inside them is looked for.
 */
import type { AlignVersion } from '../../core/align/types';
import type { Library } from '../library/library';
import type { Aligner } from '../workers/aligner';
import type { Handlers } from './handlers';

export function rowDetailHandlers(library: Library, aligner: Aligner): Handlers<'row.details'> {
  const { reports, versions, rows } = library;
  return {
    async 'row.details'({ reportId, rowId }) {
      reports.get(reportId);
      const row = rows.page(reportId, rows.placeOf(reportId, rowId), 1)[0];
      // Only versions that have something there: `ordinals` and `numbers` lead back to the report's own.
      const filled = versions.list(reportId).flatMap((version) => {
        const cell = row?.cells[version.ordinal] ?? [];
        const segments = cell.length > 0 ? versions.segmentsNamed(version.id, cell) : [];
        return segments.length > 0 ? [{ version, segments }] : [];
      });
      if (filled.length < 2) return { sentences: [], evidence: [] };
      const texts = filled.map(
        ({ version, segments }): AlignVersion => ({
          lang: version.lang.split('-')[0] ?? version.lang,
          segments: segments.map(({ text, sentences, boilerplate }) => ({ text, sentences, boilerplate })),
        }),
      );
      const fixed = [{ cells: filled.map(({ segments }) => segments.map((_, i) => i)) }];
      const { links, sentenceLinks } = await aligner.align(
        texts,
        { kind: 'event', fixed, sentences: true, evidence: true },
        { cancel: new SharedArrayBuffer(4), progress: () => undefined },
      );
      const ordinal = (v: number): number => filled[v]!.version.ordinal;
      const number = (v: number, s: number): number => filled[v]!.segments[s]!.index;
      type Sentence = readonly [version: number, segment: number, sentence: number];
      const back = ([v, s, n]: Sentence): Sentence => [ordinal(v), number(v, s), n];
      return {
        sentences: (sentenceLinks ?? []).map(({ from, to, score }) => ({ from: back(from), to: back(to), score })),
        evidence: links.flatMap(({ from, to, evidence }) =>
          (evidence ?? []).map((e) => ({
            type: e.type,
            from: { version: ordinal(from[0]), segment: number(from[0], from[1]), start: e.from[0], end: e.from[1] },
            to: { version: ordinal(to[0]), segment: number(to[0], to[1]), start: e.to[0], end: e.to[1] },
            weight: e.weight,
          })),
        ),
      };
    },
  };
}
