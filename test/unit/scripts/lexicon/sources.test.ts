import { describe, expect, it } from 'vitest';
import { problems } from '../../../../scripts/lexicon/build.mjs';
import { glossesOf } from '../../../../scripts/lexicon/freedict.mjs';
import { readCatalogue } from '../../../../scripts/lexicon/geonames.mjs';

describe('glossesOf', () => {
  it('takes off numbering, phonetics, parts of speech and remarks', () => {
    expect(glossesOf(['1. dédaigner, mépriser', '2. en dépit de <adv>', 'تاجر (فعل ماضي)', '/x/ الإعداد، التجهيز'])).toEqual([
      'dédaigner',
      'mépriser',
      'en dépit de',
      'تاجر',
      'الإعداد',
      'التجهيز',
    ]);
  });

  it('leaves out notes and quoted examples', () => {
    expect(glossesOf(['Note: rare', '"in spite of it all"'])).toEqual([]);
  });
});

describe('readCatalogue', () => {
  it('reads gettext catalogues', () => {
    const strings = ['1', '2', 'Paris', 'باريس'].map((text) => Buffer.from(text));
    const bytes = Buffer.alloc(28 + 32 + strings.reduce((sum, text) => sum + text.length, 0));
    [0x950412de, 0, 2, 28, 44].forEach((value, i) => {
      bytes.writeUInt32LE(value, i * 4);
    });
    let position = 60;
    strings.forEach((text, i) => {
      bytes.writeUInt32LE(text.length, 28 + i * 8);
      bytes.writeUInt32LE(position, 32 + i * 8);
      position += text.copy(bytes, position);
    });
    expect([...readCatalogue(bytes)]).toEqual([
      ['1', 'Paris'],
      ['2', 'باريس'],
    ]);
  });
});

describe('the committed lexicon', () => {
  it('is what the manifest says', () => {
    expect(problems()).toEqual([]);
  });
});
