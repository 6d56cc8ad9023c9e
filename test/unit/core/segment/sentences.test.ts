import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../../core/segment/sentences';

const sentences = (text: string, lang: string): string[] =>
  splitSentences(text, lang).map(([start, end]) => text.slice(start, end));

describe('splitSentences', () => {
  it.each([
    ['en', ['Dr. Ada Lind met Mr. J. R. Moss at 9 a.m. on Monday.', 'They talked for three hours.']],
    ['en', ['The U.S. Navy sent two ships.', 'The crew of No. 4 stayed behind.']],
    ['en', ['“Is it late?” he asked.', '“It is not.”', 'She left.']],
    ['en', ['He works for the U.S.', 'The office is closed.']],
    ['en', ['The toll rose by 3.5 per cent, etc. and nobody paid.', 'Why?']],
    ['fr', ['M. Roux et Mme. Petit ont rencontré le Dr. Blanc.', 'Ils ont parlé trois heures.']],
    ['fr', ['« Nous partons demain. »', 'Il a souri.']],
    ['fr', ['« Partez-vous ? » a demandé la maire.', '« Oui ! »']],
    ['ar', ['التقى د. سامي حداد مع أ. ليلى منصور يوم الاثنين.', 'واستمر اللقاء ثلاث ساعات.']],
    ['ar', ['هل تأخر الجسر؟', 'لا أحد يعرف!']],
  ])('%s: %j', (lang, expected) => {
    expect(sentences(expected.join(' '), lang)).toEqual(expected);
  });

  it('gives ascending spans that hold every sign but white space, at any length', () => {
    const unit = fc.constantFrom('a', 'B', '.', '. ', '? ', '« ', ' »', 'د. ', '؟ ', '”', '…', ' ', '9', '\u00A0');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 300 }), fc.constantFrom('en', 'fr', 'ar', 'und', 'no such tag'), (parts, lang) => {
        const text = parts.join('');
        let from = 0;
        let kept = '';
        for (const [start, end] of splitSentences(text, lang)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          kept += text.slice(start, end);
          from = end;
        }
        expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  it('cuts a paragraph longer than its window at the same places', () => {
    const one = 'The council of the town met again on Monday to talk about the old bridge.';
    expect(sentences(Array(400).fill(one).join(' '), 'en')).toEqual(Array(400).fill(one));
  });
});
