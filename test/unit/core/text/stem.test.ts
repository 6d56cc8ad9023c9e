import { describe, expect, it } from 'vitest';
import { normaliseWord } from '../../../../core/text/normalise';
import { stem, stemCandidates } from '../../../../core/text/stem';
import { arabicRootKey } from '../../../../core/text/stem-arabic';

const stems = (words: string[], lang: string) => new Set(words.map((word) => stem(normaliseWord(word, lang), lang)));

describe('stem', () => {
  it.each([
    ['en', ['coordinate', 'coordinates', 'coordinating', 'coordination']],
    ['en', ['meet', 'met', 'meeting', 'meetings']],
    ['en', ['agree', 'agreed', 'agreement', 'agreements']],
    ['en', ['company', 'companies']],
    ['en', ['stop', 'stopped', 'stopping']],
    ['en', ['child', 'children']],
    ['fr', ['négocier', 'négociation', 'négociations', 'négocié']],
    ['fr', ['organiser', 'organisé', 'organisation', 'organisations']],
    ['fr', ['général', 'générale', 'généraux']],
    ['fr', ['israélien', 'israélienne', 'israéliennes']],
    ['fr', ['tient', 'tenu', 'tenir']],
    ['ar', ['المقاومة', 'والمقاومة', 'مقاومة', 'بالمقاومة']],
    ['ar', ['اجتماعاً', 'الاجتماع', 'للاجتماع', 'اجتماعات']],
    ['ru', ['война', 'войны', 'войной']],
  ])('%s: one stem for %j', (lang, words) => {
    expect(stems(words, lang).size).toBe(1);
  });

  it('keeps apart what only looks alike', () => {
    expect(stems(['nation', 'notion', 'native'], 'en').size).toBe(3);
    expect(stems(['بيت', 'بنت'], 'ar').size).toBe(2);
  });

  it('never empties a word', () => {
    for (const lang of ['en', 'fr', 'ar', 'de', 'ru', 'zh', 'und']) {
      for (const word of ['a', 'is', 'ال', 'و', 'ing', 'ment', 'ы', '的']) expect(stem(word, lang)).not.toBe('');
    }
  });
});

describe('stemCandidates', () => {
  it('gives the cautious stem first and the prepositions peeled after it', () => {
    const candidates = stemCandidates(normaliseWord('لرفح', 'ar'), 'ar');
    expect(candidates[0]).toBe('لرفح');
    expect(candidates).toContain('رفح');
  });

  it('finds the verb under its person and tense', () => {
    expect(stemCandidates('ستواصل', 'ar')).toContain('واصل');
    expect(stemCandidates('اكدت', 'ar')).toContain('اكد');
  });

  it('has one candidate where there is no doubt', () => {
    expect(stemCandidates('houses', 'en')).toHaveLength(1);
  });
});

describe('arabicRootKey', () => {
  it('joins a verb and its noun', () => {
    expect(arabicRootKey('استقبال')).toBe(arabicRootKey('استقبل'));
  });
});
