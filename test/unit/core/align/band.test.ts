import { describe, expect, it } from 'vitest';
import { bandAlong, chooseBand } from '../../../../core/align/band';
import { buildEvidence } from '../../../../core/align/evidence-table';
import { postings } from '../../../../core/align/grid';
import { alignPair } from '../../../../core/align/pairwise';
import { analyse, sentenceUnits } from '../../../../core/align/vocabulary';
import { version } from './versions';

/** A long text without a dictionary: each line has one name of its own, the rest is filler of one length. */
function lines(lang: string, count: number, missing: (k: number) => boolean) {
  const filler = { en: 'walked along the quiet river', fr: 'marchait le long du fleuve' }[lang] ?? '';
  const name = (k: number) =>
    `Z${String.fromCharCode(97 + (k % 26))}r${String.fromCharCode(97 + ((k / 26) % 26))}ko${k % 7 === 0 ? ` ${k}` : ''}`;
  const texts = Array.from({ length: count }, (_, k) => `${name(k)} ${filler}.`).filter((_, k) => !missing(k));
  const v = version(lang, ...texts);
  return analyse(v, sentenceUnits(v));
}

const none = () => undefined;

describe('chooseBand', () => {
  it('searches short texts whole', () => {
    const a = lines('en', 20, () => false);
    const b = lines('fr', 20, () => false);
    const band = chooseBand(a, b, buildEvidence(a, b, null).build(), postings(b), none);
    expect([...band.low]).toEqual(new Array(20).fill(0));
    expect([...band.high]).toEqual(new Array(20).fill(20));
  });

  it('follows long texts through a passage that one lacks', () => {
    const a = lines('en', 500, () => false);
    const b = lines('fr', 500, (k) => k >= 100 && k < 160);
    const band = chooseBand(a, b, buildEvidence(a, b, null).build(), postings(b), none);
    let cells = 0;
    for (let i = 0; i < 500; i += 1) {
      cells += (band.high[i] ?? 0) - (band.low[i] ?? 0);
      if (i >= 100 && i < 160) continue;
      const j = i < 100 ? i : i - 60;
      expect(band.low[i]).toBeLessThanOrEqual(j);
      expect(band.high[i]).toBeGreaterThan(j);
    }
    expect(cells).toBeLessThan(500 * 440 * 0.5);
  });

  it('leads the search to the right beads', () => {
    const a = lines('en', 280, () => false);
    const b = lines('fr', 280, (k) => k >= 100 && k < 160);
    const { segments } = alignPair(a, b, null, null, [], none);
    const right = segments.filter(
      ({ left, right: [j] }) => left.length === 1 && j === ((left[0] ?? 0) < 100 ? left[0] : (left[0] ?? 0) - 60),
    );
    expect(right.length).toBeGreaterThan(200);
  });
});

describe('bandAlong', () => {
  it('stays connected from corner to corner', () => {
    const beads = Array.from({ length: 300 }, (_, k) => ({ i0: k, i1: k + 1, j0: k, j1: k + 1, score: 1, posterior: 1 }));
    const band = bandAlong(beads, 300, 300);
    expect(band.low[0]).toBe(0);
    expect(band.high[299]).toBe(300);
    for (let i = 1; i < 300; i += 1) {
      expect(band.low[i]).toBeGreaterThanOrEqual(band.low[i - 1] ?? 0);
      expect(band.low[i]).toBeLessThanOrEqual(band.high[i - 1] ?? 0);
    }
  });
});
