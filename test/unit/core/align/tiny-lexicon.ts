/** A lexicon of a few pairs, with the compiled one's interface, so that tests say what they rest on. */
import type { Lexicon, PairTable, Phrase, Translation } from '../../../../core/lexicon/lexicon';
import { functionWords } from '../../../../core/text/function-words';
import { normaliseWord } from '../../../../core/text/normalise';
import { stem } from '../../../../core/text/stem';

function keyOf(term: string, lang: string): string {
  return term
    .split(/[\s-]+/)
    .map((word) => normaliseWord(word, lang))
    .filter((word) => !functionWords(lang).has(word))
    .map((word) => stem(word, lang))
    .join(' ');
}

class TinyPairs implements PairTable {
  private readonly entries = new Map<string, Translation[]>();

  add(from: string, to: string): void {
    this.entries.set(from, [...(this.entries.get(from) ?? []), { key: to, weight: 1 }]);
  }

  lookup(key: string): readonly Translation[] {
    return this.entries.get(key) ?? [];
  }

  phrases(firstKey: string): readonly Phrase[] {
    return [...this.entries]
      .filter(([key]) => key.startsWith(`${firstKey} `))
      .map(([key, translations]) => ({ keys: key.split(' '), translations }));
  }
}

/** rows: 'en = fr = ar', an empty part where a language has no word. */
export function tinyLexicon(rows: readonly string[]): Lexicon {
  const langs = ['en', 'fr', 'ar'];
  const tables = new Map<string, TinyPairs>();
  for (const row of rows) {
    const keys = row.split('=').map((term, k) => keyOf(term.trim(), langs[k] ?? 'und'));
    langs.forEach((from, p) => {
      langs.forEach((to, q) => {
        const [a, b] = [keys[p], keys[q]];
        if (p === q || !a || !b) return;
        const table = tables.get(`${from}-${to}`) ?? new TinyPairs();
        tables.set(`${from}-${to}`, table);
        table.add(a, b);
      });
    });
  }
  return { entries: (from, to) => tables.get(`${from}-${to}`) ?? null, frequency: () => null };
}

export const villageLexicon = tinyLexicon([
  'village = village = قرية',
  'bridge = pont = جسر',
  'river = fleuve = نهر',
  'flood = inondation = فيضان',
  'school = école = مدرسة',
  'teacher = enseignant = معلم',
  'child = enfant = طفل',
  'doctor = médecin = طبيب',
  'hospital = hôpital = مستشفى',
  'farmer = paysan = فلاح',
  'harvest = récolte = حصاد',
  'wheat = blé = قمح',
  'rain = pluie = مطر',
  'road = route = طريق',
  'market = marché = سوق',
  'minister = ministre = وزير',
  'promise = promesse = وعد',
  'money = argent = مال',
  'winter = hiver = شتاء',
  'snow = neige = ثلج',
  'train = train = قطار',
  'station = gare = محطة',
  'night = nuit = ليل',
  'moon = lune = قمر',
  'climate change = changement climatique = تغير المناخ',
  'ceasefire = cessez-le-feu = هدنة',
]);
