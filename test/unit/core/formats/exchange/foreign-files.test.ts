/** Files as other programs write them. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { holdsTogether } from '../../../../../core/formats/exchange/check-report-data';
import { exportReport } from '../../../../../core/formats/exchange/export-report';
import { exchangeFormatOf, importExchange } from '../../../../../core/formats/exchange/import-exchange';
import type { ExchangeImportOptions } from '../../../../../core/formats/exchange/importer';
import type { VersionId } from '../../../../../core/model/ids';
import type { ReportData } from '../../../../../core/model/report-data';
import { exportOptions } from './arbitrary-report';
import { ids, sampleReport } from './sample-report';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
function read(bytes: Uint8Array | string, name: string, options: ExchangeImportOptions = {}) {
  const result = importExchange(typeof bytes === 'string' ? utf8(bytes) : bytes, name, options);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
function reportOf(bytes: Uint8Array | string, name: string, options: ExchangeImportOptions = {}): ReportData {
  const { content } = read(bytes, name, options);
  if (content.kind !== 'report') throw new Error(content.kind);
  expect(holdsTogether(content.data)).toBe(true);
  return content.data;
}
const textsOf = (data: ReportData): string[][] => data.versions.map(({ segments }) => segments.map(({ text }) => text));
const langsOf = (data: ReportData): string[] => data.versions.map(({ info }) => info.lang);
const cellsOf = (data: ReportData): number[][][] => data.rows.map(({ cells }) => cells);

describe('tmx', () => {
  const tmx = `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="en"/><body>
    <tu><note>check this</note><tuv xml:lang="EN-us"><seg>A <bpt i="1">&lt;b&gt;</bpt>bold<ept i="1">&lt;/b&gt;</ept> word</seg></tuv>
      <tuv xml:lang="ar"><seg>كلمة</seg></tuv><tuv xml:lang="fr"><seg>Un mot</seg></tuv></tu>
    <tu><tuv xml:lang="fr"><seg>  Seul
      ici </seg></tuv></tu>
    <tu><tuv lang="en-US"><seg>first</seg></tuv><tuv xml:lang="en-US"><seg>second</seg></tuv></tu>
    <tu><tuv xml:lang="en-US"><seg> </seg></tuv></tu>
  </body></tmx>`;

  it('takes any number of languages, two versions of one, and units with gaps', () => {
    const data = reportOf(tmx, 'memory.tmx');
    expect(langsOf(data)).toEqual(['en-US', 'ar', 'fr', 'en-US']);
    expect(textsOf(data)).toEqual([['A bold word', 'first'], ['كلمة'], ['Un mot', 'Seul ici'], ['second']]);
    expect(cellsOf(data)).toEqual([
      [[0], [0], [0], []],
      [[], [], [1], []],
      [[1], [], [], [0]],
    ]);
    expect(data.versions[1]!.info.direction).toBe('rtl');
    expect(data.report.title).toBe('memory');
  });

  it('makes a unit note a note on the row, and says what was left', () => {
    const { content, report } = read(tmx, 'memory.tmx');
    const notes = content.kind === 'report' ? content.data.notes : [];
    expect(notes.map(({ body, scope, targets }) => [body, scope, targets.length])).toEqual([['check this', 'row', 3]]);
    expect(report.left.map(({ code }) => code)).toEqual(['markup-dropped', 'unit-without-text']);
  });

  it('falls back to paragraphs where our own marks no longer fit the texts', () => {
    const own = exportReport('tmx', sampleReport(), exportOptions);
    const edited = new TextDecoder()
      .decode(own.ok ? own.value.files[0]!.bytes : new Uint8Array())
      .replaceAll('two years', 'three long years');
    const { content, report } = read(edited, 'x.tmx');
    expect(report.left.map(({ code }) => code)).toContain('own-data-damaged');
    const data = content.kind === 'report' ? content.data : null;
    expect(textsOf(data!)[0]![1]).toBe('The bridge cost 12 million 😀 euros. It was built in three long years.');
    expect(textsOf(data!)[1]).toEqual(sampleReport().versions[1]!.segments.map(({ text }) => text));
  });
});

describe('xliff', () => {
  it('reads 1.2, several segments a unit, and leaves codes out', () => {
    const old = `<xliff version="1.2"><file source-language="en" target-language="fr-CA" original="x" datatype="plaintext"><body>
      <trans-unit id="1"><source>One <g id="1">two</g><x id="2"/></source><target state="final">Un deux</target></trans-unit>
      <trans-unit id="2"><source>Three</source></trans-unit></body></file></xliff>`;
    const data = reportOf(old, 'x.xlf');
    expect(langsOf(data)).toEqual(['en', 'fr-CA']);
    expect(textsOf(data)).toEqual([['One two', 'Three'], ['Un deux']]);
    const now = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="ar"><file id="f"><unit id="u">
      <notes><note>mind this</note></notes><segment state="final"><source>A<ph id="1"/> b</source><target>أ</target></segment>
      <ignorable><source> </source></ignorable><segment><source>C</source></segment></unit></file></xliff>`;
    const second = reportOf(now, 'x.xliff');
    expect(textsOf(second)).toEqual([['A b', 'C'], ['أ']]);
    expect(second.rows.map(({ status }) => status)).toEqual(['confirmed', 'edited']);
    expect(second.notes.map(({ body }) => body)).toEqual(['mind this']);
  });
});

describe('tables', () => {
  it('takes languages from headings, from the person, or from the text', () => {
    const named = reportOf('en: Title,ar\nOne,واحد\nTwo,\n', 'x.csv');
    expect([langsOf(named), named.versions[0]!.info.title, textsOf(named)]).toEqual([
      ['en', 'ar'],
      'Title',
      [['One', 'Two'], ['واحد']],
    ]);
    for (const head of ['English,Français', 'anglais (BBC),French', 'الإنجليزية,اللغة الفرنسية'])
      expect([langsOf(reportOf(`${head}\nOne,Un\n`, 'x.csv')), textsOf(reportOf(`${head}\nOne,Un\n`, 'x.csv'))]).toEqual([
        ['en', 'fr'],
        [['One'], ['Un']],
      ]);
    // A first row that only begins with a language's name is text.
    expect(textsOf(reportOf('English is hard,French\nOne,Un\n', 'x.csv'))[0]).toHaveLength(2);
    const bare = 'The ministry said the new harbour would open in spring.,أعلنت الوزارة أن الميناء الجديد سيفتح في الربيع.\n';
    expect(langsOf(reportOf(bare, 'x.csv'))).toEqual(['en', 'ar']);
    expect(langsOf(reportOf(bare, 'x.csv', { languages: ['de', 'fa'] }))).toEqual(['de', 'fa']);
  });

  it('reads shared and rich strings, numbers and holes of a workbook, computes no formula, takes the first sheet with text', () => {
    const sheet = (rows: string) => `<worksheet xmlns="urn:x"><sheetData>${rows}</sheetData></worksheet>`;
    const book = zipSync(
      Object.fromEntries(
        Object.entries({
          'xl/workbook.xml':
            '<workbook xmlns:r="urn:r"><sheets><sheet name="Empty" r:id="a"/><sheet name="Text" r:id="b"/><sheet name="More" r:id="b"/></sheets></workbook>',
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
          'xl/sharedStrings.xml':
            '<sst><si><t>en</t></si><si><r><t>f</t></r><r><t>r</t></r><rPh><t>no</t></rPh></si><si><t>a_x000A_b</t></si></sst>',
          'xl/worksheets/sheet1.xml': sheet(''),
          'xl/worksheets/sheet2.xml': sheet(
            '<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="9"><c r="A9" t="s"><v>2</v></c><c r="C9"><f>1+1</f><v>2</v></c></row>',
          ),
        }).map(([name, text]) => [name, strToU8(text)]),
      ),
    );
    const data = reportOf(book, 'x.xlsx');
    expect(langsOf(data)).toEqual(['en', 'fr']);
    expect(textsOf(data)).toEqual([['a', 'b'], ['2']]);
    expect(read(book, 'x.xlsx').report.left.map(({ code }) => code)).toEqual(['formula-ignored', 'sheet-ignored']);
  });

  it('finds a language in a hostile heading in no time worth counting', () => {
    const heading = `en${'-aa'.repeat(300_000)}\n`;
    expect(langsOf(reportOf(`"${heading}","${heading}"\nOne,Un\n`, 'x.csv'))).toHaveLength(2);
  });
});

describe('links of texts', () => {
  const report = sampleReport();
  const links = (text: string, name: string) => {
    const { content, report: transfer } = read(text, name, { report, versions: [0, 1] });
    return { rows: content.kind === 'links' ? content.rows : [], codes: transfer.left.map(({ code }) => code) };
  };

  it('puts every segment in one row, however broken the lines', () => {
    const { rows, codes } = links('[0] : [0]\n[3]:[1]:0.5\n[2, 2, 99] : [1]\nnonsense\n', 'x.beads');
    expect(rows).toEqual([
      { cells: [[0], [0]], score: null },
      { cells: [[1], []], score: null },
      { cells: [[3], [1]], score: 0.5 },
      { cells: [[2], []], score: null },
      { cells: [[4], []], score: null },
      { cells: [[], [2]], score: null },
    ]);
    expect(codes).toEqual(['line-not-understood', 'segment-out-of-range', 'segment-twice', 'segment-missing']);
  });

  it('reads a ladder as the groups between its rungs', () => {
    const { rows } = links('0\t0\t0.3\n1\t1\t-0.2\n3\t2\t1.7\n5\t3\t0\n', 'x.ladder');
    expect(rows).toEqual([
      { cells: [[0], [0]], score: 0.3 },
      { cells: [[1, 2], [1]], score: null },
      { cells: [[3, 4], [2]], score: null },
    ]);
  });

  it('writes a ladder without what crosses, and says so', () => {
    const result = exportReport('ladder', report, { ...exportOptions, versions: [0, 1] });
    if (!result.ok) throw new Error(result.error.code);
    expect(
      new TextDecoder()
        .decode(result.value.files[0]!.bytes)
        .split('\n')
        .slice(0, -1)
        .map((l) => l.split('\t').map(Number)),
    ).toEqual([
      [0, 0, 0.98],
      [1, 1, 0],
      [2, 1, 0],
      [3, 1, 0.71],
      [4, 2, 0],
      [5, 2, 0],
      [5, 3, 0],
    ]);
    expect(result.value.report.left.find(({ code }) => code === 'crossing-left-out')?.count).toBe(1);
  });

  it('takes two versions and no others', () => {
    const codeOf = (versions: number[]) => {
      const result = exportReport('beads', report, { ...exportOptions, versions });
      return result.ok ? 'written' : result.error.code;
    };
    expect([[0, 2], [0], [0, 1, 2], [0, 9], [1, 1]].map(codeOf)).toEqual([
      'written',
      'too-few-versions',
      'too-many-versions',
      'version-not-found',
      'version-not-found',
    ]);
  });
});

describe('annotations from elsewhere', () => {
  const exported = (data: ReportData): string => {
    const result = exportReport('annotations', data, exportOptions);
    return new TextDecoder().decode(result.ok ? result.value.files[0]!.bytes : new Uint8Array());
  };
  /** The same report as another laptop imported it: other ids, and a paragraph more at the beginning. */
  function otherLaptop(): ReportData {
    const data = sampleReport();
    const versions = data.versions.map((version, v) => ({
      ...version,
      info: { ...version.info, id: ids.versions[v]!.replace('-4000-', '-4999-') as VersionId },
      text: `!\n\n${version.text}`,
    }));
    return {
      ...data,
      versions,
      report: { ...data.report, versions: versions.map(({ info }) => info) },
      notes: [],
      revisions: [],
      codes: [],
      codings: [],
    };
  }

  it('finds the versions by what the file says of them, and the passages by their quotations', () => {
    const report = otherLaptop();
    const { content, report: transfer } = read(exported(sampleReport()), 'x.jsonld', { report });
    if (content.kind !== 'notes') throw new Error(content.kind);
    for (const { targets } of [...content.notes, ...content.codings.map(({ target }) => ({ targets: [target] }))]) {
      for (const { versionId, position, quote } of targets) {
        const text = report.versions.find(({ info }) => info.id === versionId)!.text;
        expect(text.slice(position.start, position.end)).toBe(quote.exact);
      }
    }
    expect(content.notes.map(({ targets }) => targets.length)).toEqual([3, 1]);
    expect(transfer.left.map(({ code }) => code)).toEqual(['position-repaired']);
  });

  it('keeps a note whose quotation is gone, and says so', () => {
    const report = otherLaptop();
    const versions = report.versions.map((v) => ({ ...v, text: v.text.replaceAll('million', 'milliard') }));
    const { content, report: transfer } = read(exported(sampleReport()), 'x.jsonld', { report: { ...report, versions } });
    expect(content.kind === 'notes' && content.notes).toHaveLength(2);
    // Three of the present targets, and the two of them that the first note's earlier state had, too.
    expect(transfer.left.find(({ code }) => code === 'quotation-not-found')?.count).toBe(5);
  });

  it('takes annotations of other programs: one target, a body that is a string, a selector alone', () => {
    const item = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'http://example.org/anno/1',
      type: 'Annotation',
      bodyValue: 'A thought',
      created: '2026-03-01T10:00:00Z',
      target: { source: 'http://example.org/page', selector: { type: 'TextQuoteSelector', exact: 'in two years' } },
    };
    const { content } = read(JSON.stringify(item), 'x.json', { report: sampleReport() });
    if (content.kind !== 'notes') throw new Error(content.kind);
    const [note] = content.notes;
    expect([note!.body, note!.createdAtMs, note!.targets[0]!.versionId]).toEqual([
      'A thought',
      Date.UTC(2026, 2, 1, 10),
      ids.versions[0],
    ]);
    expect(sampleReport().versions[0]!.text.slice(note!.targets[0]!.position.start).startsWith('in two years')).toBe(true);
  });
});

describe('codebooks', () => {
  it('reads GUIDs in braces, short colours and codes without names', () => {
    const qdc = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="{A1A1A1A1-0000-4000-8000-000000000001}" name="Frame" color="#F00" isCodable="false">
      <Description>d</Description><Code guid="x" name=" " isCodable="true"/></Code></Codes></CodeBook>`;
    const { content, report } = read(qdc, 'x.qdc');
    const codes = content.kind === 'codes' ? content.codes : [];
    expect(codes.map(({ id, ...code }) => ({ ...code, id: id.length }))).toEqual([
      { id: 36, parentId: null, name: 'Frame', description: 'd', colour: '#ff0000', order: 0 },
      { id: 36, parentId: 'a1a1a1a1-0000-4000-8000-000000000001', name: '—', description: '', colour: '#8a8a8a', order: 0 },
    ]);
    expect(report.left.map(({ code }) => code)).toEqual(['code-without-name']);
  });
});

describe('formats by name', () => {
  it('are known by their endings, and texts of one version are none', () => {
    expect(['a.TMX', 'a.xlf', 'a.tsv', 'a.triptych', 'a.txt', 'a'].map(exchangeFormatOf)).toEqual([
      'tmx',
      'xliff',
      'csv',
      'triptych',
      null,
      null,
    ]);
  });
});

describe('parts of a report', () => {
  it('come back without the ids of the whole', () => {
    for (const [versions, own] of [
      [[0, 1, 2], true],
      [[2, 0], false],
    ] as const) {
      const result = exportReport('tmx', sampleReport(), { ...exportOptions, versions });
      if (!result.ok) throw new Error(result.error.code);
      const { content } = read(result.value.files[0]!.bytes, 'x.tmx');
      expect(content.kind === 'report' && [content.ownIds, langsOf(content.data)]).toEqual([
        own,
        versions.map((v) => ['en', 'fr', 'ar'][v]),
      ]);
    }
  });
});
