import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../../core/contract/schemas';
import { failure, success } from '../../../../core/model/result';
import { i18n } from '../../../../renderer/i18n/i18n';
import { shownTheme, steppedLineHeight, steppedTextScale, useSettings } from '../../../../renderer/state/settings';
import { installBridge } from '../support/fake-bridge';
import { setLanguage } from '../support/show';

const first: Settings = { ...defaultSettings('en'), theme: 'paper' };
const page = document.documentElement;

beforeEach(async () => {
  await setLanguage('en');
  await useSettings.getState().take(first);
});

describe('settings', () => {
  it('turn the page round with the language', async () => {
    installBridge({ 'settings.update': (change) => success({ ...first, ...change } as Settings) });
    await useSettings.getState().update({ language: 'ar' });
    expect([page.lang, page.dir, i18n.language]).toEqual(['ar', 'rtl', 'ar']);
    await useSettings.getState().update({ language: 'fr' });
    expect([page.lang, page.dir]).toEqual(['fr', 'ltr']);
  });

  it('show at once and stay when the host agrees', async () => {
    let answer: (() => void) | undefined;
    installBridge({
      'settings.update': (change) =>
        new Promise((resolve) => {
          answer = () => resolve(success({ ...first, ...change } as Settings));
        }),
    });
    const updating = useSettings.getState().update({ theme: 'night', textScale: 1.25 });
    expect(page.dataset.theme).toBe('night');
    expect(page.style.getPropertyValue('--text-scale')).toBe('1.25');
    await useSettings.getState().take(first);
    expect(page.dataset.theme).toBe('night');
    await Promise.resolve();
    answer?.();
    expect((await updating).ok).toBe(true);
    expect(useSettings.getState().settings.theme).toBe('night');
  });

  it('go back when the host cannot store them', async () => {
    installBridge({ 'settings.update': () => failure('disk-full') });
    const answer = await useSettings.getState().update({ language: 'ar', theme: 'white' });
    expect(answer).toEqual(failure('disk-full'));
    expect([page.dataset.theme, page.lang]).toEqual(['paper', 'en']);
  });

  it('step the text size within its limits', () => {
    expect(steppedTextScale(1, 1)).toBe(1.1);
    expect(steppedTextScale(1.1, -1)).toBe(1);
    expect(steppedTextScale(2.5, 1)).toBe(2.5);
    expect(steppedTextScale(0.7, -1)).toBe(0.7);
  });

  it('take paper where the system wishes nothing', () => {
    expect(shownTheme('system')).toBe('paper');
    expect(shownTheme('contrast')).toBe('contrast');
  });
});

describe('how texts are set', () => {
  it('is put on the page: lines, measure, faces, edges', async () => {
    await useSettings.getState().take({
      ...first,
      lineHeight: 1.5,
      measure: 'narrow',
      latinFont: 'sans',
      arabicFont: 'sans',
      justifyArabic: true,
    });
    expect([page.dataset.latinFont, page.dataset.arabicFont, page.dataset.justify]).toEqual(['sans', 'sans', 'arabic']);
    expect(page.style.getPropertyValue('--read-line-latin')).toBe('2.430');
    expect(page.style.getPropertyValue('--read-line-arabic')).toBe('2.775');
    expect(page.style.getPropertyValue('--read-measure')).toBe('50ch');
  });

  it('steps the distance between lines within its limits', () => {
    expect([steppedLineHeight(1, 1), steppedLineHeight(1, -1), steppedLineHeight(1.6, 1), steppedLineHeight(0.8, -1)]).toEqual([
      1.1, 0.95, 1.6, 0.8,
    ]);
  });
});
