/** The command line as people run it: a process of its own, files in, text out, exit status. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleScript } from '../support/bundle-script';
import { harbour, newFolder, projectRoot, removeFolder } from '../support/host';

let folder: string;
let script: string;
beforeAll(async () => {
  folder = newFolder();
  script = await bundleScript('electron/cli/triptych.ts');
}, 60_000);
afterAll(() => {
  removeFolder(folder);
  rmSync(path.dirname(script), { recursive: true, force: true });
});

function run(...args: string[]) {
  const env = { ...process.env, LC_ALL: 'en_GB.UTF-8' };
  const r = spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8', env, maxBuffer: 1 << 28 });
  return { status: r.status, out: r.stdout, err: r.stderr };
}
const put = (name: string, text: string | Uint8Array): string => {
  writeFileSync(path.join(folder, name), text);
  return name;
};
/** `[0, 1] : [2]` */
const parseBeads = (text: string): number[][][] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' : ').map((side) => JSON.parse(side) as number[]));
const covers = (beads: number[][][], counts: number[]) =>
  counts.forEach((count, side) => {
    const all = beads.flatMap((b) => b[side]!).sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: count }, (_, i) => i));
  });

describe('align', () => {
  it('prints beads, one a line, with every line of both files in one of them', () => {
    const en = put('en.lines', `${harbour.en.slice(0, 3).join('\n')}\n\n${harbour.en.slice(3).join('\n')}\n`);
    const fr = put('fr.lines', harbour.fr.join('\r\n'));
    const r = run('align', '--unit', 'line', '--lang', 'en,fr', '--format', 'beads', en, fr);
    expect(r).toMatchObject({ status: 0, err: '' });
    expect(r.out).toMatch(/^(\[(\d+(, \d+)*)?\] : \[(\d+(, \d+)*)?\]\n)+$/);
    const beads = parseBeads(r.out);
    covers(beads, [6, 5]);
    // The blank line is a segment that stays alone.
    expect(beads).toContainEqual([[3], []]);
    expect(beads).toContainEqual([[4], [3]]);
  });
  it('prints JSON of the agreed shape', () => {
    const en = put('en.txt', harbour.en.join('\n\n'));
    const fr = put('fr.txt', harbour.fr.join('\n\n'));
    const r = run('align', '--format', 'json', '--kind', 'translation', en, fr);
    expect(r.status).toBe(0);
    const json = JSON.parse(r.out);
    expect(Object.keys(json)).toEqual(['kind', 'related', 'versions', 'rows', 'links']);
    expect(json.kind).toBe('translation');
    expect(json.related).toBe(true);
    expect(json.versions).toEqual([
      { file: 'en.txt', lang: 'en', segments: 5, related: true },
      { file: 'fr.txt', lang: 'fr', segments: 5, related: true },
    ]);
    expect(json.rows.map((row: { cells: number[][] }) => row.cells)).toEqual([0, 1, 2, 3, 4].map((i) => [[i], [i]]));
    for (const link of json.links) {
      expect(Object.keys(link)).toEqual(expect.arrayContaining(['from', 'to', 'score']));
      expect(link.from).toHaveLength(2);
    }
  });
  it('explains failures and ends with 1, of wrong use with 2', () => {
    const en = put('en2.txt', harbour.en.join('\n\n'));
    expect(run('align', en, 'gone.txt')).toMatchObject({ status: 1, out: '', err: expect.stringContaining('gone.txt') });
    expect(run('align', en, put('empty.txt', ''))).toMatchObject({ status: 1, out: '' });
    expect(
      run(
        'align',
        en,
        put(
          'binary.txt',
          new Uint8Array(4000).map((_, i) => i % 7),
        ),
      ),
    ).toMatchObject({ status: 1, out: '' });
    expect(run('align', en, put('large.txt', 'word '.repeat(4_200_000)))).toMatchObject({ status: 1, out: '' });
    for (const wrong of [
      ['align', en],
      ['align', '--unit', 'page', en, en],
      ['align', '--nonsense', en, en],
      ['align', '--format', 'beads', en, en, en],
      ['align', '--lang', 'en,fr,ar', en, en],
      ['export'],
      [],
    ]) {
      const r = run(...wrong);
      expect(r).toMatchObject({ status: 2, out: '' });
      expect(r.err).toContain('Usage');
    }
    expect(run('--help')).toMatchObject({ status: 0, out: expect.stringContaining('align'), err: '' });
  });

  const set = path.join(projectRoot, '..', 'shared', 'data', 'beads', 'law-aren');
  it.skipIf(!existsSync(set))(
    'covers a real pair of files and agrees with most of its gold (../shared/data/beads)',
    () => {
      const [a, b, gold] = ['a', 'b', 'gold'].map((end) => path.join(set, `001.${end}`)) as [string, string, string];
      const r = run('align', '--unit', 'line', '--lang', 'ar,en', '--format', 'beads', a, b);
      expect(r.status).toBe(0);
      const beads = parseBeads(r.out);
      const lines = (file: string) => readFileSync(file, 'utf8').replace(/\n$/, '').split('\n').length;
      covers(beads, [lines(a), lines(b)]);
      const found = new Set(beads.map((bead) => JSON.stringify(bead)));
      const wanted = parseBeads(readFileSync(gold, 'utf8')).filter((bead) => bead.every((side) => side.length > 0));
      expect(wanted.filter((bead) => found.has(JSON.stringify(bead))).length / wanted.length).toBeGreaterThan(0.8);
    },
    60_000,
  );
});

describe('import', () => {
  it('stores a report and prints its id alone on a line', () => {
    const en = put('a.md', `# The harbour\n\n${harbour.en.join('\n\n')}`);
    const fr = put('b.txt', harbour.fr.join('\n\n'));
    const r = run('import', '--library', 'made/library.db', '--title', 'Harbour', en, fr);
    expect(r.status).toBe(0);
    expect(r.out).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}\n$/);
    const again = run('import', '--library', 'made/library.db', en, fr);
    expect(again.status).toBe(0);
    expect(again.out).not.toBe(r.out);
    const check = run('check', '--library', 'made/library.db');
    expect(check.status).toBe(0);
    expect(JSON.parse(check.out)).toMatchObject({
      ok: true,
      integrity: ['ok'],
      brokenReferences: 0,
      misplacedSegments: 0,
      counts: { report: 2, version: 4, segment: 22, note: 0 },
    });
  });
  it('leaves what is no library of ours as it is', () => {
    const en = put('c.txt', harbour.en.join('\n\n'));
    const fr = put('d.txt', harbour.fr.join('\n\n'));
    const other = put('other.db', 'not a database, but somebody’s file');
    expect(run('import', '--library', other, en, fr)).toMatchObject({ status: 1, out: '' });
    expect(readFileSync(path.join(folder, other), 'utf8')).toBe('not a database, but somebody’s file');
    expect(run('import', '--library', 'other.db/library.db', en, fr)).toMatchObject({ status: 1, out: '' });
    expect(run('check', '--library', other)).toMatchObject({ status: 1, out: '' });
    expect(run('check', '--library', 'none.db')).toMatchObject({ status: 1, out: '' });
    expect(existsSync(path.join(folder, 'none.db'))).toBe(false);
    expect(run('import', en, fr).status).toBe(2);
    expect(statSync(path.join(folder, other)).isFile()).toBe(true);
  });
});

describe('search', () => {
  it('prints lines as JSON with what stands opposite, and nothing else', () => {
    const en = put('e.txt', harbour.en.join('\n\n'));
    const fr = put('f.txt', harbour.fr.join('\n\n'));
    const made = run('import', '--library', 'searched.db', '--title', 'Harbour', '--kind', 'translation', en, fr);
    expect(made.status).toBe(0);
    const r = run('search', '--library', 'searched.db', 'march', '|', 'jetee');
    expect(r).toMatchObject({ status: 0, err: '' });
    const lines = JSON.parse(r.out);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      report: made.out.trim(),
      version: 0,
      lang: 'en',
      pre: expect.stringMatching(/end of $/),
      match: 'March',
      post: '.',
      opposite: [{ version: 1, lang: 'fr', text: harbour.fr[2] }],
    });
    expect(lines[1]).toMatchObject({ version: 1, lang: 'fr', match: 'jetée' });
    const french = JSON.parse(run('search', '--library', 'searched.db', '--lang', 'fr', 'march | jetee').out);
    expect(french).toEqual([lines[1]]);
    expect(run('search', '--library', 'searched.db', '--literal', 'jetee')).toMatchObject({ status: 0, out: '[]\n' });
  });
  it('explains what is not there, and wrong use', () => {
    expect(run('search', '--library', 'absent.db', 'word')).toMatchObject({ status: 1, out: '' });
    expect(existsSync(path.join(folder, 'absent.db'))).toBe(false);
    expect(run('search', '--library', 'searched.db')).toMatchObject({ status: 2, out: '' });
    expect(run('search', '--library', 'searched.db', '-- -word')).toMatchObject({ status: 2, out: '' });
    expect(run('search', '--library', 'searched.db', '--lang', 'English', 'word')).toMatchObject({ status: 2, out: '' });
    expect(run('search', 'word')).toMatchObject({ status: 2, out: '' });
  });
});
