/** Search through the calls of the host: what is found, where, what stands opposite; and that the index follows the library. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchInput } from '../../../../core/contract/search';
import type { CodeId, ReportId, VersionId } from '../../../../core/model/ids';
import { openHost } from '../../../../electron/services/host';
import { LocalAligner } from '../../../../electron/workers/aligner';
import { LocalIndexWriter } from '../../../../electron/workers/index-writer';
import { newFolder, newVersion, removeFolder, resources, type TestHost, testHost } from '../support/host';

const texts = {
  en: [
    'The old harbour opened on Monday.',
    'Two ferries sail to the harbour, and the ferry of the harbour waits.',
    'Nobody was hurt.',
  ],
  fr: ['Le vieux port a rouvert lundi.', 'Deux ferries vont au port, et le ferry du port attend.', 'Personne n’a été blessé.'],
  ar: ['فُتِح الميناء القديم يوم الاثنين.', 'تبحر عبّارتان إلى الميناء وتنتظر عبّارة الميناء.', 'لم يصب أحد بأذى.'],
};

let folder: string;
let host: TestHost;
let reportId: ReportId;
let versionIds: VersionId[];
const plain = (): Omit<SearchInput, 'query'> => ({
  literal: false,
  langs: [],
  versionIds: [],
  reportIds: [],
  in: 'all',
  sort: 'text',
  after: null,
  limit: 50,
});
const search = (query: string, more: Partial<SearchInput> = {}) => host.value('search.run', { ...plain(), query, ...more });
const shown = async (query: string, more: Partial<SearchInput> = {}) =>
  (await search(query, more)).lines.map((l) => `${l.lang} ${l.segment} ${l.match}`);

async function store(title: string): Promise<ReportId> {
  const versions = Object.entries(texts).map(([lang, paragraphs]) => newVersion(lang, paragraphs, { outlet: `${lang} paper` }));
  const outcome = await host.job(host.value('report.create', { title, kind: 'translation', versions, acceptUnrelated: true }));
  if (outcome.type !== 'stored') throw new Error(outcome.type);
  return outcome.reportId;
}
beforeEach(async () => {
  folder = newFolder();
  host = testHost(folder);
  reportId = await store('Harbour');
  versionIds = (await host.value('report.open', { reportId })).report.versions.map((v) => v.id);
  await host.indexed();
});
afterEach(async () => {
  await host.close();
  removeFolder(folder);
});

describe('search.run', () => {
  it('gives a line for each match, in the order of the texts, with what stands opposite', async () => {
    const found = await search('harbour');
    expect(found.lines.map((l) => [l.segment, l.pre, l.match, l.post.slice(0, 9)])).toEqual([
      [0, 'The old ', 'harbour', ' opened o'],
      [1, 'Two ferries sail to the ', 'harbour', ', and the'],
      [1, 'Two ferries sail to the harbour, and the ferry of the ', 'harbour', ' waits.'],
    ]);
    expect(found.count).toEqual({ paragraphs: 2, notes: 0, codes: 0, capped: false });
    const [line] = found.lines;
    expect(line).toMatchObject({
      reportId,
      reportTitle: 'Harbour',
      versionName: 'en paper',
      row: 0,
      lang: 'en',
      direction: 'ltr',
      noteId: null,
    });
    expect(texts.en[line!.segment]!.slice(line!.start, line!.end)).toBe('harbour');
    expect(line!.opposite.map((o) => [o.lang, o.direction, o.text])).toEqual([
      ['fr', 'ltr', texts.fr[0]],
      ['ar', 'rtl', texts.ar[0]],
    ]);
  });
  it('finds Arabic in every written form, and the letters as written where that is asked', async () => {
    expect(await shown('ميناء')).toEqual(['ar 0 الميناء', 'ar 1 الميناء', 'ar 1 الميناء']);
    expect(await shown('عبارة')).toEqual(['ar 1 عبّارة']);
    expect(await shown('فتح', { literal: true })).toEqual([]);
    expect(await shown('فُتِح', { literal: true })).toEqual(['ar 0 فُتِح']);
    expect(await shown('blesse')).toEqual(['fr 2 blessé']);
  });
  it('keeps to languages, versions and reports', async () => {
    expect(await shown('ferries')).toEqual(['en 1 ferries', 'fr 1 ferries']);
    expect(await shown('ferries', { langs: ['fr'] })).toEqual(['fr 1 ferries']);
    expect(await shown('ferries', { versionIds: [versionIds[0]!] })).toEqual(['en 1 ferries']);
    expect(await shown('ferries', { reportIds: [crypto.randomUUID() as ReportId] })).toEqual([]);
  });
  it('keeps to what has a code, or one below it', async () => {
    const edit = (name: string, parentId: CodeId | null) =>
      host.value('codes.edit', { reportId, edit: { type: 'create', name, parentId, colour: '#0f5c63', description: '' } });
    const { codeId: parent } = await edit('Frames', null);
    const { codeId: child } = await edit('Danger', parent);
    const { segments } = await host.value('report.rows', { reportId, offset: 0, limit: 10 });
    const { start, end } = segments[0]![1]!;
    await host.value('codes.apply', { reportId, codeId: child, passages: [{ versionId: versionIds[0]!, start, end }] });
    expect((await host.value('search.codes', {})).codes.map((c) => [c.name, c.depth])).toEqual([
      ['Frames', 0],
      ['Danger', 1],
    ]);
    for (const codeIds of [[child], [parent]]) {
      const found = await search('harbour', { codeIds });
      expect(found.lines.map((l) => l.segment)).toEqual([1, 1]);
      expect(found.count?.paragraphs).toBe(1);
    }
    expect((await search('hurt', { codeIds: [parent] })).lines).toEqual([]);
  });
  it('finds codes by name and description, and without a word all that has one', async () => {
    const edit = (name: string, description: string, parentId: CodeId | null) =>
      host.value('codes.edit', { reportId, edit: { type: 'create', name, parentId, colour: '#0f5c63', description } });
    const { codeId: parent } = await edit('Cadrage', 'How the rescue is told', null);
    const { codeId: child } = await edit('مصدر رَسْمي', 'Une autorité citée', parent);
    const { segments } = await host.value('report.rows', { reportId, offset: 0, limit: 10 });
    const arabic = segments[2]![1]!;
    const english = segments[0]![0]!;
    const passages = [
      { versionId: versionIds[2]!, start: arabic.start + 5, end: arabic.start + 12 },
      { versionId: versionIds[0]!, start: english.start, end: english.end },
    ];
    await host.value('codes.apply', { reportId, codeId: child, passages });
    const codes = async (query: string, more: Partial<SearchInput> = {}) =>
      (await search(query, more)).codes.map((c) => [c.path.join('/'), c.name, c.passages]);
    expect(await codes('الرسمي مصدر')).toEqual([['Cadrage', 'مصدر رَسْمي', 2]]);
    expect(await codes('autorite -cadrage')).toEqual([['Cadrage', 'مصدر رَسْمي', 2]]);
    expect(await codes('autorite', { literal: true })).toEqual([]);
    expect(await codes('rescue', { langs: ['ar'] })).toEqual([['', 'Cadrage', 1]]);
    expect(await codes('rescue', { in: 'text' })).toEqual([]);
    expect((await search('rescue')).count).toEqual({ paragraphs: 0, notes: 0, codes: 1, capped: false });
    const coded = await search('', { codeIds: [parent] });
    expect(coded.count?.paragraphs).toBe(2);
    expect(coded.lines.map((l) => [l.lang, l.segment, l.row, l.match])).toEqual([
      ['en', 0, 0, texts.en[0]],
      ['ar', 1, 1, texts.ar[1]!.slice(5, 12)],
    ]);
    expect(coded.lines[1]!.opposite.map((o) => o.text)).toEqual([texts.en[1], texts.fr[1]]);
    const paged = await search('', { codeIds: [parent], limit: 1 });
    expect((await search('', { codeIds: [parent], limit: 1, after: paged.next })).lines).toEqual([coded.lines[1]]);
    await host.value('report.delete', { reportId });
    expect((await search('', { codeIds: [parent] })).lines).toEqual([]);
  });
  it('pages without losing or repeating a paragraph', async () => {
    const all: string[] = [];
    let after: number | null = null;
    let pages = 0;
    do {
      const page = await search('ferry | ferries | port | harbour', { after, limit: 1 });
      all.push(...page.lines.map((l) => `${l.lang} ${l.segment} ${l.start}`));
      after = page.next;
      pages += 1;
    } while (after !== null);
    expect(pages).toBe(4);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual((await search('ferry | ferries | port | harbour')).lines.map((l) => `${l.lang} ${l.segment} ${l.start}`));
  });
  it('sorts by the words before and after', async () => {
    const before = (await search('port | harbour', { sort: 'left' })).lines.map((l) => l.pre.trim().split(' ').at(-1));
    expect(before).toEqual([...before].sort());
    const after = await search('port | harbour', { sort: 'right' });
    const words = after.lines.map((l) => /\p{L}+/u.exec(l.post)?.[0]);
    expect(words).toEqual([...words].sort());
    expect(after.sortedWithin).toBeNull();
    const first = await search('port | harbour', { sort: 'right', limit: 2 });
    const second = await search('port | harbour', { sort: 'right', limit: 500, after: first.next });
    expect([...first.lines, ...second.lines]).toEqual(after.lines);
  });
  it('finds nothing for no word', async () => {
    expect(await search(' -port ')).toEqual({
      lines: [],
      codes: [],
      next: null,
      count: { paragraphs: 0, notes: 0, codes: 0, capped: false },
      sortedWithin: null,
      indexing: null,
    });
  });
});

describe('the index follows the library', () => {
  it('notes: written, changed, deleted, restored by undo', async () => {
    const targets = [{ versionId: versionIds[2]!, start: 4, end: 11 }];
    const { note } = await host.value('notes.create', { reportId, scope: 'selection', body: 'The quay, réouvert', targets });
    await host.indexed();
    const [line] = (await search('reouvert', { in: 'notes' })).lines;
    expect(line).toMatchObject({ noteId: note.id, versionId: versionIds[2], segment: 0, start: 4, end: 11, match: 'réouvert' });
    expect(line!.opposite[0]!.text).toBe(texts.ar[0]!.slice(4, 11));
    expect((await search('quay', { langs: ['ar'] })).lines).toHaveLength(1);
    expect((await search('quay', { langs: ['en'] })).lines).toHaveLength(0);
    await host.value('notes.update', { noteId: note.id, body: 'The pier', session: 's' });
    await host.indexed();
    expect((await search('quay')).lines).toHaveLength(0);
    await host.value('notes.delete', { noteId: note.id });
    await host.indexed();
    expect((await search('pier')).lines).toHaveLength(0);
    await host.value('history.undo', { reportId });
    await host.indexed();
    expect((await search('pier')).count).toEqual({ paragraphs: 0, notes: 1, codes: 0, capped: false });
  });
  it('reports to the bin and back, languages, versions added and taken out again', async () => {
    await host.value('report.delete', { reportId });
    expect(await shown('harbour')).toEqual([]);
    await host.indexed();
    expect((await search('harbour')).count?.paragraphs).toBe(0);
    await host.value('report.restore', { reportId });
    await host.value('version.update', { reportId, versionId: versionIds[0]!, lang: 'de' });
    await host.indexed();
    expect(await shown('ferries', { langs: ['de'] })).toEqual(['de 1 ferries']);
    const version = newVersion('es', ['El puerto viejo.', 'Dos barcos.', 'Nadie fue herido.']);
    await host.job(host.value('report.addVersion', { reportId, version, acceptUnrelated: true }));
    await host.indexed();
    expect(await shown('puerto')).toEqual(['es 0 puerto']);
    await host.value('history.undo', { reportId });
    await host.indexed();
    expect(await shown('puerto')).toEqual([]);
  });
  it('row edits: what stands opposite is what stands there now', async () => {
    const { rows } = await host.value('report.rows', { reportId, offset: 0, limit: 10 });
    await host.value('rows.edit', { reportId, edit: { type: 'merge-next', rowId: rows[0]!.id } });
    const [line] = (await search('Monday')).lines;
    expect(line!.opposite[0]!.text).toBe(`${texts.fr[0]}\n${texts.fr[1]}`);
    const { rowId, index } = await host.value('search.place', { reportId, versionId: versionIds[0]!, segment: 2 });
    const page = await host.value('report.rows', { reportId, offset: index, limit: 1 });
    expect(page.rows[0]).toMatchObject({ id: rowId, cells: expect.arrayContaining([[2]]) });
  });
  it('by itself in the background, and anew after damage', async () => {
    await host.close();
    const file = path.join(folder, 'library', 'library.db.search');
    const whole = readFileSync(file);
    for (const damaged of [Buffer.from('no database at all'), whole.subarray(0, whole.length / 2), scrambled(whole)]) {
      writeFileSync(file, damaged);
      const writer = (name: string) => new LocalIndexWriter(name);
      const options = { folder, appVersion: '0', platform: 'test', language: 'en', resources, send: () => undefined } as const;
      const again = openHost({ ...options, aligner: new LocalAligner(resources.lexicon), indexWriter: writer });
      await expect
        .poll(async () => {
          const answer = await again.call('search.run', { ...plain(), query: 'harbour' });
          return answer.ok && answer.value.lines.length;
        })
        .toBe(3);
      await again.close();
    }
    host = testHost(folder);
  });
});

/** Every page but the first few overwritten: it opens, and fails when it is asked. */
function scrambled(file: Uint8Array): Buffer {
  const copy = Buffer.from(file);
  copy.fill(0x5a, 3 * 4096);
  return copy;
}
