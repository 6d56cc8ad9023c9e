/** The search screen with a host that answers as the contract says: what is asked, what is shown, what keys do. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchInput, SearchLine, SearchOutput } from '../../../../../core/contract/search';
import type { CodeId, ReportId, RowId, VersionId } from '../../../../../core/model/ids';
import { success } from '../../../../../core/model/result';
import { tableOf } from '../../../../../renderer/features/search/line-actions';
import { SearchScreen } from '../../../../../renderer/features/search/SearchScreen';
import { useSearch } from '../../../../../renderer/features/search/search-store';
import { flushDrafts } from '../../../../../renderer/state/drafts';
import { useNavigation } from '../../../../../renderer/state/navigation';
import { type FakeBridge, installBridge } from '../../support/fake-bridge';
import { show } from '../../support/show';

const reportId = crypto.randomUUID() as ReportId;
const versionIds = [crypto.randomUUID(), crypto.randomUUID()] as VersionId[];
const line = (n: number, more: Partial<SearchLine> = {}): SearchLine => ({
  reportId,
  reportTitle: 'Harbour',
  versionId: versionIds[0]!,
  ordinal: 0,
  lang: 'en',
  direction: 'ltr',
  versionName: 'Courier',
  noteId: null,
  segment: n,
  start: 4,
  end: 9,
  row: n + 1,
  segmentStart: 100,
  pre: 'the ',
  match: 'ferry',
  post: ` number ${n}`,
  others: [],
  opposite: [
    { versionId: versionIds[1]!, ordinal: 1, lang: 'ar', direction: 'rtl', versionName: 'الميناء', text: `العبارة ${n}` },
  ],
  ...more,
});
const output = (lines: SearchLine[], more: Partial<SearchOutput> = {}): SearchOutput => ({
  lines,
  codes: [],
  next: null,
  count: { paragraphs: lines.length, notes: 0, codes: 0, capped: false },
  sortedWithin: null,
  indexing: null,
  ...more,
});

let answer: (input: SearchInput) => SearchOutput;
let bridge: FakeBridge;
const box = () => screen.getByRole('textbox', { name: 'Search the texts, notes and codes' });
const lineRows = () => [...document.querySelectorAll<HTMLElement>('.kwic')];
async function type(query: string): Promise<void> {
  fireEvent.change(box(), { target: { value: query } });
  await waitFor(() => expect(useSearch.getState().status).toBe('done'));
}

beforeEach(() => {
  answer = () => output([line(0), line(1), line(2)]);
  bridge = installBridge({
    'search.run': (input) => success(answer(input)),
    'search.place': () => success({ rowId: 7 as RowId, index: 3 }),
    'reports.list': () => success({ reports: [] }),
    'notes.create': () => ({ ok: false, error: { code: 'disk-full' } }),
  });
  useSearch.setState({ ...useSearch.getInitialState() });
  useNavigation.setState({ route: { name: 'search' }, searchFrom: null, searchPreset: { reportId: null }, found: null });
});

describe('the search screen', () => {
  it('asks once for what was typed in one go, and drops what a newer question has overtaken', async () => {
    await show(<SearchScreen />);
    for (const query of ['f', 'fe', 'fer']) fireEvent.change(box(), { target: { value: query } });
    await waitFor(() => expect(lineRows()).toHaveLength(3));
    expect(bridge.inputsOf('search.run').map((i) => i.query)).toEqual(['fer']);
  });
  it('goes from the box through the lines, opens them up, and back', async () => {
    await show(<SearchScreen />);
    await type('ferry');
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(lineRows()[0]);
    expect(within(screen.getByRole('list', { name: 'What stands opposite' })).getByText('العبارة 0').dir).toBe('rtl');
    fireEvent.keyDown(document.activeElement!, { key: 'End' });
    expect(document.activeElement).toBe(lineRows()[2]);
    expect(screen.getByText('العبارة 2')).toBeTruthy();
    fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
    expect(document.activeElement).toBe(box());
  });
  it('Enter leads to the place, by row', async () => {
    await show(<SearchScreen />);
    await type('ferry');
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    fireEvent.keyDown(document.activeElement!, { key: 'Enter' });
    await waitFor(() => expect(useNavigation.getState().route).toEqual({ name: 'reader', reportId }));
    expect(useNavigation.getState().found).toMatchObject({
      versionId: versionIds[0],
      segment: 0,
      start: 4,
      end: 9,
      rowId: 7,
      index: 3,
    });
  });
  it('keeps a note’s words when they can’t be stored, with the reason, and stores them at the passage', async () => {
    await show(<SearchScreen />);
    await type('ferry');
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    fireEvent.keyDown(document.activeElement!, { key: 'n', code: 'KeyN' });
    const field = screen.getByRole('textbox', { name: 'Note on this passage' });
    fireEvent.change(field, { target: { value: 'look here' } });
    let flushed = true;
    await act(async () => {
      flushed = await flushDrafts();
    });
    expect(flushed).toBe(false);
    expect((field as HTMLTextAreaElement).value).toBe('look here');
    expect(screen.getByRole('alert').textContent).toContain('disk');
    const [asked] = bridge.inputsOf('notes.create');
    expect(asked).toMatchObject({ reportId, body: 'look here', targets: [{ versionId: versionIds[0], start: 104, end: 109 }] });
  });
  it('brings the next page in before the reader comes to the end', async () => {
    answer = ({ after }) =>
      after === null
        ? output(
            Array.from({ length: 20 }, (_, i) => line(i)),
            { next: 19 },
          )
        : output(
            Array.from({ length: 5 }, (_, i) => line(20 + i)),
            { count: null },
          );
    await show(<SearchScreen />);
    await type('ferry');
    expect(lineRows()).toHaveLength(20);
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    fireEvent.keyDown(document.activeElement!, { key: 'PageDown' });
    await waitFor(() => expect(lineRows()).toHaveLength(25));
    expect(bridge.inputsOf('search.run').map((i) => i.after)).toEqual([null, 19]);
  });
  it('says how far the index is, that sorting is bounded, and what to change when nothing is found', async () => {
    answer = () =>
      output([line(0)], {
        count: { paragraphs: 10_000, notes: 2, codes: 0, capped: true },
        sortedWithin: 500,
        indexing: { done: 1, total: 4 },
      });
    await show(<SearchScreen />);
    await type('the');
    const said = document.querySelector('.search-count')?.textContent ?? '';
    for (const words of ['More than 10,000 paragraphs', '2 notes', 'first 500', '25%']) expect(said).toContain(words);
    answer = () => output([]);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Letters as written' }));
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Nothing found' })).toBeTruthy());
    answer = () => output([line(0)]);
    fireEvent.click(screen.getByRole('button', { name: 'Ignore accents and letter forms' }));
    await waitFor(() => expect(lineRows()).toHaveLength(1));
    expect(bridge.inputsOf('search.run').at(-1)?.literal).toBe(false);
  });
  it('shows codes over the lines, and by one press the passages of one', async () => {
    const id = crypto.randomUUID() as CodeId;
    const code = { id, name: 'Blame', description: 'Who is made responsible', colour: '#0f5c63', path: ['Frames'], passages: 2 };
    answer = ({ query }) =>
      query === ''
        ? output([line(0), line(1)])
        : output([line(0)], { codes: [{ ...code, nameSpans: [[0, 5]], descriptionSpans: [] }] });
    await show(<SearchScreen />);
    await type('blame');
    expect(screen.getByText('Who is made responsible')).toBeTruthy();
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('Show 2 passages');
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(lineRows()[0]);
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' });
    fireEvent.click(document.activeElement!);
    await waitFor(() => expect(lineRows()).toHaveLength(2));
    expect(bridge.inputsOf('search.run').at(-1)).toMatchObject({ query: '', codeIds: [id] });
    expect(document.activeElement).toBe(box());
  });
  it('says how to search at any time: by the button and by F1', async () => {
    await show(<SearchScreen />);
    await type('ferry');
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'How to search' }));
    const sheet = screen.getByRole('dialog', { name: 'How to search' });
    expect(within(sheet).getByText('storm ~5 warning')).toBeTruthy();
    expect(document.activeElement).toBe(sheet);
    fireEvent.keyDown(sheet, { key: 'Escape' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'How to search' }));
  });
  it('leaves by Escape for where the search was begun', async () => {
    useNavigation.setState({ searchFrom: reportId });
    await show(<SearchScreen />);
    fireEvent.keyDown(box(), { key: 'Escape' });
    await vi.waitFor(() => expect(useNavigation.getState().route).toEqual({ name: 'reader', reportId }), 20_000);
  });
});

describe('tableOf', () => {
  const words = {
    report: 'Report',
    version: 'Version',
    language: 'Language',
    row: 'Row',
    paragraph: 'Paragraph',
    before: 'Before',
    match: 'Match',
    after: 'After',
    opposite: (lang: string) => `Opposite: ${lang}`,
  };
  it('has a column for each language opposite, and nothing that a spreadsheet runs', () => {
    const table = tableOf([line(0, { pre: '=1+1 ', versionName: '@x' }), line(1, { opposite: [] })], words);
    expect(table[0]).toEqual(['Report', 'Version', 'Language', 'Row', 'Paragraph', 'Before', 'Match', 'After', 'Opposite: ar']);
    expect(table[1]).toEqual(['Harbour', "'@x", 'en', '2', '1', "'=1+1 ", 'ferry', ' number 0', 'العبارة 0']);
    expect(table[2]!.at(-1)).toBe('');
  });
});
