/**
 * The versions in an open sheet. One store a sheet: closing the sheet lets everything go. Each file goes its own way, so one that
 * fails harms no other.
 */
import { createStore } from 'zustand';
import { isReportFile } from '../../../core/formats/exchange/file-kinds';
import type { FileToken } from '../../../core/model/ids';
import type { Result } from '../../../core/model/result';
import { failure, success } from '../../../core/model/result';
import { stripBidiControls } from '../../../core/text/direction';
import { call } from '../../bridge/call';
import type { ExchangeSource } from '../../state/exchange';
import type { Incoming } from '../../state/navigation';
import { corrected, type Details, type Draft, type DraftSource, failed, newDraft, taken } from './draft';
import { type ReadImport, readImport } from './import-client';

export interface DraftsState {
  drafts: readonly Draft[];
  /** Asks for files in the system's dialog. The failure is that of the dialog itself. */
  choose(): Promise<Result<unknown>>;
  /** Takes what was dropped or pasted. */
  take(incoming: readonly Incoming[]): void;
  /** Reads a file that failed once more. */
  retry(id: number): void;
  remove(id: number): void;
  move(id: number, by: 1 | -1): void;
  correct(id: number, change: Partial<Details>): void;
  /** Decodes again. */
  setEncoding(id: number, encoding: string): void;
}

type GetSource = () => Promise<Result<DraftSource>>;

async function bytesOf(file: File): Promise<Result<Uint8Array>> {
  try {
    return success(new Uint8Array(await file.arrayBuffer()));
  } catch {
    // The browser's own word for a file that was moved or changed after it was dropped.
    return failure('file-gone', { name: file.name });
  }
}

async function bytesBehind(token: FileToken): Promise<Result<Uint8Array>> {
  const file = await call('files.read', { token });
  return file.ok ? success(file.value.bytes) : file;
}

/** `takeReport`: where a file goes that is a whole report by itself; without it such a file is read as a text. */
export function createDrafts(read: ReadImport = readImport, takeReport?: (source: ExchangeSource) => void) {
  let lastId = 0;
  const sources = new Map<number, GetSource>();
  /** Readings of one draft in order; an answer to an older one is dropped. */
  const readings = new Map<number, number>();

  return createStore<DraftsState>((set, get) => {
    const change = (id: number, by: (draft: Draft) => Draft) =>
      set((s) => ({ drafts: s.drafts.map((d) => (d.id === id ? by(d) : d)) }));

    const readAgain = async (id: number) => {
      const mine = (readings.get(id) ?? 0) + 1;
      readings.set(id, mine);
      const isCurrent = () => readings.get(id) === mine && get().drafts.some((d) => d.id === id);
      change(id, (d) => ({ ...d, state: 'reading', failure: null }));
      let source = get().drafts.find((d) => d.id === id)?.source ?? null;
      if (!source) {
        const got = await sources.get(id)?.();
        if (!isCurrent()) return;
        if (!got?.ok) return change(id, (d) => failed(d, got?.error ?? { code: 'file-gone' }));
        source = got.value;
      }
      const known = source;
      change(id, (d) => ({ ...d, source: known }));
      const draft = get().drafts.find((d) => d.id === id);
      const options = draft?.encoding ? { options: { encoding: draft.encoding } } : {};
      const result = await read(
        known.kind === 'file'
          ? { kind: 'file', bytes: known.bytes, fileName: draft?.fileName ?? '', ...options }
          : { kind: 'pasted', pasted: known.pasted },
      );
      if (isCurrent()) change(id, (d) => (result.ok ? taken(d, result.value) : failed(d, result.error)));
    };

    const add = (fileName: string, getSource: GetSource) => {
      lastId += 1;
      sources.set(lastId, getSource);
      const draft = newDraft(lastId, fileName);
      set((s) => ({ drafts: [...s.drafts, draft] }));
      void readAgain(draft.id);
    };

    const addFile = (fileName: string, readBytes: () => Promise<Result<Uint8Array>>) => {
      const name = stripBidiControls(fileName);
      if (takeReport && isReportFile(name)) return takeReport({ name, read: readBytes });
      add(name, async () => {
        const bytes = await readBytes();
        return bytes.ok ? success({ kind: 'file', bytes: bytes.value }) : bytes;
      });
    };

    return {
      drafts: [],
      async choose() {
        const chosen = await call('files.choose', {});
        if (!chosen.ok) return chosen;
        for (const { token, name } of chosen.value.files) addFile(name, () => bytesBehind(token));
        return chosen;
      },
      take(incoming) {
        for (const one of incoming)
          if (one.type === 'file') addFile(one.file.name, () => bytesOf(one.file));
          else if (one.type === 'chosen') addFile(one.name, () => bytesBehind(one.token));
          else add('', async () => success({ kind: 'pasted', pasted: one.pasted }));
      },
      retry: (id) => void readAgain(id),
      remove(id) {
        readings.delete(id);
        sources.delete(id);
        set((s) => ({ drafts: s.drafts.filter((d) => d.id !== id) }));
      },
      move: (id, by) =>
        set((s) => {
          const from = s.drafts.findIndex((d) => d.id === id);
          const draft = s.drafts[from];
          if (!draft || from + by < 0 || from + by >= s.drafts.length) return s;
          const rest = s.drafts.filter((d) => d.id !== id);
          return { drafts: [...rest.slice(0, from + by), draft, ...rest.slice(from + by)] };
        }),
      correct: (id, details) => change(id, (d) => corrected(d, details)),
      setEncoding(id, encoding) {
        change(id, (d) => ({ ...d, encoding }));
        void readAgain(id);
      },
    };
  });
}

export type DraftsStore = ReturnType<typeof createDrafts>;
