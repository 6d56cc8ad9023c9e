import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../../renderer/i18n/use-format';

const english = createFormat('en', 'Unknown language');
const arabic = createFormat('ar', 'لغة غير معروفة');

describe('format', () => {
  it('names languages with a capital, and the unknown one', () => {
    expect(createFormat('fr', 'Langue inconnue').languageName('ar')).toBe('Arabe');
    expect(english.languageName('und')).toBe('Unknown language');
    expect(english.languageName('not a tag')).toBe('not a tag');
  });

  it('says days near today in words, others as dates', () => {
    const now = new Date(2026, 2, 10, 0, 30).getTime();
    expect(english.ago(new Date(2026, 2, 9, 23, 50).getTime(), now)).toBe('yesterday');
    expect(english.ago(now, now)).toBe('today');
    expect(english.ago(new Date(2026, 1, 1).getTime(), now)).toBe('1 February 2026');
  });

  it('leaves alone what is not an ISO date', () => {
    expect(english.isoDate('2026-03-04')).toBe('4 March 2026');
    expect(english.isoDate('early March')).toBe('early March');
    expect(english.isoDate('2026-99-99')).toBe('2026-99-99');
  });

  it('writes Arabic per cent and sizes in Arabic digits', () => {
    expect(arabic.percent(0.4)).toMatch(/٤٠/);
    expect(arabic.bytes(20_000_000)).toMatch(/٢٠/);
  });
});
