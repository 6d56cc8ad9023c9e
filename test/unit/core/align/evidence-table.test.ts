import { describe, expect, it } from 'vitest';
import { buildEvidence, type EvidenceTable, evidenceTypes } from '../../../../core/align/evidence-table';
import { type AnalysedVersion, analyse, sentenceUnits } from '../../../../core/align/vocabulary';
import { tinyLexicon, villageLexicon } from './tiny-lexicon';
import { version } from './versions';

function pairs(langA: string, textA: string, langB: string, textB: string, lexicon = villageLexicon): string[] {
  const a = version(langA, textA);
  const b = version(langB, textB);
  const x = analyse(a, sentenceUnits(a));
  const y = analyse(b, sentenceUnits(b));
  return describePairs(x, y, buildEvidence(x, y, lexicon).build());
}

function describePairs(a: AnalysedVersion, b: AnalysedVersion, table: EvidenceTable): string[] {
  const out: string[] = [];
  a.types.forEach((info, x) => {
    for (let p = table.start[x] ?? 0; p < (table.start[x + 1] ?? 0); p += 1) {
      out.push(`${evidenceTypes[table.source[p] ?? 0]} ${info.norm} ${b.types[table.partner[p] ?? 0]?.norm}`);
    }
  });
  return out;
}

describe('buildEvidence', () => {
  it('finds dictionary pairs through inflection and attached particles', () => {
    expect(pairs('en', 'bridges', 'ar', 'وبالجسر')).toEqual(['lexicon bridges وبالجسر']);
    expect(pairs('fr', 'écoles', 'ar', 'لمدرسة')).toEqual(['lexicon ecoles لمدرسه']);
  });

  it('matches the words of multi-word entries', () => {
    expect(pairs('en', 'climate change', 'ar', 'تغير المناخ')).toContain('lexicon climate المناخ');
    expect(pairs('en', 'ceasefire', 'fr', 'le cessez-le-feu')).toContain('lexicon ceasefire cessez');
  });

  it('uses a phrase only where it stands as one', () => {
    const phrase = tinyLexicon(['red cross = = هلال']);
    expect(pairs('en', 'the red cross', 'ar', 'هلال', phrase)).not.toEqual([]);
    expect(pairs('en', 'a cross word in red', 'ar', 'هلال', phrase)).toEqual([]);
  });

  it('equates numbers of all scripts, number words and scales', () => {
    expect(pairs('en', '1,200', 'ar', '١٬٢٠٠')).toEqual(['number #1200 #1200']);
    expect(pairs('en', 'two hundred', 'fr', 'deux cents')).toEqual(['number #200 #200']);
    expect(pairs('en', '3 million', 'fr', '3 000 000')).toEqual(['number #3000000 #3000000']);
    expect(pairs('en', '12.5', 'fr', '12,5')).toEqual(['number #12.5 #12.5']);
    expect(pairs('en', '12', 'fr', '13')).toEqual([]);
  });

  it('equates months of the Arabic traditions and days', () => {
    expect(pairs('en', 'in April', 'ar', 'نيسان')).toEqual(['date @m4 @m4']);
    expect(pairs('fr', 'avril', 'ar', 'أبريل')).toEqual(['date @m4 @m4']);
    expect(pairs('en', 'Monday', 'fr', 'lundi')).toEqual(['date @d1 @d1']);
  });

  it('finds names by their consonants', () => {
    expect(pairs('en', 'Ramadan', 'ar', 'رمضان')).toEqual(['name ramadan رمضان']);
    expect(pairs('en', 'Sergei', 'ar', 'محمود')).toEqual([]);
  });

  it('finds cognates where both scripts are Latin', () => {
    expect(pairs('de', 'Kommission', 'fr', 'Kommission')).toEqual(['cognate kommission kommission']);
    expect(pairs('en', 'negotiation', 'fr', 'négociation')).toEqual(['cognate negotiation negociation']);
  });

  it('equates punctuation events', () => {
    expect(pairs('en', 'Is it?', 'ar', 'هل؟')).toEqual(['punctuation question question']);
    expect(pairs('en', '“it”', 'fr', '« il »')).toEqual(['punctuation quote quote']);
  });

  it('matches equal stems within one language', () => {
    expect(pairs('en', 'the bridges', 'en', 'a bridge')).toEqual(['cognate bridges bridge']);
  });

  it('needs no lexicon', () => {
    const a = version('en', 'bridge 7');
    const b = version('ar', 'جسر ٧');
    const [x, y] = [analyse(a, sentenceUnits(a)), analyse(b, sentenceUnits(b))];
    expect(describePairs(x, y, buildEvidence(x, y, null).build())).toEqual(['number #7 #7']);
  });
});
