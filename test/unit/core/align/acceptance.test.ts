import { describe, expect, it } from 'vitest';
import { acceptanceAtFirst, defaultAcceptance, measureAcceptance } from '../../../../core/align/acceptance';
import { buildEvidence } from '../../../../core/align/evidence-table';
import { analyse, sentenceUnits } from '../../../../core/align/vocabulary';
import { villageLexicon } from './tiny-lexicon';
import { arabic, english, version } from './versions';

const tick = () => undefined;

function tableOf(left: readonly string[], right: readonly string[], languages: [string, string], lexicon = true) {
  const [a, b] = [version(languages[0], ...left), version(languages[1], ...right)].map((v) => analyse(v, sentenceUnits(v)));
  if (!a || !b) throw new Error('two versions');
  return { a, b, table: buildEvidence(a, b, lexicon ? villageLexicon : null, tick).build() };
}

describe('how readily a word goes without a partner', () => {
  it('rises with the share of words that have none anywhere', () => {
    const known = tableOf(english, arabic, ['en', 'ar']);
    const unknown = tableOf(english, arabic, ['en', 'ar'], false);
    const usual = defaultAcceptance(false).unknown;
    expect(acceptanceAtFirst(known.a, known.b, known.table).unknown).toBeLessThan(0.8);
    expect(acceptanceAtFirst(known.a, known.b, known.table).unknown).toBeGreaterThanOrEqual(usual);
    expect(acceptanceAtFirst(unknown.a, unknown.b, unknown.table).unknown).toBeGreaterThan(0.9);
  });
  it('stays as it is within one language', () => {
    const { a, b, table } = tableOf(english, ['Nothing of this is said there'], ['en', 'en']);
    expect(acceptanceAtFirst(a, b, table)).toEqual(defaultAcceptance(true));
  });
  it('is not measured lower than that', () => {
    const { a, b, table } = tableOf(english, arabic, ['en', 'ar'], false);
    const beads = english.map((_, k) => ({ i0: k, i1: k + 1, j0: k, j1: k + 1, score: 1, posterior: 1 }));
    expect(measureAcceptance(a, b, table, beads, tick).unknown).toBeGreaterThan(0.9);
  });
});

function measured(left: string[], right: string[]) {
  const [a, b] = [version('en', ...left), version('ar', ...right)].map((given) => analyse(given, sentenceUnits(given)));
  if (!a || !b) throw new Error('two versions');
  const table = buildEvidence(a, b, villageLexicon).build();
  const beads = left.map((_, k) => ({ i0: k, i1: k + 1, j0: k, j1: k + 1, score: 1, posterior: 1 }));
  return measureAcceptance(a, b, table, beads, () => undefined);
}

const numbered = (text: string) => Array.from({ length: 30 }, (_, k) => `${text} ${1000 + k}.`);

describe('measureAcceptance', () => {
  it('learns that numbers are kept', () => {
    expect(measured(numbered('The bridge of'), numbered('جسر عام')).number).toBeLessThan(defaultAcceptance(false).number);
  });

  it('learns that numbers are lost', () => {
    const lost = measured(
      numbered('The bridge of'),
      numbered('جسر').map((text) => text.replace(/\d+/, '')),
    );
    expect(lost.number).toBeGreaterThan(defaultAcceptance(false).number);
  });

  it('learns that questions become statements', () => {
    const asked = Array.from({ length: 30 }, () => 'Is this the bridge?');
    const [kept, lost] = ['هل هذا جسر؟', 'هذا جسر.'].map((text) =>
      measured(
        asked,
        Array.from(asked, () => text),
      ),
    );
    expect(lost?.mark).toBeGreaterThan(kept?.mark ?? 1);
  });
});
