/** The settings as the host keeps them, applied to the page: language and direction, theme, text size. */
import { create } from 'zustand';
import { defaultSettings, type Settings } from '../../core/contract/schemas';
import type { Result } from '../../core/model/result';
import { call } from '../bridge/call';
import { changeLanguage } from '../i18n/i18n';

export type Theme = Exclude<Settings['theme'], 'system'>;

const prefers = (query: string) => window.matchMedia?.(query).matches ?? false;

/** The theme to show: the system's wish is contrast first, then dark. */
export function shownTheme(theme: Settings['theme']): Theme {
  if (theme !== 'system') return theme;
  if (prefers('(prefers-contrast: more)')) return 'contrast';
  return prefers('(prefers-color-scheme: dark)') ? 'night' : 'paper';
}

/** Usual distance between lines, in ems; renderer/styles/reading.css says what becomes of it. */
const lines = { latin: 1.62, arabic: 1.85 };
const measures: Record<Settings['measure'], string> = { full: 'none', wide: '78ch', medium: '64ch', narrow: '50ch' };

function applyLook(settings: Settings): void {
  const { dataset, style } = document.documentElement;
  dataset.theme = shownTheme(settings.theme);
  dataset.latinFont = settings.latinFont;
  dataset.arabicFont = settings.arabicFont;
  dataset.justify = [settings.justifyLatin && 'latin', settings.justifyArabic && 'arabic'].filter(Boolean).join(' ');
  style.setProperty('--text-scale', String(settings.textScale));
  style.setProperty('--read-line-latin', (lines.latin * settings.lineHeight).toFixed(3));
  style.setProperty('--read-line-arabic', (lines.arabic * settings.lineHeight).toFixed(3));
  style.setProperty('--read-measure', measures[settings.measure]);
}

interface SettingsState {
  settings: Settings;
  /** Takes over what the host says. */
  take(settings: Settings): Promise<void>;
  /** Changes and remembers. On failure the host's settings stay and the failure comes back. */
  update(change: Partial<Settings>): Promise<Result<Settings>>;
}

export const useSettings = create<SettingsState>((set, get) => {
  /** Changes that the host has not answered yet: what it says meanwhile is older than what is shown. */
  let pending = 0;
  const apply = async (settings: Settings) => {
    applyLook(settings);
    set({ settings });
    await changeLanguage(settings.language);
  };
  return {
    settings: defaultSettings('en'),
    async take(settings) {
      if (pending === 0) await apply(settings);
    },
    async update(change) {
      const before = get().settings;
      pending += 1;
      // Shown at once; the host's word counts in the end.
      const shown = apply({ ...before, ...change });
      const answer = await call('settings.update', change);
      await shown;
      pending -= 1;
      await get().take(answer.ok ? answer.value : before);
      return answer;
    },
  };
});

/** Follows the system while the theme is 'system'. Returns the function that stops. */
export function followSystemTheme(): () => void {
  const queries = ['(prefers-contrast: more)', '(prefers-color-scheme: dark)'].map((q) => window.matchMedia(q));
  const again = () => applyLook(useSettings.getState().settings);
  for (const query of queries) query.addEventListener('change', again);
  return () => {
    for (const query of queries) query.removeEventListener('change', again);
  };
}

const textSteps = [0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.4, 1.6, 1.8, 2, 2.25, 2.5];
const lineSteps = [0.8, 0.85, 0.9, 0.95, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6];

function stepped(all: readonly number[], current: number, direction: 1 | -1): number {
  const steps = direction === 1 ? all : [...all].reverse();
  return steps.find((s) => (direction === 1 ? s > current + 1e-6 : s < current - 1e-6)) ?? current;
}
/** The next larger (+1) or smaller (−1) reading size. */
export const steppedTextScale = (current: number, direction: 1 | -1): number => stepped(textSteps, current, direction);
/** The next wider (+1) or closer (−1) distance between lines. */
export const steppedLineHeight = (current: number, direction: 1 | -1): number => stepped(lineSteps, current, direction);
