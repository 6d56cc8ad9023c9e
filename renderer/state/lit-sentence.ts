/** The sentence that is lit with its counterparts, and the evidence shown for it. The sheet lights it, the status line says it. */
import { create } from 'zustand';
import type { EvidencePair } from '../../core/contract/row-details';

export interface EvidenceWords {
  type: EvidencePair['type'];
  from: string;
  to: string;
  /** BCP 47 of the two texts. */
  fromLang: string;
  toLang: string;
}

interface LitState {
  /** Row id, version, segment, sentence; null when none is lit. */
  lit: { row: number; version: number; segment: number; sentence: number } | null;
  showsEvidence: boolean;
  evidence: readonly EvidenceWords[];
  light(lit: LitState['lit']): void;
  toggleEvidence(): void;
  setEvidence(evidence: readonly EvidenceWords[]): void;
}

export const useLitSentence = create<LitState>((set) => ({
  lit: null,
  showsEvidence: false,
  evidence: [],
  light: (lit) => set(lit ? { lit } : { lit, evidence: [] }),
  toggleEvidence: () => set((s) => ({ showsEvidence: !s.showsEvidence, evidence: [] })),
  setEvidence: (evidence) => set({ evidence }),
}));
