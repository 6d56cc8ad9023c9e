/**
 * Exports against grammars: those in test/fixtures/exchange are written down from the specifications, because the published
 * schemas are in no registry that the project uses (docs/formats.md).
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { exportReport } from '../../../../../core/formats/exchange/export-report';
import type { ExportFormat } from '../../../../../core/model/exchange';
import type { ReportData } from '../../../../../core/model/report-data';
import { arbitraryReport, exportOptions } from './arbitrary-report';
import { sampleReport } from './sample-report';

const grammar = (name: string): string =>
  readFileSync(new URL(`../../../../fixtures/exchange/${name}.rng`, import.meta.url), 'utf8');

function filesOf(format: ExportFormat, data: ReportData): Uint8Array[] {
  const result = exportReport(format, data, exportOptions);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.files.map(({ bytes }) => bytes);
}
const project = (bytes: Uint8Array): Uint8Array => unzipSync(bytes)['project.qde']!;

async function errorsOf(schema: string, documents: Uint8Array[]): Promise<string[]> {
  // The DTD line of TMX would make the validator look for the DTD.
  const xml = documents.map((bytes, i) => ({
    fileName: `export-${i}.xml`,
    contents: new TextDecoder().decode(bytes).replace(/<!DOCTYPE[^>]*>\n/, ''),
  }));
  const { errors } = await validateXML({ xml, schema: [{ fileName: 'grammar.rng', contents: schema }], extension: 'relaxng' });
  return errors.map(({ message }) => message);
}

/** The same reports every time: a validator takes too long for a search. */
const reports = [sampleReport(), ...fc.sample(arbitraryReport(), { numRuns: 12, seed: 5 })];

describe('grammars', () => {
  for (const [format, name, open] of [
    ['tmx', 'tmx14', null],
    ['xliff', 'xliff21', null],
    ['tei', 'tei-export', null],
    ['qdpx', 'qda-project', project],
  ] as const) {
    it(`${format} is valid by ${name}`, async () => {
      const documents = reports.flatMap((data) => filesOf(format, data)).map((bytes) => open?.(bytes) ?? bytes);
      expect(await errorsOf(grammar(name), documents)).toEqual([]);
    });
  }

  it('qdc is valid by qda-codebook', async () => {
    const documents = reports.filter(({ codes }) => codes.length > 0).flatMap((data) => filesOf('qdc', data));
    expect(documents.length).toBeGreaterThan(3);
    expect(await errorsOf(grammar('qda-codebook'), documents)).toEqual([]);
  });

  it('grammars refuse what is wrong', async () => {
    const [tmx] = filesOf('tmx', sampleReport());
    const wrong = new TextDecoder().decode(tmx).replace('segtype="paragraph"', 'segtype="page"');
    expect(await errorsOf(grammar('tmx14'), [new TextEncoder().encode(wrong)])).not.toEqual([]);
  });
});
