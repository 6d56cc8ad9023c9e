/**
 * Books against EPUBCheck, the validator of the EPUB community with its published schemas. It is no dependency of the project: it
 * needs Java. Where Debian's package `epubcheck` is installed these tests use it, elsewhere they say that they were skipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportReport } from '../../../../../core/formats/exchange/export-report';
import type { ReportData } from '../../../../../core/model/report-data';
import { arbitraryReport, exportOptions } from './arbitrary-report';
import { sampleReport } from './sample-report';

const jar = '/usr/share/java/epubcheck.jar';
const isThere = existsSync(jar) && spawnSync('java', ['-version']).status === 0;

interface Message {
  ID: string;
  severity: string;
  message: string;
}
function messagesOn(data: ReportData): string[] {
  const made = exportReport('epub', data, exportOptions);
  if (!made.ok) throw new Error(made.error.code);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'triptych-epub-'));
  try {
    const book = path.join(folder, 'book.epub');
    const report = path.join(folder, 'report.json');
    writeFileSync(book, made.value.files[0]!.bytes);
    spawnSync('java', ['-jar', jar, book, '--json', report], { encoding: 'utf8' });
    const { messages } = JSON.parse(readFileSync(report, 'utf8')) as { messages: Message[] };
    return messages
      .filter(({ severity }) => severity !== 'USAGE')
      .map(({ ID, severity, message }) => `${severity} ${ID} ${message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const withBase = (version: number): ReportData => {
  const data = sampleReport();
  data.report.baseVersionId = data.versions[version]!.info.id;
  return data;
};

describe.skipIf(!isThere)('EPUBCheck (needs Java and Debian’s package epubcheck)', () => {
  it('finds nothing in books that turn their pages to either side', () => {
    expect(messagesOn(withBase(0))).toEqual([]);
    expect(messagesOn(withBase(2))).toEqual([]);
  }, 120_000);
  it('finds nothing in books of any texts, notes and crossings', () => {
    for (const data of fc.sample(arbitraryReport(), { numRuns: 3, seed: 11 })) expect(messagesOn(data)).toEqual([]);
  }, 240_000);
});
