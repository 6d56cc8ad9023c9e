/**
 * The reader at scale: start-up, and a book of 100,000 rows in three columns, with the limit and a plain page's table beside it.
 * Limits: issue "A reader that people would choose", point 5. Run on a quiet machine: npm run bench:reader. ROWS=… for fewer rows.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { addNotes, makeBook } from './book';
import { type Edit, type Found, measureEdits, measureFind, measureShapes, type Shape } from './changes';
import { measureComingBack, measureNotes } from './coming-back';
import { type Flow, measureFlow } from './flow';
import { heapOf, type Memory, memoryOf, percentile, printTable, scrollFrames, watchPieces } from './measures';
import { measurePlainTable, type PlainTable } from './plain-page';
import { close, isInView, launch, openReport, rowsInPage, scrollToRow, standOnRow, topOfRow, waitForAllRows } from './session';
import { measureStartUp, type StartUp } from './start-up';

const rowCount = Number(process.env.ROWS ?? 100_000);
const noteCount = 1000;
const far = Math.floor(rowCount * 0.9);
const middle = Math.floor(rowCount / 2);

async function measureBook(userData: string) {
  const session = await launch(userData);
  const { page } = session;
  try {
    const openMs = await openReport(page);
    const longestLoading = await watchPieces(page);
    const loadedMs = await waitForAllRows(page);
    const loadingPieceMs = await longestLoading();
    const seen = await rowsInPage(page);
    const top = await scrollFrames(page, '.sheet', 240, 120);
    await scrollToRow(page, middle);
    const inside = await scrollFrames(page, '.sheet', 240, 120);

    await standOnRow(page, 10);
    const before = await topOfRow(page, 10);
    const place = await page.evaluate(() => document.querySelector('.sheet')!.scrollTop);
    const jumpMs = await scrollToRow(page, far);
    const inView = await isInView(page, far);
    await page.evaluate((top) => {
      document.querySelector('.sheet')!.scrollTop = top;
    }, place);
    await page.waitForTimeout(400);
    const jumpDrift = Math.abs(((await topOfRow(page, 10)) ?? Number.NaN) - (before ?? Number.NaN));

    const memory = await memoryOf(session);
    const heap = await heapOf(page);
    const shapes = await measureShapes(page, middle);
    const edits = [
      { at: 'row 11', all: await measureEdits(page, 10) },
      { at: `row ${middle + 1}`, all: await measureEdits(page, middle) },
    ];
    const finds = [
      { words: 'harbour', found: await measureFind(page, 'harbour') },
      { words: 'العاصفة', found: await measureFind(page, 'العاصفة') },
      { words: `(${far + 1})`, found: await measureFind(page, `(${far + 1})`) },
    ];
    const frames = [percentile(top, 0.95), percentile(inside, 0.95)];
    return { openMs, loadedMs, loadingPieceMs, seen, frames, jumpMs, inView, jumpDrift, memory, heap, shapes, edits, finds };
  } finally {
    await close(session);
  }
}

const ms = (n: number) => `${Math.round(n)} ms`;
const px = (n: number) => `${n.toFixed(1)} px`;
const mb = (n: number) => `${Math.round(n)} MB`;
const both = ({ mb: all, shareMb }: { mb: number; shareMb: number }) =>
  Number.isNaN(shareMb) ? mb(all) : `${mb(all)}, shared pages once ${mb(shareMb)}`;
const byProcess = (memory: Memory) => memory.processes.map((p) => `${p.name} ${Math.round(p.shareMb || p.mb)}`).join(', ');

type Line = [what: string, triptych: string, limit: string, plain: string];
const startLines = ({ coldMs, isCold, warmMs, idle }: StartUp): Line[] => [
  [isCold ? 'window shown, cold (files read from disk)' : 'window shown, first of four starts', ms(coldMs), '–', '–'],
  ['window shown, warm (best of three)', ms(warmMs), '1000 ms', '–'],
  ['memory, library screen', both(idle), '–', '–'],
];
const shapeLines = (shapes: readonly Shape[], plain: PlainTable | null): Line[] =>
  shapes.map(({ name, ms: taken, workMs, driftPx }, i) => [
    `changed in the middle: ${name}`,
    `${ms(taken)} (${ms(workMs)} of work), drift ${px(driftPx)}`,
    '150 ms, 2 px',
    i === 0 && plain ? ms(plain.resizeMs) : '–',
  ]);
const editLines = (at: string, edits: readonly Edit[]): Line[] =>
  edits.map(({ name, paintedMs, longestMs }) => [
    `${at}: ${name}, key to paint`,
    `${ms(paintedMs)}, longest piece ${ms(longestMs)}`,
    '100 ms',
    '–',
  ]);
const flowLines = (flow: Flow): Line[] => [
  ['flow, from the key in the sheet of rows', ms(flow.switchMs), '1000 ms', '–'],
  ['flow, opened: first text', ms(flow.openMs), '1000 ms', '–'],
  ['flow, all paragraphs in the page', `${flow.paragraphs} in ${ms(flow.filledMs)}`, '–', '–'],
  ['flow, scrolling at the beginning, frame p95', ms(flow.frames[0]), '20 ms', '–'],
  ['flow, scrolling in the middle, frame p95', ms(flow.frames[1]), '20 ms', '–'],
  ['flow, to the end of the text', `${ms(flow.jumpMs)}, ${flow.isLevel ? 'all columns there' : 'NOT level'}`, 'all columns', '–'],
  ['flow, text size in the middle', `${ms(flow.sizeMs)}, drift ${px(flow.driftPx)}`, '150 ms, 2 px', '–'],
];
const findLine = (words: string, { matches, firstMs, allMs, longestMs }: Found): Line => [
  `find ${words}: ${matches} matches`,
  `first ${ms(firstMs)}, all ${ms(allMs)}, longest piece ${ms(longestMs)}`,
  'pieces 50 ms',
  '–',
];

const userData = mkdtempSync(path.join(os.tmpdir(), 'triptych-bench-'));
try {
  const start = await measureStartUp();
  const reportId = makeBook(userData, rowCount, 'A long book');
  const book = await measureBook(userData);
  const back = await measureComingBack(userData, rowCount - 1);
  addNotes(userData, reportId, noteCount, far);
  const notes = await measureNotes(userData, far);
  const flow = await measureFlow(userData);
  const plain = await measurePlainTable(rowCount);

  printTable([
    ['what', 'Triptych', 'limit', plain ? 'plain table' : 'plain table (its page crashed)'],
    ...startLines(start),
    [`open ${rowCount} rows × 3: first text`, ms(book.openMs), '1000 ms', plain ? ms(plain.openMs) : '–'],
    ['all rows in the page (find, screen readers)', `${book.seen} in ${ms(book.loadedMs)}`, `${rowCount} rows`, '–'],
    ['longest piece while they come in', ms(book.loadingPieceMs), '–', '–'],
    ['scrolling at the beginning, frame p95', ms(book.frames[0]!), '20 ms', plain ? ms(plain.scrollMs) : '–'],
    ['scrolling in the middle, frame p95', ms(book.frames[1]!), '20 ms', '–'],
    [`jump to row ${far + 1}`, `${ms(book.jumpMs)}, ${book.inView ? 'in view' : 'NOT in view'}`, 'in view', '–'],
    ['and back: drift', px(book.jumpDrift), '2 px', '–'],
    ...shapeLines(book.shapes, plain),
    ...book.edits.flatMap(({ at, all }) => editLines(at, all)),
    ...book.finds.map(({ words, found }) => findLine(words, found)),
    [
      'opened again at the last row',
      `there in ${ms(back.thereMs)}, ${back.inView ? 'in view' : 'NOT in view'}, drift ${px(back.driftPx)}`,
      '1000 ms, 2 px',
      '–',
    ],
    [`with ${noteCount} notes: first text`, ms(notes.openMs), '1000 ms', '–'],
    [`with ${noteCount} notes: all rows`, ms(notes.loadedMs), '–', '–'],
    [`note at row ${far + 1}: in view and marked`, ms(notes.markedMs), '–', '–'],
    ...flowLines(flow),
    ['memory, book open', both(book.memory), '–', plain ? both(plain) : '–'],
    ['by process', byProcess(book.memory), '–', '–'],
    ['window: JavaScript, nodes of the page', `${mb(book.heap.heapMb)}, ${book.heap.nodes} nodes`, '–', '–'],
  ]);
} finally {
  rmSync(userData, { recursive: true, force: true });
}
