/**
 * Search at scale: 1,000,000 generated paragraphs in three languages in one library, indexed and searched by the host's own
 * calls, with plain LIKE over the same table beside it. Limit: first page within 50 ms. npm run bench:search, SEGMENTS=… for less.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { SearchInput } from '../../../core/contract/search';
import { newId, type ReportId, type RowId, type VersionId } from '../../../core/model/ids';
import type { Row } from '../../../core/model/report';
import { connect } from '../../../electron/library/connection';
import { type Library, openLibrary } from '../../../electron/library/library';
import { resourceFolders } from '../../../electron/resource-folders';
import { type Host, openHost } from '../../../electron/services/host';
import { type StoredReport, storeReport } from '../../../electron/services/store-report';
import { LocalIndexWriter } from '../../../electron/workers/index-writer';
import { WorkerIndexWriter } from '../../../electron/workers/worker-index-writer';
import { languages, paragraphMaker } from './texts';

const total = Number(process.env.SEGMENTS ?? 1_000_000);
const reports = 40;
const perVersion = Math.ceil(total / reports / languages.length);
const rounds = 15;
/** Stands in this many paragraphs of the whole library. */
const rareCount = 7;
const limitMs = 50;

const number = (n: number) => Math.round(n).toLocaleString('en');
const ms = (n: number) => `${n < 10 ? n.toFixed(1) : Math.round(n)} ms`;
const mb = (file: string) => statSync(file).size / 1e6;

/** A report as an import makes it, `r` of `reports`. */
function makeReport(makers: readonly (() => string)[], r: number): StoredReport {
  const everyNth = Math.floor(reports / rareCount);
  const isRare = r % everyNth === 0 && r / everyNth < rareCount;
  const versions = languages.map((lang, v) => {
    let at = 0;
    const segments = Array.from({ length: perVersion }, (_, index) => {
      const made = makers[v]!();
      const text = v === 0 && index === 11 && isRare ? `Xenolith ${made}` : made;
      const start = at;
      at += text.length + 1;
      const sentences: [number, number][] = [[0, text.length]];
      return { index, kind: 'paragraph', boilerplate: false, start, end: start + text.length, text, sentences } as const;
    });
    const about = { ordinal: v, lang, title: '', outlet: `Paper ${lang}`, date: '', fileName: `${lang}.txt` };
    const rest = { format: 'txt', encoding: null, related: true, segmentCount: perVersion };
    return { record: { id: newId<VersionId>(), ...about, ...rest }, segments, original: new Uint8Array() };
  });
  return {
    id: newId<ReportId>(),
    title: `Report ${r + 1}`,
    kind: 'translation',
    baseVersionId: versions[0]!.record.id,
    versions,
    rows: (takeIds) => {
      const first = takeIds(perVersion);
      return Array.from({ length: perVersion }, (_, i): Row => {
        return { id: (first + i) as RowId, cells: languages.map(() => [i]), score: 0.9, status: 'automatic' };
      });
    },
  };
}

interface Lateness {
  /** How late this thread got its turn at the worst, and how much of that it worked itself, in milliseconds. */
  lateMs: number;
  ownMs: number;
}
/** What a note that is being saved would wait: the library process is this thread. */
function heartbeat() {
  const everyMs = 5;
  const worst: Lateness = { lateMs: 0, ownMs: 0 };
  const cpuMs = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let last = performance.now();
  let lastCpu = cpuMs();
  const timer = setInterval(() => {
    const now = performance.now();
    const cpu = cpuMs();
    worst.lateMs = Math.max(worst.lateMs, now - last - everyMs);
    worst.ownMs = Math.max(worst.ownMs, cpu - lastCpu);
    last = now;
    lastCpu = cpu;
  }, everyMs);
  return {
    stop: (): Lateness => {
      clearInterval(timer);
      return worst;
    },
  };
}
const said = ({ lateMs, ownMs }: Lateness): string => `late by at most ${ms(lateMs)}, at work at a stretch at most ${ms(ownMs)}`;

/** Stores everything; answers how fast and how late this process was meanwhile. */
async function store(library: Library): Promise<{ perSecond: number; late: Lateness }> {
  const makers = languages.map((lang, i) => paragraphMaker(lang, i + 1));
  const late: Lateness = { lateMs: 0, ownMs: 0 };
  let spentMs = 0;
  for (let r = 0; r < reports; r += 1) {
    const report = makeReport(makers, r);
    await new Promise((resolve) => setImmediate(resolve));
    const beat = heartbeat();
    const before = performance.now();
    await storeReport(library, report, () => undefined);
    spentMs += performance.now() - before;
    const own = beat.stop();
    late.lateMs = Math.max(late.lateMs, own.lateMs);
    late.ownMs = Math.max(late.ownMs, own.ownMs);
  }
  return { perSecond: (perVersion * reports * languages.length * 1000) / spentMs, late };
}

/** A reader goes on writing a note: how long its saving took at the worst, while `work` is under way. */
async function savingMeanwhile(host: Host, work: Promise<void>): Promise<number> {
  const list = await host.call('reports.list', {});
  if (!list.ok) throw new Error(list.error.code);
  const { id: reportId, versions } = list.value.reports[0]!;
  const targets = [{ versionId: versions[0]!.id, start: 0, end: 5 }];
  const note = await host.call('notes.create', { reportId, scope: 'selection', body: 'first words', targets, session: 'bench' });
  if (!note.ok) throw new Error(note.error.code);
  let ended = false;
  void work.then(() => {
    ended = true;
  });
  let worstMs = 0;
  for (let i = 0; !ended; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const asked = performance.now();
    // As a call that has come in: it waits for its turn.
    await new Promise((resolve) => setImmediate(resolve));
    const saved = await host.call('notes.update', { noteId: note.value.note.id, body: `words ${i}`, session: 'bench' });
    if (!saved.ok) throw new Error(saved.error.code);
    worstMs = Math.max(worstMs, performance.now() - asked);
  }
  return worstMs;
}

interface Measure {
  what: string;
  query: string;
  more?: Partial<SearchInput>;
  /** What LIKE can be asked for instead; null where it has no such thing. */
  like: string | null;
}
const measures: Measure[] = [
  { what: 'rare word', query: 'xenolith', like: "text like '%xenolith%'" },
  { what: 'very common word', query: 'the', like: "text like '%the%'" },
  { what: 'very common word, no accents typed', query: 'ete', like: null },
  { what: 'common Arabic word, all attached particles', query: 'ميناء', like: "text like '%ميناء%'" },
  { what: 'beginning of words', query: 'harb*', like: "text like '% harb%'" },
  { what: 'two letters that words begin with', query: 'st*', like: "text like '% st%'" },
  { what: 'one letter', query: 's*', like: "text like '% s%'" },
  { what: 'phrase of common words', query: '"of the"', like: "text like '%of the%'" },
  { what: 'two common words', query: 'harbour minister', like: "text like '%harbour%' and text like '%minister%'" },
  { what: 'common and rare word', query: 'the xenolith', like: "text like '%the%' and text like '%xenolith%'" },
  { what: 'near each other', query: 'harbour ~5 minister', like: null },
  { what: 'one without the other', query: 'harbour -the', like: "text like '%harbour%' and text not like '%the%'" },
  { what: 'common word in one language', query: 'minister | jetée', more: { langs: ['fr'] }, like: null },
  { what: 'letters as written', query: 'إلى', more: { literal: true }, like: "text like '%إلى%'" },
  { what: 'very common word, sorted by context', query: 'the', more: { sort: 'right' }, like: null },
];

async function first(
  host: Host,
  { query, more }: Measure,
): Promise<{ ms: number; firstMs: number; lines: number; count: string }> {
  const input = {
    query,
    literal: false,
    langs: [],
    versionIds: [],
    reportIds: [],
    in: 'all',
    sort: 'text',
    after: null,
    limit: 50,
  } as const;
  const times: number[] = [];
  let lines = 0;
  let count = '';
  for (let i = 0; i < rounds; i += 1) {
    const before = performance.now();
    // Lines sorted by context are kept for their next page; another filter makes it sort again.
    const limit = input.limit + (more?.sort ? i : 0);
    const answer = await host.call('search.run', { ...input, langs: [], versionIds: [], reportIds: [], ...more, limit, query });
    times.push(performance.now() - before);
    if (!answer.ok) throw new Error(answer.error.code);
    lines = answer.value.lines.length;
    const found = answer.value.count;
    if (found) count = `${number(found.paragraphs)}${found.capped ? '+' : ''}`;
  }
  const firstMs = times[0]!;
  return { firstMs, ms: times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!, lines, count };
}

function printTable(rows: string[][]): void {
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((r) => r[c]!.length)));
  for (const row of rows)
    console.log(row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join('  '));
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'triptych-bench-search-'));
try {
  const file = path.join(folder, 'library.db');
  const library = openLibrary(file, { language: 'en' });
  const { perSecond, late } = await store(library);
  const stored = perVersion * reports * languages.length;
  console.log(
    `${number(stored)} paragraphs, ${reports} reports, ${languages.join(', ')}; Node ${process.version}, ${os.cpus()[0]?.model}`,
  );
  console.log(`stored in the library: ${number(perSecond)} paragraphs/s; this process meanwhile ${said(late)}`);
  library.close();

  const resources = resourceFolders(process.cwd(), null);
  // As in the app, where that is built.
  const inThread = existsSync(resources.indexWorker);
  const indexWriter = (index: string) =>
    inThread ? new WorkerIndexWriter(resources.indexWorker, index) : new LocalIndexWriter(index);
  const host = openHost({
    folder,
    file,
    appVersion: '',
    platform: process.platform,
    language: 'en',
    resources,
    indexWriter,
    send: () => undefined,
  });
  const beat = heartbeat();
  const start = performance.now();
  const savedMs = await savingMeanwhile(host, host.indexed());
  console.log(
    `indexed: ${number((stored * 1000) / (performance.now() - start))} paragraphs/s${inThread ? ', in a worker thread' : ''}; ` +
      `this process meanwhile ${said(beat.stop())}; a note was saved within ${ms(savedMs)}`,
  );
  const found = new Map<Measure, Awaited<ReturnType<typeof first>>>();
  for (const measure of measures) found.set(measure, await first(host, measure));
  await host.close();
  console.log(`library ${number(mb(file))} MB, index ${number(mb(`${file}.search`))} MB`);

  const db = connect(file, { readonly: true });
  const likeMs = (where: string | null): string => {
    if (where === null) return '–';
    const page = db.prepare(`select version_id, number, text from segment where ${where} limit 50`);
    const before = performance.now();
    page.all();
    return ms(performance.now() - before);
  };
  const head = ['first page of 50', 'query', 'median', 'first time', 'lines', 'paragraphs', 'LIKE'];
  const rows = [...found].map(([m, f]) => [m.what, m.query, ms(f.ms), ms(f.firstMs), `${f.lines}`, f.count, likeMs(m.like)]);
  db.close();
  printTable([head, ...rows]);
  const slow = [...found].filter(([, f]) => f.ms > limitMs).map(([m]) => m.what);
  console.log(slow.length === 0 ? `all within ${limitMs} ms` : `over ${limitMs} ms: ${slow.join('; ')}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
