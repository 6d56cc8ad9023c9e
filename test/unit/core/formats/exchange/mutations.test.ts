/**
 * Valid files with something wrong inside: XML whose tags and values were moved about, JSON whose nodes were replaced, archives packed
 * again around such parts. Importers refuse them, or give what the host would take: never an error, never half a report.
 */
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { joinedByBlankLines } from '../../../../../core/formats/exchange/blank-lines';
import { holdsTogether } from '../../../../../core/formats/exchange/check-report-data';
import { exportReport } from '../../../../../core/formats/exchange/export-report';
import { importExchange } from '../../../../../core/formats/exchange/import-exchange';
import { partsOf } from '../../../../../core/formats/exchange/report-parts';
import type { ExportFormat } from '../../../../../core/model/exchange';
import type { ReportData } from '../../../../../core/model/report-data';
import { codesShape, notesAndCodesShape, reportPartShape } from '../../../../../core/model/report-shapes';
import { exportOptions } from './arbitrary-report';
import { sampleReport } from './sample-report';

function bytesOf(format: ExportFormat, data: ReportData): Uint8Array {
  const result = exportReport(format, data, exportOptions);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.files[0]!.bytes;
}

/** Another value in its place: other kinds, limits, ids that belong elsewhere. */
const oddValue = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  0.5,
  1e308,
  2 ** 53,
  '',
  'x'.repeat(600),
  '\u0000\uD800',
  [],
  {},
  [[[]]],
  { '@type': 'x' },
  'a1a1a1a1-0000-4000-8000-000000000001',
);
/** Picks a node by numbers, and replaces, removes or doubles it. */
interface Change {
  path: number[];
  how: 'replace' | 'remove' | 'double';
  value: unknown;
}
const change: fc.Arbitrary<Change> = fc.record({
  path: fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 7 }),
  how: fc.constantFrom('replace', 'remove', 'double'),
  value: oddValue,
});

function changed(json: unknown, { path: [step = 0, ...rest], how, value }: Change): unknown {
  if (typeof json !== 'object' || json === null) return value;
  const keys = Object.keys(json);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return value;
  if (Array.isArray(json)) {
    const at = Number(key);
    if (rest.length > 0) return json.map((item, i) => (i === at ? changed(item, { path: rest, how, value }) : item));
    if (how === 'remove') return json.filter((_, i) => i !== at);
    return json.flatMap((item, i) => (i !== at ? [item] : how === 'double' ? [item, item] : [value]));
  }
  const object = json as Record<string, unknown>;
  if (rest.length > 0) return { ...object, [key]: changed(object[key], { path: rest, how, value }) };
  const { [key]: old, ...others } = object;
  return how === 'remove' ? others : { ...object, [key]: how === 'double' ? [old, old] : value };
}
const changedJson = (text: string, changes: readonly Change[]): string =>
  JSON.stringify(changes.reduce<unknown>((json, one) => changed(json, one), JSON.parse(text)));

/** Tags and texts as pieces that can be moved about. */
const piecesOf = (xml: string): string[] => xml.match(/<[^>]*>|[^<]+/g) ?? [];
const oddText = fc.constantFrom(
  '',
  ' ',
  '&#0;',
  '&#xD800;',
  '&x;',
  ']]>',
  '99999999999999999999',
  'ar',
  '-1',
  '<b/>',
  '<seg>',
  '\uFFFE',
);
const xmlChange = fc.record({
  at: fc.nat(),
  to: fc.nat(),
  how: fc.constantFrom('remove', 'double', 'swap', 'text', 'attribute' as const),
  text: oddText,
});
function changedXml(xml: string, changes: readonly { at: number; to: number; how: string; text: string }[]): string {
  const pieces = piecesOf(xml);
  for (const { at, to, how, text } of changes) {
    const [a, b] = [at % pieces.length, to % pieces.length];
    const piece = pieces[a] ?? '';
    if (how === 'remove') pieces[a] = '';
    else if (how === 'double') pieces[a] = piece + piece;
    else if (how === 'swap') [pieces[a], pieces[b]] = [pieces[b] ?? '', piece];
    else if (how === 'text') pieces[a] = piece.startsWith('<') ? piece + text : text;
    else pieces[a] = piece.replace(/="[^"]*"/, () => `="${text.replace(/[<"]/g, '')}"`);
  }
  return pieces.join('');
}

/** What a window would hand to the host must be what the host takes. */
function expectWhole(bytes: Uint8Array, name: string, report: ReportData): void {
  const result = importExchange(bytes, name, { report });
  if (!result.ok) return;
  const { content } = result.value;
  if (content.kind === 'report') {
    for (const part of partsOf(joinedByBlankLines(content.data))) expect(reportPartShape.safeParse(part).error).toBeUndefined();
    expect(holdsTogether(content.data)).toBe(true);
  } else if (content.kind === 'notes') expect(notesAndCodesShape.safeParse(content).error).toBeUndefined();
  else if (content.kind === 'codes') expect(codesShape.shape.codes.safeParse(content.codes).error).toBeUndefined();
}

const numRuns = 100;

// Hundreds of archives are packed and read: far more than one test of a part takes.
describe('valid files with something wrong inside', { timeout: 60_000 }, () => {
  const report = sampleReport();

  for (const [format, name] of [
    ['tmx', 'x.tmx'],
    ['xliff', 'x.xlf'],
    ['qdc', 'x.qdc'],
  ] as const) {
    it(`${format}: tags and values moved about`, () => {
      const xml = new TextDecoder().decode(bytesOf(format, report));
      fc.assert(
        fc.property(fc.array(xmlChange, { minLength: 1, maxLength: 4 }), (changes) =>
          expectWhole(new TextEncoder().encode(changedXml(xml, changes)), name, report),
        ),
        { numRuns },
      );
    });
  }

  it('annotations: nodes replaced, removed, doubled', () => {
    const json = new TextDecoder().decode(bytesOf('annotations', report));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) =>
        expectWhole(new TextEncoder().encode(changedJson(json, changes)), 'x.jsonld', report),
      ),
      { numRuns },
    );
  });

  it('packages: nodes of their parts replaced, removed, doubled, and parts left out', () => {
    const files = unzipSync(bytesOf('triptych', report));
    const names = Object.keys(files);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 3 }),
        fc.option(fc.nat({ max: 100 })),
        (changes, without) => {
          const parts: Record<string, Uint8Array> = { ...files };
          for (const [which, one] of changes) {
            const name = names[which % names.length]!;
            if (name.endsWith('.json')) parts[name] = strToU8(changedJson(strFromU8(parts[name]!), [one]));
          }
          if (without !== null && without < names.length) delete parts[names[without]!];
          expectWhole(zipSync(parts), 'x.triptych', report);
        },
      ),
      { numRuns },
    );
  });

  it('workbooks: tags and values of their parts moved about', () => {
    const files = unzipSync(bytesOf('xlsx', report));
    const names = Object.keys(files).filter((name) => name.startsWith('xl/'));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), xmlChange), { minLength: 1, maxLength: 4 }), (changes) => {
        const parts = { ...files };
        for (const [which, one] of changes) {
          const name = names[which % names.length]!;
          parts[name] = strToU8(changedXml(strFromU8(parts[name]!), [one]));
        }
        expectWhole(zipSync(parts), 'x.xlsx', report);
      }),
      { numRuns },
    );
  });

  it('tables, bead lines and ladders: lines and signs moved about', () => {
    const sign = fc.constantFrom('"', ',', ';', '\t', '\r\n', '[', ']', ':', '-', '99999999', '', '\u0000', 'x');
    const pair = { ...report, versions: report.versions.slice(0, 2) };
    fc.assert(
      fc.property(
        fc.constantFrom('csv', 'beads', 'ladder' as const),
        fc.array(fc.tuple(fc.nat(), sign, fc.nat({ max: 20 })), { minLength: 1, maxLength: 6 }),
        (format, changes) => {
          const made = exportReport(format, report, format === 'csv' ? exportOptions : { ...exportOptions, versions: [0, 1] });
          if (!made.ok) throw new Error(made.error.code);
          let text = new TextDecoder().decode(made.value.files[0]!.bytes);
          for (const [at, put, drop] of changes) {
            const from = at % (text.length + 1);
            text = text.slice(0, from) + put + text.slice(from + drop);
          }
          expectWhole(new TextEncoder().encode(text), `x.${format}`, pair);
        },
      ),
      { numRuns },
    );
  });
});
