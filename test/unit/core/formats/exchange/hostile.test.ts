import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportReport } from '../../../../../core/formats/exchange/export-report';
import { exchangeImporters, importExchange } from '../../../../../core/formats/exchange/import-exchange';
import type { ExportFormat } from '../../../../../core/model/exchange';
import type { ReportData } from '../../../../../core/model/report-data';
import { exportOptions } from './arbitrary-report';
import { sampleReport } from './sample-report';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
function bytesOf(format: ExportFormat, data: ReportData = sampleReport()): Uint8Array {
  const result = exportReport(
    format,
    data,
    format === 'beads' || format === 'ladder' ? { ...exportOptions, versions: [0, 1] } : exportOptions,
  );
  if (!result.ok) throw new Error(result.error.code);
  return result.value.files[0]!.bytes;
}
function codeOf(bytes: Uint8Array, name: string, report?: ReportData): string {
  const result = importExchange(bytes, name, report ? { report } : {});
  return result.ok ? 'taken' : result.error.code;
}
const laughs = `<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
const unit = '<tu><tuv xml:lang="en"><seg>one</seg></tuv><tuv xml:lang="fr"><seg>un</seg></tuv></tu>';
const tmx = (doctype: string, units = unit): Uint8Array =>
  utf8(`<?xml version="1.0"?>${doctype}<tmx version="1.4"><header/><body>${units}</body></tmx>`);

describe('XML from strangers', () => {
  it('lets the DTD line of TMX pass and no other document type', () => {
    for (const line of [
      '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
      `<!DOCTYPE tmx PUBLIC "-//LISA OSCAR:1998//DTD for TMX//EN" "http://example.org/tmx14.dtd">`,
    ]) {
      expect(codeOf(tmx(line), 'x.tmx')).toBe('taken');
    }
    for (const line of [
      laughs,
      '<!DOCTYPE tmx SYSTEM "file:///etc/passwd">',
      '<!DOCTYPE tmx SYSTEM "tmx14.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      '<!DOCTYPE html>',
    ]) {
      expect(codeOf(tmx(line), 'x.tmx')).toBe('xml-unsafe');
    }
  });

  it('refuses document types in every other format', () => {
    const xliff = new TextDecoder().decode(bytesOf('xliff')).replace('?>', '?><!DOCTYPE xliff SYSTEM "tmx14.dtd">');
    expect(codeOf(utf8(xliff), 'x.xlf')).toBe('xml-unsafe');
    const qdc = new TextDecoder().decode(bytesOf('qdc')).replace('?>', '?><!DOCTYPE CodeBook [<!ENTITY x "y">]>');
    expect(codeOf(utf8(qdc), 'x.qdc')).toBe('xml-unsafe');
  });

  it('knows no entity but those of XML', () => {
    expect(codeOf(tmx('', unit.replace('one', '&nbsp;')), 'x.tmx')).toBe('exchange-damaged');
    expect(codeOf(tmx('', unit.replace('one', '&lt;&#x1F600;')), 'x.tmx')).toBe('taken');
  });

  it('refuses what nests beyond reason', () => {
    const deep = '<hi>'.repeat(100_000) + '</hi>'.repeat(100_000);
    expect(codeOf(tmx('', unit.replace('one', deep)), 'x.tmx')).toBe('xml-unsafe');
    const codes = '<Code name="a">'.repeat(50_000) + '</Code>'.repeat(50_000);
    expect(codeOf(utf8(`<CodeBook><Codes>${codes}</Codes></CodeBook>`), 'x.qdc')).toBe('xml-unsafe');
  });

  it('reads UTF-16 and refuses bytes that are not what they say', () => {
    const text = `\uFEFF<?xml version="1.0" encoding="UTF-16"?><tmx version="1.4"><body>${unit}</body></tmx>`;
    expect(codeOf(new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer), 'x.tmx')).toBe('taken');
    expect(codeOf(new Uint8Array([...tmx('').slice(0, -20), 0xff, 0xfe]), 'x.tmx')).toBe('exchange-damaged');
  });
});

describe('packages from strangers', () => {
  const parts = (): Record<string, string> => ({
    'manifest.json': '',
    'rows.json': '[]',
    'notes.json': '{"notes":[],"revisions":[]}',
    'codes.json': '{"codes":[],"codings":[]}',
  });
  const zip = (files: Record<string, string>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(files).map(([n, t]) => [n, strToU8(t)])));
  const id = '11111111-1111-4111-8111-111111111111';
  const info = {
    id,
    ordinal: 0,
    lang: 'en',
    direction: 'ltr',
    title: '',
    outlet: '',
    date: '',
    fileName: '',
    format: 'txt',
    encoding: null,
    segmentCount: 1,
    related: true,
  };
  const manifest = (extra: object = {}) => ({
    format: 'triptych-package',
    formatVersion: 1,
    appVersion: '1',
    report: { id, title: '', kind: 'event', baseVersionId: id },
    versions: [{ info, original: null }],
    ...extra,
  });
  const segment = { index: 0, kind: 'paragraph', boilerplate: false, start: 0, end: 2, sentences: [[0, 2]] };
  const whole = (over: Record<string, unknown> = {}): Uint8Array =>
    zip({
      ...parts(),
      'manifest.json': JSON.stringify(manifest()),
      'versions/0.json': JSON.stringify({ text: 'ab', segments: [segment] }),
      'rows.json': JSON.stringify([{ id: 1, cells: [[0]], score: null, status: 'automatic' }]),
      ...Object.fromEntries(
        Object.entries(over).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
      ),
    });

  it('takes the smallest package that holds together', () => {
    expect(codeOf(whole(), 'x.triptych')).toBe('taken');
  });

  it('refuses parts that do not fit together', () => {
    const row = (cells: unknown, rowId = 1) => ({ id: rowId, cells, score: null, status: 'automatic' });
    for (const over of [
      { 'rows.json': [] },
      { 'rows.json': [row([[0, 0]])] },
      { 'rows.json': [row([[0]]), row([[0]], 2)] },
      { 'rows.json': [row([[1]])] },
      { 'rows.json': [row([[0], []])] },
      { 'rows.json': [row([[0]]), row([[]])] },
      { 'versions/0.json': { text: 'a', segments: [segment] } },
      { 'versions/0.json': { text: 'ab', segments: [{ ...segment, start: 2, end: 1 }] } },
      {
        'manifest.json': manifest({
          report: { id, title: '', kind: 'event', baseVersionId: '22222222-2222-4222-8222-222222222222' },
        }),
      },
      { 'manifest.json': manifest({ versions: [] }) },
      { 'codes.json': { codes: [{ id, parentId: id, name: 'a', description: '', colour: '#000000', order: 0 }], codings: [] } },
      { 'notes.json': '{' },
      { 'notes.json': '[]' },
    ]) {
      expect(codeOf(whole(over), 'x.triptych')).toBe('exchange-damaged');
    }
  });

  it('refuses __proto__ wherever it stands, and JSON too deep to walk', () => {
    expect(codeOf(whole({ 'notes.json': '{"notes":[],"revisions":[],"__proto__":{"x":1}}' }), 'x.triptych')).toBe(
      'exchange-damaged',
    );
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(codeOf(whole({ 'rows.json': deep }), 'x.triptych')).toBe('exchange-damaged');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('says when a package is of a newer app', () => {
    expect(codeOf(whole({ 'manifest.json': manifest({ formatVersion: 2 }) }), 'x.triptych')).toBe('package-newer');
  });

  it('refuses names that leave the archive and bombs', () => {
    expect(codeOf(whole({ '../evil.json': '1' }), 'x.triptych')).toBe('zip-unsafe');
    expect(codeOf(zipSync({ 'manifest.json': new Uint8Array(12_000_000) }, { level: 9 }), 'x.triptych')).toBe('zip-too-large');
  });
});

describe('annotations from strangers', () => {
  it('refuses __proto__ and what is no collection', () => {
    const report = sampleReport();
    expect(codeOf(utf8('{"items":[],"__proto__":{}}'), 'x.jsonld', report)).toBe('exchange-damaged');
    for (const text of ['', '1', '{}', '"x"', 'null'])
      expect(codeOf(utf8(text || ' '), 'x.jsonld', report)).toBe(text === '' ? 'exchange-damaged' : 'exchange-other');
  });

  it('passes over items that are none', () => {
    const result = importExchange(utf8('{"items":[1,null,{"target":5},{"target":"urn:x"}]}'), 'x.jsonld', {
      report: sampleReport(),
    });
    expect(result.ok && result.value.report.left.map(({ code }) => code)).toEqual([
      'annotation-not-understood',
      'note-without-target',
    ]);
  });
});

describe('any bytes', () => {
  const names: Record<string, string> = {
    tmx: 'x.tmx',
    xliff: 'x.xlf',
    csv: 'x.csv',
    xlsx: 'x.xlsx',
    beads: 'x.beads',
    ladder: 'x.ladder',
    annotations: 'x.jsonld',
    qdc: 'x.qdc',
    triptych: 'x.triptych',
  };
  for (const id of Object.keys(exchangeImporters)) {
    it(`${id}: files changed at random are read or refused, never thrown at`, () => {
      const good = bytesOf(id as ExportFormat);
      const report = sampleReport();
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 }),
          fc.nat({ max: good.length }),
          (changes, cut) => {
            const bytes = good.slice();
            for (const [at, value] of changes) bytes[at] = value;
            importExchange(bytes, names[id]!, { report });
            importExchange(bytes.subarray(0, cut), names[id]!, { report });
          },
        ),
        { numRuns: 60 },
      );
    });
  }
});
