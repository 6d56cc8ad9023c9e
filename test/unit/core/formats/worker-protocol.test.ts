/** The importers as the window's worker has them: bundled for a worker, with neither DOM nor Node nor eval about. */
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { build, type Rollup } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportRequest, ImportResponse } from '../../../../core/formats/worker-protocol';
import { docxParts, paragraph, zipOf } from '../../../support/docx';
import { arabicText, encodeAs } from '../../../support/encodings';

type Answer = (request: ImportRequest) => Promise<ImportResponse>;
let answer: Answer;
let asked: string[];

beforeAll(async () => {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['worker', 'module', 'browser', 'production'] },
    build: {
      write: false,
      minify: false,
      lib: { entry: 'core/formats/worker-protocol.ts', formats: ['iife'], name: 'protocol' },
    },
  })) as Rollup.RollupOutput[];
  const code = built
    .flatMap((output) => output.output)
    .map((chunk) => (chunk.type === 'chunk' ? chunk.code : ''))
    .join('\n');
  asked = [];
  const refuse = (name: string) => () => {
    asked.push(name);
    throw new Error(`no ${name} here`);
  };
  // What ECMAScript does not bring itself and every worker has; what would reach the network is watched.
  const worker: Record<string, unknown> = {
    TextDecoder,
    TextEncoder,
    URL,
    atob,
    MessageChannel,
    setTimeout,
    clearTimeout,
    performance,
    crypto,
    console,
  };
  for (const name of ['fetch', 'XMLHttpRequest', 'importScripts', 'WebSocket', 'EventSource']) worker[name] = refuse(name);
  worker.self = worker;
  const context = vm.createContext(worker, { codeGeneration: { strings: false, wasm: false } });
  answer = vm.runInContext(`${code};protocol.answerImportRequest`, context) as Answer;
}, 120_000);

const sentence = 'The council voted on Tuesday to reopen the old bridge to walkers.';

describe('the importers in a worker', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['report.docx', () => zipOf(docxParts(paragraph(sentence))), 'en'],
    ['report.md', () => new TextEncoder().encode(`# Bridge &amp; river\n\n${sentence}`), 'en'],
    ['report.txt', () => encodeAs(arabicText, 'windows-1256'), 'ar'],
    ['report.html', () => new Uint8Array(readFileSync('test/fixtures/import/page-fr.html')), 'fr'],
  ])('read %s and ask for nothing', async (fileName, bytes, lang) => {
    const { id, result } = await answer({ id: 3, kind: 'file', bytes: bytes(), fileName });
    expect(id).toBe(3);
    expect(result.ok && result.value.document.lang).toBe(lang);
    expect(result.ok && result.value.segmented.segments.length).toBeGreaterThan(0);
    expect(asked).toEqual([]);
  });

  it('answer with the failure and live on', async () => {
    expect((await answer({ id: 4, kind: 'file', bytes: new Uint8Array(0), fileName: 'a.docx' })).result).toMatchObject({
      ok: false,
      error: { code: 'file-empty' },
    });
    expect((await answer({ id: 5, kind: 'pasted', pasted: { text: sentence } })).result.ok).toBe(true);
  });
});
