/** Arabic as it is written and as it is typed: which forms find each other, which don't, and what "letters as written" keeps apart. */
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../core/search/query';
import { querySpans } from '../../../../core/search/spans';

const found = (text: string, query: string, literal = false): string[] =>
  querySpans(text, parseQuery(query)!, literal).key.map(([start, end]) => text.slice(start, end));

/** What is folded, what is typed, what stands in a text. */
const alike: [what: string, typed: string, written: string][] = [
  ['vowel signs', 'كتاب', 'كِتَابٌ'],
  ['vowel signs in what is typed', 'كِتَاب', 'كتاب'],
  ['shadda', 'عبارة', 'عبّارة'],
  ['tanwin', 'غدا', 'غدًا'],
  ['superscript alef', 'هذا', 'هٰذا'],
  ['Quranic marks', 'كتب', 'كُتِبَۖ'],
  ['tatweel', 'سلام', 'ســـلام'],
  ['tatweel in what is typed', 'ســلام', 'سلام'],
  ['alef with hamza above', 'احمد', 'أحمد'],
  ['alef with hamza below', 'اعلان', 'إعلان'],
  ['alef with madda', 'الان', 'الآن'],
  ['alef wasla', 'اسم', 'ٱسم'],
  ['hamza typed, bare alef written', 'أمر', 'امر'],
  ['hamza on waw', 'مسوول', 'مسؤول'],
  ['hamza on ya', 'هييه', 'هيئة'],
  ['combining hamza', 'مسؤول', 'مسو\u0654ول'],
  ['alef maqsura for ya', 'علي', 'على'],
  ['ya for alef maqsura', 'مستشفى', 'مستشفي'],
  ['Persian ya', 'كتابي', 'كتابی'],
  ['ta marbuta for ha', 'مدينه', 'مدينة'],
  ['ha for ta marbuta', 'مدينة', 'مدينه'],
  ['Persian kaf', 'كتاب', 'کتاب'],
  ['presentation forms', 'سلام', 'ﺳﻼﻡ'],
  ['lam-alef ligature', 'لاجئ', 'ﻻجئ'],
  ['direction marks', 'سلام', 'سل\u200fام'],
  ['zero-width joiners', 'هيئه', 'هيئ\u200dة'],
];

/** What stands in a text for a reader who types ميناء, حكومة or the same with an article. */
const particles = ['', 'ال', 'و', 'وال', 'ف', 'فال', 'ب', 'بال', 'ك', 'كال', 'ل', 'لل', 'وب', 'وبال', 'ول', 'ولل'];

const apart: [what: string, typed: string, written: string][] = [
  ['a first letter that only looks like a particle', 'بلد', 'ولد'],
  ['a word within a word', 'لد', 'ولد'],
  ['an ending', 'حكوم', 'حكومة'],
  ['another letter', 'سلام', 'صلام'],
  ['waw and ya', 'سور', 'سير'],
];

describe('Arabic forms', () => {
  it.each(alike)('%s: %s finds %s', (_what, typed, written) => {
    const text = `قال ${written} هنا`;
    expect(found(text, typed)).toEqual([written]);
  });
  it.each(particles)('finds a word behind the particle «%s», with the article typed or not', (particle) => {
    for (const word of ['ميناء', 'حكومة']) {
      const text = `ثم ${particle}${word} ثم`;
      for (const typed of [word, `ال${word}`]) expect(found(text, typed)).toEqual([`${particle}${word}`]);
    }
  });
  it.each(apart)('%s: %s does not find %s', (_what, typed, written) => {
    expect(found(`قال ${written} هنا`, typed)).toEqual([]);
  });
  it.each(alike.filter(([, typed, written]) => typed.normalize('NFC') !== written.normalize('NFC')))(
    'letters as written keep apart: %s',
    (_what, typed, written) => {
      expect(found(`قال ${written} هنا`, typed, true)).toEqual([]);
      expect(found(`قال ${written} هنا`, written, true)).toEqual([written]);
    },
  );
  it('letters as written keep particles, too', () => {
    expect(found('في الميناء والميناء', 'ميناء', true)).toEqual([]);
    expect(found('في الميناء والميناء', 'الميناء', true)).toEqual(['الميناء']);
  });
});
