/** Exports and imports of whole reports on the command line, each as a process of its own. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exporters } from '../../../../core/formats/exchange/export-report';
import { exportFormats } from '../../../../core/model/exchange';
import { bundleScript } from '../support/bundle-script';
import { harbour, newFolder, removeFolder } from '../support/host';

let folder: string;
let script: string;
let id: string;
const library = ['--library', 'made/library.db'];

function run(...args: string[]) {
  const env = { ...process.env, LC_ALL: 'en_GB.UTF-8' };
  const r = spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8', env, maxBuffer: 1 << 28 });
  return { status: r.status, out: r.stdout, err: r.stderr };
}
const inFolder = (name: string) => path.join(folder, name);
const text = (name: string) => readFileSync(inFolder(name), 'utf8');

beforeAll(async () => {
  folder = newFolder();
  script = await bundleScript('electron/cli/triptych.ts');
  writeFileSync(inFolder('en.txt'), harbour.en.join('\n\n'));
  writeFileSync(inFolder('fr.txt'), harbour.fr.join('\n\n'));
  writeFileSync(inFolder('ar.txt'), 'أُعيد فتح ميناء مرسى يوم الاثنين بعد ثلاثة أيام.\n\nستبحر عبّارتان كل يوم حتى نهاية مارس.');
  const made = run('import', ...library, '--title', 'Harbour: 1/2', 'en.txt', 'fr.txt', 'ar.txt');
  id = made.out.trim();
}, 120_000);
afterAll(() => {
  removeFolder(folder);
  rmSync(path.dirname(script), { recursive: true, force: true });
});

describe('export', () => {
  it('writes a file where it is told to, and prints its name', () => {
    const r = run('export', ...library, '--report', id, '--format', 'csv', '--out', 'out.csv');
    expect(r).toMatchObject({ status: 0, out: 'out.csv\n' });
    expect(text('out.csv')).toContain('The harbour of Marsa');
    expect(text('out.csv')).toContain('ميناء مرسى');
  });
  it('takes two of three versions for bead lines, by their places', () => {
    const r = run('export', ...library, '--report', id, '--format', 'beads', '--out', 'x.beads', '--versions', '0,1');
    expect(r.status).toBe(0);
    expect(text('x.beads')).toMatch(/^(\[[\d, ]*\] : \[[\d, ]*\]\n)+$/);
    for (const wrong of [[], ['--versions', '0'], ['--versions', '0,0'], ['--versions', '0,7'], ['--versions', 'a,b']])
      expect(run('export', ...library, '--report', id, '--format', 'beads', '--out', 'y.beads', ...wrong).status).toBe(2);
    expect(existsSync(inFolder('y.beads'))).toBe(false);
  });
  it('puts several files into a folder under names without signs that a path has', () => {
    mkdirSync(inFolder('pairs'));
    const r = run('export', ...library, '--report', id, '--format', 'xliff', '--out', 'pairs');
    expect(r.status).toBe(0);
    const names = readdirSync(inFolder('pairs'));
    expect(names).toHaveLength(2);
    expect(
      r.out
        .trim()
        .split('\n')
        .map((line) => path.basename(line))
        .sort(),
    ).toEqual(names.sort());
    expect(names.every((name) => /^Harbour 1 2[\w .-]*\.xlf$/.test(name))).toBe(true);
    expect(run('export', ...library, '--report', id, '--format', 'xliff', '--out', 'one.xlf').status).toBe(2);
  });
  it('explains what it can’t do, and writes nothing then', () => {
    const other = '00000000-0000-4000-8000-000000000000';
    const to = ['--format', 'txt', '--out', 'no.txt'];
    expect(run('export', ...library, '--report', other, ...to)).toMatchObject({ status: 1, out: '' });
    expect(run('export', '--library', 'none.db', '--report', id, ...to)).toMatchObject({ status: 1, out: '' });
    expect(existsSync(inFolder('none.db'))).toBe(false);
    expect(run('export', ...library, '--report', id, '--format', 'pdf', '--out', 'no.txt')).toMatchObject({ status: 2, out: '' });
    expect(run('export', ...library, '--report', id, '--format', 'txt')).toMatchObject({ status: 2, out: '' });
    const nowhere = run('export', ...library, '--report', id, '--format', 'txt', '--out', 'nowhere/no.txt');
    expect(nowhere).toMatchObject({ status: 1, out: '', err: expect.stringContaining('no.txt') });
    expect(existsSync(inFolder('no.txt'))).toBe(false);
  });
});

describe('every format', () => {
  it.each(exportFormats.filter((format) => format !== 'qdc'))('%s goes out', (format) => {
    const into = `all-${format}`;
    mkdirSync(inFolder(into));
    const pair = exporters[format].versions === 'two' ? ['--versions', '0,1'] : [];
    const r = run('export', ...library, '--report', id, '--format', format, '--out', into, ...pair);
    expect(r.status).toBe(0);
    const names = readdirSync(inFolder(into));
    expect(names).toHaveLength(format === 'xliff' ? 2 : 1);
    expect(names.every((name) => name.endsWith(`.${exporters[format].extension}`))).toBe(true);
    expect(names.every((name) => readFileSync(inFolder(path.join(into, name))).length > 0 || format === 'annotations')).toBe(
      true,
    );
  });
  it('without codes there is no codebook to write', () => {
    const r = run('export', ...library, '--report', id, '--format', 'qdc', '--out', 'none.qdc');
    expect(r).toMatchObject({ status: 1, out: '' });
    expect(existsSync(inFolder('none.qdc'))).toBe(false);
  });
  it('several files that are whole reports come in one after the other', () => {
    const from = (format: string) => path.join(`all-${format}`, readdirSync(inFolder(`all-${format}`))[0]!);
    const files = ['tmx', 'xliff', 'csv', 'xlsx', 'triptych'].map(from);
    const r = run('import', '--library', 'many/library.db', ...files);
    expect(r.status).toBe(0);
    expect(new Set(r.out.trim().split('\n')).size).toBe(5);
    expect(JSON.parse(run('check', '--library', 'many/library.db').out)).toMatchObject({ ok: true, counts: { report: 5 } });
  });
  it('is explained by --help, the command’s own part alone', () => {
    for (const command of ['align', 'import', 'export', 'search', 'check']) {
      const r = run(command, '--help');
      expect(r).toMatchObject({ status: 0, err: '' });
      const named = r.out.split('\n').flatMap((line) => /^ {2}([a-z]+)/.exec(line)?.[1] ?? []);
      expect(new Set(named)).toEqual(new Set([command]));
    }
    const about = run('export', '-h').out;
    expect(exportFormats.filter((format) => !about.includes(format))).toEqual([]);
  });
});

describe('import into a report', () => {
  const lib = ['--library', 'pair/library.db'];
  let pair: string;
  beforeAll(() => {
    pair = run('import', ...lib, 'en.txt', 'fr.txt').out.trim();
  }, 60_000);
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://example.org/notes/1',
    type: 'Annotation',
    creator: { type: 'Person', name: 'Salma' },
    bodyValue: 'Who says so?',
    target: { source: 'https://example.org/en', selector: { type: 'TextQuoteSelector', exact: 'The harbour of Marsa' } },
  };

  it('takes notes with their author, a codebook and rows, and says what it took', () => {
    writeFileSync(inFolder('note.jsonld'), JSON.stringify(annotation));
    writeFileSync(
      inFolder('book.qdc'),
      '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="11111111-1111-4111-8111-111111111111" name="Source" isCodable="true"/></Codes></CodeBook>',
    );
    expect(run('export', ...lib, '--report', pair, '--format', 'beads', '--out', 'own.beads').status).toBe(0);
    const r = run('import', ...lib, '--report', pair, 'note.jsonld', 'book.qdc', 'own.beads');
    expect(r.status).toBe(0);
    const lines = r.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { file: 'note.jsonld', taken: { notes: 1 }, conflicts: 0 },
      { file: 'book.qdc', taken: { codes: 1 } },
      { file: 'own.beads' },
    ]);
    expect(run('export', ...lib, '--report', pair, '--format', 'annotations', '--out', 'back.jsonld').status).toBe(0);
    const [back] = JSON.parse(text('back.jsonld')).first.items;
    expect(back).toMatchObject({ creator: { name: 'Salma' }, body: [{ value: 'Who says so?' }] });
    expect(run('export', ...lib, '--report', pair, '--format', 'qdc', '--out', 'back.qdc').status).toBe(0);
    expect(text('back.qdc')).toContain('name="Source"');
    expect(run('import', ...lib, '--report', pair, 'note.jsonld').out).toContain('"notes":0');
  });
  it('refuses what is not for the report, and is told what is missing', () => {
    expect(run('import', ...lib, '--report', pair)).toMatchObject({ status: 2, out: '' });
    expect(run('import', ...lib, '--report', 'none', 'note.jsonld')).toMatchObject({ status: 1, out: '' });
    writeFileSync(inFolder('wrong.beads'), 'hello\n');
    writeFileSync(inFolder('wrong.jsonld'), '{"first":');
    for (const name of ['wrong.beads', 'wrong.jsonld', 'gone.qdc'])
      expect(run('import', ...lib, '--report', pair, name)).toMatchObject({ status: 1, err: expect.stringContaining(name) });
    expect(run('import', '--library', 'none.db', '--report', pair, 'note.jsonld')).toMatchObject({ status: 1, out: '' });
    expect(existsSync(inFolder('none.db'))).toBe(false);
  });
});

describe('import of a whole report', () => {
  it('takes a package with its id into another library, and exports the same again', () => {
    expect(run('export', ...library, '--report', id, '--format', 'triptych', '--out', 'a.triptych').status).toBe(0);
    const r = run('import', '--library', 'other/library.db', 'a.triptych');
    expect(r).toMatchObject({ status: 0, out: `${id}\n` });
    const twice = run('import', '--library', 'other/library.db', '--title', 'Again', 'a.triptych');
    expect(twice.status).toBe(0);
    expect(twice.out).not.toBe(r.out);
    const tmx = (lib: string, out: string) => run('export', '--library', lib, '--report', id, '--format', 'txt', '--out', out);
    expect(tmx('made/library.db', 'first.txt').status).toBe(0);
    expect(tmx('other/library.db', 'second.txt').status).toBe(0);
    expect(text('second.txt')).toBe(text('first.txt'));
    const check = JSON.parse(run('check', '--library', 'other/library.db').out);
    expect(check).toMatchObject({ ok: true, misplacedSegments: 0, counts: { report: 2, version: 6 } });
  });
  it('takes TMX and tables, with the languages of their columns where they are given', () => {
    writeFileSync(inFolder('t.csv'), 'eins,one\nzwei,two\n');
    const r = run('import', ...library, '--lang', 'de,en', 't.csv');
    expect(r.status).toBe(0);
    expect(run('export', ...library, '--report', r.out.trim(), '--format', 'tmx', '--out', 't.tmx').status).toBe(0);
    expect(text('t.tmx')).toContain('xml:lang="de"');
    expect(run('import', ...library, 't.tmx').status).toBe(0);
  });
  it('refuses what is damaged or something else', () => {
    writeFileSync(inFolder('bad.triptych'), 'PK no zip');
    writeFileSync(inFolder('bomb.tmx'), '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx version="1.4"><body>&a;</body></tmx>');
    for (const name of ['bad.triptych', 'bomb.tmx', 'gone.csv'])
      expect(run('import', ...library, name)).toMatchObject({ status: 1, out: '', err: expect.stringContaining(name) });
    expect(run('import', ...library, 'en.txt')).toMatchObject({ status: 2, out: '' });
  });
});
