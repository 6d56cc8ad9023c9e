import { describe, expect, it } from 'vitest';
import { detectLanguage, primaryLanguage } from '../../../../core/formats/language';

describe('detectLanguage', () => {
  it.each([
    ['en', 'The council will meet on Monday.'],
    ['en', 'Talks resume in the capital after the storm'],
    ['fr', 'Le conseil se réunira lundi.'],
    ['fr', 'Les pourparlers reprennent dans la capitale'],
    ['ar', 'يجتمع المجلس يوم الاثنين'],
    ['ar', 'استئناف المحادثات في العاصمة'],
    ['fa', 'شورای شهر روز سه‌شنبه تصمیم گرفت پل قدیمی را باز کند'],
    ['ur', 'شہر کی کونسل نے منگل کو پرانا پل کھولنے کا فیصلہ کیا ہے'],
    ['de', 'Der Stadtrat hat am Dienstag beschlossen, die alte Brücke wieder zu öffnen.'],
    ['es', 'El consejo de la ciudad decidió el martes reabrir el puente viejo.'],
    ['ru', 'Городской совет решил открыть старый мост для пешеходов весной'],
    ['he', 'מועצת העיר החליטה לפתוח את הגשר'],
    ['zh', '市议会周二决定重新开放旧桥'],
    ['ja', '市議会は火曜日に古い橋を再開することを決めた'],
  ])('says %s of: %s', (lang, text) => {
    expect(detectLanguage(text).lang).toBe(lang);
  });

  it.each(['', '12.5 %', 'OK', '— — —', 'abc xyz'])('is unsure about %j', (text) => {
    expect(detectLanguage(text)).toEqual({ lang: 'und', confidence: 0 });
  });

  it('is surer of a longer text', () => {
    const short = detectLanguage('Information internationale, Paris');
    const long = detectLanguage(
      'The talks that were broken off in the spring will resume in the capital, said the minister, who was not at the table himself.',
    );
    expect(long.confidence).toBeGreaterThan(short.confidence);
    expect(long.confidence).toBeLessThanOrEqual(1);
  });
});

describe('primaryLanguage', () => {
  it.each([
    ['fr-FR', 'fr'],
    ['AR', 'ar'],
    ['en_US', 'en'],
    ['und', null],
    ['', null],
    ['français', null],
    [null, null],
  ])('%s → %s', (tag, lang) => {
    expect(primaryLanguage(tag)).toBe(lang);
  });
});
