import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NoteId, ReportId, VersionId } from '../../../../../core/model/ids';
import { ftsExpression } from '../../../../../core/search/fts-query';
import { parseQuery } from '../../../../../core/search/query';
import { querySpans } from '../../../../../core/search/spans';
import { openSearchIndex, type SearchIndex } from '../../../../../electron/library/search/index-file';

let folder: string;
let index: SearchIndex;
const file = () => path.join(folder, 'index.db');
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'triptych-index-'));
  index = openSearchIndex(file());
});
afterEach(() => {
  index.close();
  rmSync(folder, { recursive: true, force: true });
});

const report = 'r1' as ReportId;
const [en, fr, ar] = ['v-en', 'v-fr', 'v-ar'] as VersionId[];
function fill(): void {
  index.add({ versionId: en!, reportId: report, lang: 'en' }, 0, [
    'The old pier stands.',
    'Ferries leave the new pier.',
    'Nobody was hurt.',
  ]);
  index.add({ versionId: fr!, reportId: report, lang: 'fr' }, 0, [
    'L’ancienne jetée tient.',
    'Le pier anglais, été comme hiver.',
  ]);
  index.add({ versionId: ar!, reportId: 'r2' as ReportId, lang: 'ar' }, 0, [
    'الرَّصيفُ القديم',
    'وبالرصيف الجديد',
    'ولد في بلد بعيد',
  ]);
}
const find = (source: string, filter = {}, literal = false) =>
  index
    .search(ftsExpression(parseQuery(source)!, literal ? 'literal' : 'folded', { literal }), filter, -1, 50)
    .map((h) => `${h.versionId}:${h.segment}`);

describe('the search index', () => {
  it('finds words, phrases, prefixes, distances and leaves out', () => {
    fill();
    expect(find('pier')).toEqual(['v-en:0', 'v-en:1', 'v-fr:1']);
    expect(find('"new pier"')).toEqual(['v-en:1']);
    expect(find('ferr*')).toEqual(['v-en:1']);
    expect(find('old ~2 stands')).toEqual(['v-en:0']);
    expect(find('pier -new -anglais')).toEqual(['v-en:0']);
    expect(find('hurt | tient')).toEqual(['v-en:2', 'v-fr:0']);
  });
  it('folds accents and Arabic, unless letters are wanted as written', () => {
    fill();
    expect(find('jetee')).toEqual(['v-fr:0']);
    expect(find('ete', {}, true)).toEqual([]);
    expect(find('été', {}, true)).toEqual(['v-fr:1']);
    expect(find('رصيف')).toEqual(['v-ar:0', 'v-ar:1']);
    expect(find('الرَّصيفُ', {}, true)).toEqual(['v-ar:0']);
    expect(find('بلد')).toEqual(['v-ar:2']);
    expect(find('لد')).toEqual([]);
  });
  it('filters by language, report, version and segment', () => {
    fill();
    expect(find('pier', { langs: ['fr'] })).toEqual(['v-fr:1']);
    expect(find('pier', { reportIds: ['r2'] })).toEqual([]);
    expect(find('pier', { versionIds: [en] })).toEqual(['v-en:0', 'v-en:1']);
    expect(find('pier', { versionIds: ['unknown'] })).toEqual([]);
    expect(find('pier', { segments: [{ versionId: en, segment: 1 }] })).toEqual(['v-en:1']);
  });
  it('pages by cursor and counts up to a limit', () => {
    fill();
    const expression = ftsExpression(parseQuery('pier')!, 'folded', { literal: false });
    const first = index.search(expression, {}, -1, 2);
    expect(first).toHaveLength(2);
    expect(index.search(expression, {}, first[1]!.cursor, 2)).toHaveLength(1);
    expect(index.count(expression, {}, 2)).toBe(2);
    expect(index.count(expression, {}, 100)).toBe(3);
  });
  it('knows how far each version is indexed and forgets removed ones', () => {
    fill();
    index.add({ versionId: en!, reportId: report, lang: 'en' }, 3, ['A fourth pier.']);
    expect(index.progress().get(en!)).toEqual({ reportId: report, lang: 'en', done: 4 });
    index.remove(en!);
    expect(find('pier')).toEqual(['v-fr:1']);
    expect(index.progress().has(en!)).toBe(false);
  });
  it('makes an empty index in place of a damaged file', () => {
    fill();
    index.close();
    writeFileSync(file(), 'this is no database, only somebody’s text'.repeat(100));
    index = openSearchIndex(file());
    expect(index.progress().size).toBe(0);
    fill();
    expect(find('pier')).toHaveLength(3);
  });
  it('agrees with the lines: a paragraph matches exactly where the words can be shown', () => {
    const words = [
      'ferry',
      'Férry',
      'ferries',
      "l'été",
      'été',
      'المدينة',
      'مدينه',
      'وبالمدينةِ',
      'old',
      'x𐐀',
      '東京',
      'a-b',
      '…',
      '🚢',
    ];
    const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map((w) => w.join(' '));
    const asked = fc.oneof(
      fc.constantFrom(...words),
      fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map(([a, b]) => `"${a} ${b}"`),
      fc.tuple(fc.constantFrom(...words), fc.nat(3), fc.constantFrom(...words)).map(([a, n, b]) => `${a} ~${n} ${b}`),
      fc.constantFrom('fer*', 'مدي*', 'l’é*', 'ferry | old'),
    );
    let version = 0;
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), asked, fc.boolean(), (texts, source, literal) => {
        version += 1;
        const id = `v-${version}` as VersionId;
        index.add({ versionId: id, reportId: report, lang: 'und' }, 0, texts);
        const query = parseQuery(source);
        const shown = texts.flatMap((t, i) => (query && querySpans(t, query, literal).key.length > 0 ? [`${id}:${i}`] : []));
        expect(query ? find(source, { versionIds: [id] }, literal) : []).toEqual(shown);
        index.remove(id);
      }),
      { numRuns: 300 },
    );
  });
  it('finds notes, the newest first, in place of their older words', () => {
    const [one, two] = ['n1', 'n2'] as NoteId[];
    const note = (noteId: NoteId, revision: number, body: string) => ({ noteId, reportId: report, revision, body });
    index.addNotes([note(one!, 1, 'The pier, réouvert'), note(two!, 1, 'Another pier')]);
    const notes = (source: string, reports: ReportId[] = []) =>
      index.searchNotes(ftsExpression(parseQuery(source)!, 'folded', { literal: false }), reports, 10);
    expect(notes('pier')).toEqual([two, one]);
    index.addNotes([note(one!, 2, 'The quay')]);
    expect(notes('pier')).toEqual([two]);
    expect(notes('quay', [report])).toEqual([one]);
    expect(notes('quay', ['r9' as ReportId])).toEqual([]);
    expect(index.notes()).toEqual(
      new Map([
        [one, 2],
        [two, 1],
      ]),
    );
    index.removeNotes([one!]);
    expect(notes('quay')).toEqual([]);
  });
});
