import { describe, expect, it } from 'vitest';
import { align } from '../../../../core/align/align';
import { fusedAt } from '../../../../core/align/fused';
import { sentenceUnits } from '../../../../core/align/vocabulary';
import { villageLexicon } from './tiny-lexicon';
import { version } from './versions';

const parts = (text: string, lang: string) => {
  const cuts = fusedAt(text, lang);
  return [0, ...cuts].map((from, k) => text.slice(from, cuts[k] ?? text.length).trim());
};

describe('fusedAt', () => {
  it('parts a heading from the line that ran into it', () => {
    expect(parts('Harbour toll to double next year The council voted for it on Monday.', 'en')).toEqual([
      'Harbour toll to double next year',
      'The council voted for it on Monday.',
    ]);
    expect(parts('Le péage du port va doubler L’assemblée l’a voté lundi soir.', 'fr-FR')).toEqual([
      'Le péage du port va doubler',
      'L’assemblée l’a voté lundi soir.',
    ]);
  });

  it.each([
    ['en', 'The council of The Hague voted for the toll on Monday.'],
    ['en', 'Ministers meet in May and I expect them to agree on a toll.'],
    ['en', 'A Bridge Too Far For The Town Over The River Says The Mayor'],
    ['en', 'After the storm, The Lantern opened its doors to everybody.'],
    ['fr', 'Le port a été fermé, a déclaré M. Orsay après la tempête de lundi.'],
    ['de', 'Wir möchten Sie bitten, dass Sie morgen pünktlich kommen.'],
    ['ar', 'صوت المجلس يوم الاثنين لصالح رسوم جديدة على السفن'],
  ])('leaves %s alone: %s', (lang, text) => {
    expect(fusedAt(text, lang)).toEqual([]);
  });

  it('makes no part shorter than a line', () => {
    expect(fusedAt('Update The council voted for the toll.', 'en')).toEqual([]);
  });
});

describe('units of fused lines', () => {
  const text = 'The farmer lost the harvest in the rain The minister promised money for the road.';

  it('share their sentence', () => {
    const units = sentenceUnits({ lang: 'en', segments: [{ text, sentences: [[0, text.length]], boilerplate: false }] });
    expect(units.map((unit) => unit.sentence)).toEqual([0, 0]);
    expect(units.map((unit) => text.slice(unit.start, unit.end).trim())).toEqual([
      'The farmer lost the harvest in the rain',
      'The minister promised money for the road.',
    ]);
  });

  it('give one link a pair of sentences', () => {
    const french = version(
      'fr',
      'Le paysan a perdu la récolte sous la pluie.',
      'Le ministre a fait la promesse d’argent pour la route.',
    );
    const fused = { lang: 'en', segments: [{ text, sentences: [[0, text.length] as [number, number]], boilerplate: false }] };
    const { rows, sentenceLinks } = align([fused, french], villageLexicon, { kind: 'translation', sentences: true });
    expect(rows.map((row) => row.cells)).toEqual([[[0], [0, 1]]]);
    expect(sentenceLinks?.map(({ from, to }) => [from, to])).toEqual([
      [
        [0, 0, 0],
        [1, 0, 0],
      ],
      [
        [0, 0, 0],
        [1, 1, 0],
      ],
    ]);
  });
});
