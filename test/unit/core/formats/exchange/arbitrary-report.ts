/** Whole reports for property tests: texts of any characters, crossings, omissions, overlapping notes, a tree of codes. */
import fc from 'fast-check';
import { buildReport, targetOf } from '../../../../../core/formats/exchange/build-report';
import { orderCodes } from '../../../../../core/formats/exchange/code-tree';
import { xmlSafe } from '../../../../../core/formats/exchange/xml-writer';
import type { Code, Coding } from '../../../../../core/model/code';
import type { CodeId, CodingId, NoteId, ReportId, VersionId } from '../../../../../core/model/ids';
import { directionOf } from '../../../../../core/model/languages';
import type { Note, NoteTarget } from '../../../../../core/model/note';
import type { NoteRevision, ReportData } from '../../../../../core/model/report-data';
import { arbitraryRows } from '../../../../support/rows';

const uuid = fc.uuid({ version: 4 });
const time = fc.integer({ min: 0, max: 4_000_000_000 }).map((s) => s * 1000);
const line = fc.string({ unit: 'grapheme', maxLength: 12 });
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('=1+1', "'=x", 'a\r\nb\tc', '<b>&amp;</b>', ']]>', 'مرحبا بكم', '😀 et 😀', '_x0041_', ''),
);

const kinds = fc.constantFrom('heading', 'paragraph', 'list-item', 'quotation' as const);
const segment = (text: fc.Arbitrary<string>) =>
  fc.record({ text, kind: kinds, level: fc.integer({ min: 1, max: 6 }), boilerplate: fc.boolean() }).map(({ level, ...s }) => ({
    ...s,
    ...(s.kind === 'heading' ? { level } : {}),
  }));

/** Not inside a surrogate pair: no reader can select half a character. */
const snap = (text: string, at: number): number => ((text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at);

const target = (data: ReportData): fc.Arbitrary<NoteTarget> =>
  fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 40 })).map(([v, at, length]) => {
    const version = data.versions[v % data.versions.length]!;
    const start = snap(version.text, at % (version.text.length + 1));
    const end = snap(version.text, Math.min(version.text.length, start + length));
    return targetOf(version, start, Math.max(start, end));
  });

const uniqueBy = <T>(list: readonly T[], key: (item: T) => string): T[] => [
  ...new Map(list.map((item) => [key(item), item])).values(),
];

function withNotes(data: ReportData): fc.Arbitrary<ReportData> {
  const targets = fc.array(target(data), { minLength: 1, maxLength: 3 });
  const note: fc.Arbitrary<{ note: Note; revisions: NoteRevision[] }> = fc
    .record({
      id: uuid,
      scope: fc.constantFrom('selection', 'cell', 'row' as const),
      body: fc.string({ unit: 'grapheme', maxLength: 40 }).map(xmlSafe),
      targets,
      createdAtMs: time,
      updatedAtMs: time,
      author: fc.option(fc.constantFrom('Amal', 'بسمة', 'Benoît'), { nil: undefined }),
      old: fc.array(fc.record({ body: line.map(xmlSafe), targets, savedAtMs: time }), { maxLength: 2 }),
    })
    .map(({ id, old, author, ...rest }) => ({
      note: {
        ...rest,
        ...(author === undefined ? {} : { author }),
        id: id as NoteId,
        reportId: data.report.id,
        revision: old.length + 1,
      },
      revisions: old.map((o, i) => ({ ...o, noteId: id as NoteId, revision: i + 1 })),
    }));
  const code: fc.Arbitrary<Code> = fc
    .record({
      id: uuid.map((id) => id as CodeId),
      name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }).map((n) => xmlSafe(n).trim() || 'frame'),
      description: line.map((d) => xmlSafe(d).trim()),
      colour: fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`),
      parent: fc.option(fc.nat({ max: 5 })),
    })
    .map(({ parent, ...c }) => ({ ...c, parentId: null, order: 0, parent }) as Code);
  return fc
    .record({ notes: fc.array(note, { maxLength: 4 }), codes: fc.array(code, { maxLength: 5 }), seed: fc.nat() })
    .chain(({ notes, codes }) => {
      const own = uniqueBy(notes, (n) => n.note.id);
      const tree = treeOf(uniqueBy(codes, (c) => c.id) as (Code & { parent?: number | null })[]);
      const coding: fc.Arbitrary<Coding[]> =
        tree.length === 0
          ? fc.constant([])
          : fc
              .array(
                fc.record({
                  id: uuid.map((id) => id as CodingId),
                  codeId: fc.constantFrom(...tree.map(({ id }) => id)),
                  target: target(data),
                  noteId: fc.constantFrom(null, ...own.map((n) => n.note.id)),
                  coder: fc.constantFrom('Amal', 'Benoît'),
                  createdAtMs: time,
                }),
                { maxLength: 4 },
              )
              .map((list) => uniqueBy(list, (c) => c.id));
      return coding.map((codings) => ({
        ...data,
        notes: own.map((n) => n.note),
        revisions: own.flatMap((n) => n.revisions),
        codes: tree,
        codings,
      }));
    });
}

function treeOf(codes: (Code & { parent?: number | null })[]): Code[] {
  const counts = new Map<CodeId | null, number>();
  const tree = codes.map(({ parent, ...code }, i) => {
    const parentId = parent === null || parent === undefined || parent >= i ? null : codes[parent]!.id;
    const order = counts.get(parentId) ?? 0;
    counts.set(parentId, order + 1);
    return { ...code, parentId, order };
  });
  return orderCodes(tree);
}

/** `text`: what segments are made of; by default characters that XML can hold. */
export function arbitraryReport(text: fc.Arbitrary<string> = words.map(xmlSafe)): fc.Arbitrary<ReportData> {
  return fc
    .record({
      count: fc.integer({ min: 2, max: 4 }),
      id: uuid,
      ids: fc.uniqueArray(uuid, { minLength: 4, maxLength: 4 }),
      base: fc.nat({ max: 3 }),
      title: line.map(xmlSafe),
      kind: fc.constantFrom('translation', 'event' as const),
      langs: fc.array(fc.constantFrom('en', 'fr', 'ar', 'en-GB', 'und'), { minLength: 4, maxLength: 4 }),
      names: fc.array(
        fc.record({ title: line.map(xmlSafe), outlet: line.map(xmlSafe), date: fc.constantFrom('', '2026-03-01') }),
        {
          minLength: 4,
          maxLength: 4,
        },
      ),
      swap: fc.tuple(fc.nat(), fc.nat()),
    })
    .chain((head) =>
      arbitraryRows(head.count, 6).chain((rows) => {
        const sizes = Array.from({ length: head.count }, (_, v) => rows.reduce((n, row) => n + row.cells[v]!.length, 0));
        const [a, b] = [rows[head.swap[0] % rows.length]!, rows[head.swap[1] % rows.length]!];
        const last = head.count - 1;
        // A crossing in the last version, which is not the base.
        [a.cells[last], b.cells[last]] = [b.cells[last]!, a.cells[last]!];
        const filled = rows.filter((row) => row.cells.some((cell) => cell.length > 0));
        return fc.tuple(...sizes.map((size) => fc.array(segment(text), { minLength: size, maxLength: size }))).map((texts) =>
          buildReport({
            id: head.id as ReportId,
            title: head.title,
            kind: head.kind,
            baseVersionId: head.ids[head.base % Math.max(1, last)]! as VersionId,
            versions: texts.map((segments, v) => ({
              lang: head.langs[v]!,
              segments,
              info: {
                id: head.ids[v]! as VersionId,
                ...head.names[v]!,
                direction: directionOf(head.langs[v]!),
                fileName: `version ${v}.txt`,
                format: 'txt',
                encoding: 'utf-8',
              },
            })),
            rows: filled.map((row, i) => ({
              ...row,
              id: i * 3 + 1,
              score: row.score,
              status: (['automatic', 'confirmed', 'edited'] as const)[i % 3]!,
            })),
            fileName: '',
            format: 'txt',
          }),
        );
      }),
    )
    .chain(withNotes);
}

export const exportOptions = { appVersion: '1.2.3', nowMs: Date.UTC(2026, 10, 21, 9) };
