/** The sheet's own logic; the importers are the real ones, called without a worker, which jsdom does not have. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerImportRequest } from '../../../../../core/formats/worker-protocol';
import { type FileToken, type JobId, newId, type ReportId } from '../../../../../core/model/ids';
import { failure, success } from '../../../../../core/model/result';
import { TransferSheet } from '../../../../../renderer/features/transfer/TransferSheet';
import { type Incoming, useNavigation } from '../../../../../renderer/state/navigation';
import { type FakeBridge, installBridge } from '../../support/fake-bridge';
import { show } from '../../support/show';

vi.mock('../../../../../renderer/features/transfer/import-client', () => ({
  readImport: async (job: object) => (await answerImportRequest({ ...job, id: 1 } as never)).result,
}));

const english = 'The harbour stays closed\n\nThe minister said on Monday that no boat would leave the harbour before Sunday.\n';
const french = 'Le port reste fermé\n\nLe ministre a déclaré lundi qu’aucun bateau ne quitterait le port avant dimanche.\n';
const file = (name: string, content: BlobPart): Incoming => ({ type: 'file', file: new File([content], name) });

const jobId = newId<JobId>();
const reportId = newId<ReportId>();
let bridge: FakeBridge;

beforeEach(() => {
  useNavigation.setState({ route: { name: 'library' }, sheet: null, dialog: null });
  bridge = installBridge({
    'report.create': () => success({ jobId }),
    'report.addVersion': () => success({ jobId }),
    'jobs.cancel': () => {
      bridge.emit('job.done', { jobId, outcome: { type: 'failed', error: { code: 'cancelled' } } });
      return success({});
    },
  });
});

const open = (incoming: Incoming[], language: 'en' | 'ar' = 'en') =>
  show(<TransferSheet sheet={{ name: 'new-report', id: 1, incoming }} />, language);
const card = (name: RegExp) => screen.findByRole('listitem', { name });
const align = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Align and open' });
const bothReady = () => waitFor(() => expect(align().disabled).toBe(false));

describe('new report', () => {
  it('shows what was found and lets it be corrected; hands over what the cards say', async () => {
    const user = userEvent.setup();
    await open([file('en.txt', english), file('fr.txt', french)]);
    await bothReady();
    const second = within(await card(/fr\.txt/));
    expect(second.getByLabelText<HTMLSelectElement>('Language').value).toBe('fr');
    await user.selectOptions(second.getByLabelText('Language'), 'ca');
    await user.type(second.getByLabelText('Outlet'), 'Le Port');
    await user.click(screen.getByRole('button', { name: 'Move fr.txt one place forward' }));
    await user.click(align());
    const [input] = bridge.inputsOf('report.create');
    expect(input?.versions.map((v) => [v.fileName, v.lang, v.outlet])).toEqual([
      ['fr.txt', 'ca', 'Le Port'],
      ['en.txt', 'en', ''],
    ]);
    expect(input?.title).toBe('The harbour stays closed');
    expect(input?.acceptUnrelated).toBe(false);
    bridge.emit('job.done', { jobId, outcome: { type: 'stored', reportId } });
    await waitFor(() => expect(useNavigation.getState().route).toEqual({ name: 'reader', reportId }));
  });

  it('keeps a failure on its own card, in words, and goes on without that file', async () => {
    await open([file('en.txt', english), file('empty.txt', ''), file('fr.txt', french), file('x.docx', 'no zip')]);
    await bothReady();
    expect((await card(/empty\.txt/)).textContent).toContain('This file is empty');
    expect((await card(/x\.docx/)).textContent).toContain('not a Word document');
    expect(screen.getByText(/2 files could not be read/)).toBeTruthy();
    fireEvent.click(align());
    expect(bridge.inputsOf('report.create')[0]?.versions).toHaveLength(2);
  });

  it('says failures in the interface language', async () => {
    await open([file('empty.txt', '')], 'ar');
    expect((await screen.findByRole('alert')).textContent).toContain('فارغ');
  });

  it('needs two versions', async () => {
    await open([file('en.txt', english)]);
    expect(await screen.findByText('One more version is needed.')).toBeTruthy();
    expect(align().disabled).toBe(true);
  });

  it('decodes again with the encoding that the reader chooses, and keeps corrections', async () => {
    const user = userEvent.setup();
    const cyrillic = new Uint8Array([...'abc '].map((c) => c.charCodeAt(0)).concat([0xc7, 0xe1, 0xe3, 0xed, 0xe4, 0xc7, 0xc1]));
    await open([file('old.txt', cyrillic)]);
    const old = within(await card(/old\.txt/));
    const encoding = await old.findByLabelText<HTMLSelectElement>('Encoding');
    await user.clear(old.getByLabelText('Title'));
    await user.type(old.getByLabelText('Title'), 'Mine');
    await user.selectOptions(encoding, 'windows-1256');
    await waitFor(() => expect(old.getByRole('group', { name: 'How the text begins' }).textContent).toContain('الميناء'));
    expect(old.getByLabelText<HTMLInputElement>('Title').value).toBe('Mine');
  });

  it('shows progress, can be cancelled, and stays as it was', async () => {
    const user = userEvent.setup();
    await open([file('en.txt', english), file('fr.txt', french)]);
    await bothReady();
    await user.click(align());
    bridge.emit('job.progress', { jobId, phase: 'align', done: 0.4 });
    await waitFor(() => expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('40%'));
    const cancel = screen.getByRole('button', { name: 'Cancel' });
    expect(document.activeElement).toBe(cancel);
    await user.click(cancel);
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(screen.getAllByRole('listitem', { name: /\.txt/ })).toHaveLength(2);
    expect(document.activeElement).toBe(align());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks about a version that does not belong, by name, and adds it when told to', async () => {
    const user = userEvent.setup();
    await open([file('en.txt', english), file('fr.txt', french), file('other.txt', english.replaceAll('harbour', 'orchard'))]);
    await bothReady();
    await user.click(align());
    bridge.emit('job.done', { jobId, outcome: { type: 'unrelated', versions: [2] } });
    const question = await screen.findByRole('alertdialog');
    expect(question.textContent).toContain('The orchard stays closed');
    await user.click(within(question).getByRole('button', { name: 'Add anyway' }));
    expect(bridge.inputsOf('report.create').map((i) => [i.versions.length, i.acceptUnrelated])).toEqual([
      [3, false],
      [3, true],
    ]);
  });

  it('leaves out what does not belong', async () => {
    const user = userEvent.setup();
    await open([file('en.txt', english), file('fr.txt', french), file('other.txt', english.replaceAll('harbour', 'orchard'))]);
    await bothReady();
    await user.click(align());
    bridge.emit('job.done', { jobId, outcome: { type: 'unrelated', versions: [2] } });
    await user.click(await screen.findByRole('button', { name: 'Leave out' }));
    expect(bridge.inputsOf('report.create')[1]?.versions.map((v) => v.fileName)).toEqual(['en.txt', 'fr.txt']);
  });

  it('cannot leave out so much that no report is left', async () => {
    const user = userEvent.setup();
    await open([file('en.txt', english), file('fr.txt', french)]);
    await bothReady();
    await user.click(align());
    bridge.emit('job.done', { jobId, outcome: { type: 'unrelated', versions: [1] } });
    expect((await screen.findByRole<HTMLButtonElement>('button', { name: 'Leave out' })).disabled).toBe(true);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(align()).toBeTruthy();
  });

  it('says why a report could not be stored, and loses nothing', async () => {
    const user = userEvent.setup();
    await open([file('en.txt', english), file('fr.txt', french)]);
    await bothReady();
    await user.click(align());
    bridge.emit('job.done', { jobId, outcome: { type: 'failed', error: { code: 'disk-full' } } });
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
    expect(screen.getAllByRole('listitem', { name: /\.txt/ })).toHaveLength(2);
  });

  it('asks before it lets go of what was collected', async () => {
    const user = userEvent.setup();
    useNavigation.setState({ sheet: { name: 'new-report', id: 1, incoming: [] } });
    await open([file('en.txt', english)]);
    await card(/en\.txt/);
    await user.keyboard('{Escape}');
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Keep working' }));
    expect(useNavigation.getState().sheet).not.toBeNull();
    await user.keyboard('{Escape}');
    await user.click(within(screen.getByRole('alertdialog')).getAllByRole('button', { name: 'Close' }).at(-1)!);
    expect(useNavigation.getState().sheet).toBeNull();
  });

  it('takes chosen files by token, and reads one again that had gone', async () => {
    const user = userEvent.setup();
    const token = newId<FileToken>();
    let there = false;
    bridge = installBridge({
      'files.choose': () => success({ files: [{ token, name: 'usb.txt', sizeBytes: 9 }] }),
      'files.read': () =>
        there
          ? success({ name: 'usb.txt', bytes: Uint8Array.from(new TextEncoder().encode(english)) })
          : failure('file-gone', { name: 'usb.txt' }),
    });
    await open([]);
    await user.click(screen.getByRole('button', { name: 'Choose files' }));
    expect((await card(/usb\.txt/)).textContent).toContain('no longer where it was');
    there = true;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(async () => expect((await card(/usb\.txt/)).textContent).toContain('2 paragraphs'));
  });

  it('takes text from the box, and drops further files', async () => {
    const user = userEvent.setup();
    await open([]);
    await user.click(screen.getByRole('button', { name: 'Paste text' }));
    fireEvent.change(screen.getByLabelText('Text of the version'), { target: { value: french } });
    await user.click(screen.getByRole('button', { name: 'Add this text' }));
    expect(await card(/Pasted text/)).toBeTruthy();
    const dropped = new File([english], 'en.txt');
    fireEvent.drop(document.querySelector('.transfer')!, { dataTransfer: { files: [dropped], getData: () => '' } });
    await bothReady();
  });
});

describe('adding versions', () => {
  it('stores one after the other and keeps on the sheet only what is not yet stored', async () => {
    const user = userEvent.setup();
    const sheet = { name: 'add-version', reportId, incoming: [file('en.txt', english), file('fr.txt', french)] } as const;
    await show(<TransferSheet sheet={{ ...sheet, incoming: [...sheet.incoming] }} />);
    const add = screen.getByRole<HTMLButtonElement>('button', { name: 'Add and open' });
    await waitFor(() => expect(add.disabled).toBe(false));
    await user.click(add);
    expect(bridge.inputsOf('report.addVersion').map((i) => i.version.fileName)).toEqual(['en.txt']);
    bridge.emit('job.done', { jobId, outcome: { type: 'stored', reportId } });
    await waitFor(() => expect(bridge.inputsOf('report.addVersion')).toHaveLength(2));
    await new Promise((resolve) => setTimeout(resolve));
    bridge.emit('job.done', { jobId, outcome: { type: 'unrelated', versions: [0] } });
    const question = await screen.findByRole('alertdialog');
    expect(question.textContent).toContain('Le port reste fermé');
    expect(screen.queryByRole('listitem', { name: /en\.txt/ })).toBeNull();
  });
});
