import { beforeAll, describe, expect, it } from 'vitest';
import { i18n } from '../../../../renderer/i18n/i18n';
import { formatValue, isolate } from '../../../../renderer/i18n/interpolate';
import { setLanguage } from '../support/show';

beforeAll(() => setLanguage('en'));

describe('values in messages', () => {
  it('writes numbers in the digits of the interface language', () => {
    expect(formatValue(1234, 'en')).toBe('1,234');
    expect(formatValue(1234, 'fr')).toBe('1\u202F234');
    expect(formatValue(1234, 'ar')).toBe('١٬٢٣٤');
  });

  it('isolates what could turn the sentence round, and only that', () => {
    expect(isolate('Ferry', 'en')).toBe('Ferry');
    expect(isolate('العاصفة', 'en')).toBe('\u2068العاصفة\u2069');
    expect(isolate('Ferry', 'ar')).toBe('\u2068Ferry\u2069');
  });

  it('takes direction controls out of names', () => {
    expect(isolate('re\u202Eport.txt', 'en')).toBe('report.txt');
  });

  it('goes through i18next without a format name', () => {
    expect(i18n.t('library:count', { count: 3, lng: 'ar' })).toBe('٣ تقارير');
    expect(i18n.t('library:count', { count: 11, lng: 'ar' })).toBe('١١ تقريرًا');
    expect(i18n.t('library:count', { count: 2, lng: 'ar' })).toBe('تقريران');
    expect(i18n.t('library:deleted', { title: 'العاصفة' })).toBe('“\u2068العاصفة\u2069” is in the bin.');
  });

  it('never looks up what a file brings in', () => {
    expect(i18n.t('library:deleted', { title: '$t(common:close)' })).toContain('$t(common:close)');
    expect(i18n.t('library:deleted', { title: '{{count}}' })).toContain('{{count}}');
  });

  it('uses its own general form where a plural form is left out', () => {
    expect(i18n.t('reader:status.rows', { count: 2_000_000, lng: 'fr' })).toContain('rangées');
  });
});
