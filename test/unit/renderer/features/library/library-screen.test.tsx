import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CollectionId, ReportId, VersionId } from '../../../../../core/model/ids';
import { newId } from '../../../../../core/model/ids';
import { failure, success } from '../../../../../core/model/result';
import { LibraryScreen } from '../../../../../renderer/features/library/LibraryScreen';
import { type Collection, type ReportSummary, useLibrary } from '../../../../../renderer/features/library/library-store';
import { useNavigation } from '../../../../../renderer/state/navigation';
import { type FakeBridge, installBridge } from '../../support/fake-bridge';
import { show } from '../../support/show';

const summary = (title: string, createdAtMs: number): ReportSummary => ({
  id: newId<ReportId>(),
  title,
  kind: 'event',
  versions: ['en', 'ar'].map((lang) => ({ id: newId<VersionId>(), lang, outlet: `Outlet ${lang}`, title })),
  rowCount: 3,
  noteCount: 2,
  createdAtMs,
  openedAtMs: null,
});

let reports: ReportSummary[];
let bin: ReportSummary[];
let collections: Collection[];
let bridge: FakeBridge;

beforeEach(() => {
  reports = [summary('Storm', 3), summary('Harvest', 2), summary('Election', 1)];
  bin = [];
  collections = [];
  useLibrary.setState({
    reports: null,
    bin: [],
    collections: [],
    failure: null,
    query: '',
    collectionId: null,
    offers: new Map(),
  });
  useNavigation.setState({ route: { name: 'library' }, sheet: null, dialog: null, sample: null });
  bridge = installBridge({
    'reports.list': () => success({ reports }),
    'report.delete': ({ reportId }) => {
      bin = reports.filter((r) => r.id === reportId);
      reports = reports.filter((r) => r.id !== reportId);
      return success({});
    },
    'report.restore': () => {
      reports = [...reports, ...bin];
      return success({});
    },
    'report.listBin': () => success({ reports: bin.filter((r) => !reports.includes(r)).map((r) => ({ ...r, deletedAtMs: 5 })) }),
    'report.purge': () => {
      bin = [];
      return success({});
    },
    'collections.list': () => success({ collections }),
    'collections.create': ({ name, reportIds }) => {
      const id = newId<CollectionId>();
      collections = [...collections, { id, name, reportIds }];
      return success({ collectionId: id });
    },
    'report.rename': ({ reportId, title }) => {
      reports = reports.map((r) => (r.id === reportId ? { ...r, title } : r));
      return success({ patches: [], reload: false, notesChanged: false, history: { undo: null, redo: null }, focusRow: null });
    },
  });
});

const opener = (title: string) => screen.findByRole('button', { name: title });

describe('library screen', () => {
  it('opens by click and by Enter, moves by arrows', async () => {
    const user = userEvent.setup();
    await show(<LibraryScreen notices={[]} />);
    (await opener('Storm')).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    expect(useNavigation.getState().route).toEqual({ name: 'reader', reportId: reports[1]?.id });
  });

  it('puts into the bin with a way back, and keeps the focus in the list', async () => {
    const user = userEvent.setup();
    await show(<LibraryScreen notices={[]} />);
    (await opener('Harvest')).focus();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Harvest' })).toBeNull());
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Election'));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await opener('Harvest')).toBeTruthy();
    expect(bridge.inputsOf('report.restore')).toEqual([{ reportId: bin[0]?.id }]);
  });

  it('no longer offers to take back a report that is gone for good', async () => {
    const user = userEvent.setup();
    await show(<LibraryScreen notices={[]} />);
    (await opener('Harvest')).focus();
    await user.keyboard('{Delete}');
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Bin (1)' }));
    await user.click(await screen.findByRole('button', { name: 'Delete for good: “Harvest”' }));
    await user.click(await screen.findByRole('button', { name: 'Delete for good' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
    expect(bridge.inputsOf('report.purge')).toHaveLength(1);
  });

  it('is still filtered when one comes back from a report', async () => {
    const user = userEvent.setup();
    const first = await show(<LibraryScreen notices={[]} />);
    await opener('Harvest');
    await user.type(screen.getByRole('searchbox'), 'stor');
    expect(screen.queryByRole('button', { name: 'Harvest' })).toBeNull();
    first.unmount();
    await show(<LibraryScreen notices={[]} />);
    expect(await opener('Storm')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Harvest' })).toBeNull();
    expect((screen.getByRole('searchbox') as HTMLInputElement).value).toBe('stor');
  });

  it('says why a report could not be deleted, and keeps it', async () => {
    const user = userEvent.setup();
    installBridge({ 'reports.list': () => success({ reports }), 'report.delete': () => failure('disk-full') });
    await show(<LibraryScreen notices={[]} />);
    (await opener('Storm')).focus();
    await user.keyboard('{Delete}');
    expect((await screen.findByRole('alert')).textContent).toContain('disk is full');
    expect(await opener('Storm')).toBeTruthy();
  });

  it('renames by key', async () => {
    const user = userEvent.setup();
    await show(<LibraryScreen notices={[]} />);
    (await opener('Storm')).focus();
    await user.keyboard('{F2}');
    const field = within(screen.getByRole('dialog')).getByRole('textbox');
    expect(document.activeElement).toBe(field);
    await user.clear(field);
    await user.type(field, '  Ferry {Enter}');
    expect(await opener('Ferry')).toBeTruthy();
    expect(bridge.inputsOf('report.rename')[0]?.title).toBe('Ferry');
  });

  it('filters, says so when nothing matches, and shows all again', async () => {
    const user = userEvent.setup();
    await show(<LibraryScreen notices={[]} />);
    await opener('Storm');
    await user.type(screen.getByRole('searchbox'), 'zzz');
    expect(screen.getByText(/No report matches/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show all reports' }));
    expect(await opener('Storm')).toBeTruthy();
  });

  it('re-reads when the host says that reports changed', async () => {
    await show(<LibraryScreen notices={[]} />);
    await opener('Storm');
    reports = [...reports, summary('New one', 9)];
    bridge.emit('reports.changed', { reportId: null });
    expect(await opener('New one')).toBeTruthy();
  });

  it('offers the samples and a new report on a fresh machine, in this order', async () => {
    reports = [];
    await show(<LibraryScreen notices={[]} />);
    await screen.findByText('Several versions of one report, side by side');
    const buttons = within(screen.getByRole('main')).getAllByRole('button');
    expect(buttons.map((b) => b.textContent)).toEqual(['Open the sample report', 'Open the Declaration', 'New report']);
    fireEvent.click(buttons[0]!);
    expect(useNavigation.getState().sample).toBe('ferry');
  });

  it('begins a new report with what is dropped or pasted', async () => {
    await show(<LibraryScreen notices={[]} />);
    await opener('Storm');
    const file = new File(['text'], 'a.txt');
    fireEvent.drop(screen.getByRole('main'), { dataTransfer: { files: [file], getData: () => '' } });
    expect(useNavigation.getState().sheet).toMatchObject({ name: 'new-report', incoming: [{ type: 'file', file }] });
    const getData = (type: string) => (type === 'text/html' ? '<p>One</p>' : 'One');
    fireEvent.paste(document.body, { clipboardData: { files: [], getData } });
    expect(useNavigation.getState().sheet?.incoming).toEqual([{ type: 'pasted', pasted: { html: '<p>One</p>', text: 'One' } }]);
  });

  it('shows notices of the host that it knows', async () => {
    await show(<LibraryScreen notices={['library-restored', 'something-newer']} />);
    expect((await screen.findByText(/restored from the newest good backup/)).textContent).toBeTruthy();
  });

  it('counts in Arabic as Arabic counts', async () => {
    await show(<LibraryScreen notices={[]} />, 'ar');
    expect(await screen.findByText('٣ تقارير')).toBeTruthy();
    expect(screen.getAllByText('ملاحظتان')).toHaveLength(3);
  });

  it('deletes for good only after asking, and puts the focus where a person expects it', async () => {
    const user = userEvent.setup();
    await show(<LibraryScreen notices={[]} />);
    (await opener('Storm')).focus();
    await user.keyboard('{Delete}');
    await user.click(await screen.findByRole('button', { name: 'Bin (1)' }));
    const dialog = screen.getByRole('dialog', { name: 'Bin' });
    await user.click(within(dialog).getByRole('button', { name: 'Delete for good: “Storm”' }));
    const question = screen.getByRole('alertdialog', { name: 'Delete “Storm” for good?' });
    expect(document.activeElement).toBe(within(question).getByRole('button', { name: 'Cancel' }));
    await user.keyboard('{Escape}');
    expect(bridge.inputsOf('report.purge')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Delete for good: “Storm”' }));
    await user.click(screen.getByRole('button', { name: 'Delete for good' }));
    await waitFor(() => expect(within(dialog).getByText('The bin is empty.')).toBeTruthy());
    expect(bridge.inputsOf('report.purge')).toHaveLength(1);
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
  });

  it('gathers reports in collections and shows one of them alone', async () => {
    const user = userEvent.setup();
    await show(<LibraryScreen notices={[]} />);
    await opener('Harvest');
    await user.click(screen.getByRole('button', { name: 'Actions for Harvest' }));
    await user.click(screen.getByRole('menuitem', { name: 'Collections…' }));
    await user.keyboard('Fields{Enter}');
    expect((await screen.findByRole('checkbox', { name: 'Fields' })).matches(':checked')).toBe(true);
    await user.keyboard('{Escape}');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Fields (1)');
    expect(screen.queryByRole('button', { name: 'Storm' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Harvest' })).toBeTruthy();
  });
});
