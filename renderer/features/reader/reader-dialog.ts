/** Which of the reader's dialogs is open, and whether the title is being changed. */
import { create } from 'zustand';
import type { VersionId } from '../../../core/model/ids';

export type ReaderDialog = { name: 'version'; versionId: VersionId };

export const useReaderDialog = create<{
  dialog: ReaderDialog | null;
  renaming: boolean;
  setRenaming(renaming: boolean): void;
  show(dialog: ReaderDialog): void;
  close(): void;
}>((set) => ({
  dialog: null,
  renaming: false,
  setRenaming: (renaming) => set({ renaming }),
  show: (dialog) => set({ dialog }),
  close: () => set({ dialog: null }),
}));
