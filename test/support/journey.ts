/**
 * A journey: a describe with the app running in a user-data folder of its own, once for each interface language. Its tests go one
 * after the other in the same app, as a person does; the end checks that the window logged no problem.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import type { UiLanguage } from '../../core/model/languages';
import { launchApp, newUserData, type RunningApp, removeUserData } from './app';
import { openSample } from './reader';
import { type Texts, textsIn } from './texts';

export interface Journey {
  readonly language: UiLanguage;
  /** The interface's words in the journey's language. Can be taken out before the app runs, called only in tests. */
  readonly t: Texts;
  /** The folder that is the app's own; a test may put files of its own there. */
  readonly userData: string;
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the window has logged since it was last started. */
  readonly problems: string[];
  /** Starts the app again, after a test has closed or killed it. */
  start(extra?: Record<string, string>): Promise<void>;
  /** Writes a file that the app may be given, beside the app's own; returns its path. */
  put(name: string, content: string | Uint8Array): string;
  /** A picture to be looked at, where TRIPTYCH_SHOTS names a folder for them: `name-language.png`. */
  shot(name: string): Promise<void>;
}

interface JourneyOptions {
  /** English and Arabic when nothing is said. The title names the language where there are several. */
  languages?: readonly UiLanguage[];
  /** The sample that is opened before the first test. */
  opens?: 'ferry' | 'udhr';
  /** The window is made to complain: it is not asked whether it did. */
  complains?: boolean;
}

const shots = process.env.TRIPTYCH_SHOTS;

export function journey(title: string, options: JourneyOptions, tests: (journey: Journey) => void): void {
  const languages = options.languages ?? ['en', 'ar'];
  for (const language of languages) {
    test.describe(languages.length > 1 ? `${title}, interface in ${language}` : title, () => {
      test.describe.configure({ mode: 'serial' });
      let userData: string | null = null;
      let running: RunningApp | null = null;
      let words: Texts | null = null;
      const there = <T>(value: T | null): T => {
        if (value === null) throw new Error('the journey has not begun');
        return value;
      };
      const self: Journey = {
        language,
        t: (key, values) => there(words)(key, values),
        get userData() {
          return there(userData);
        },
        get app() {
          return there(running).app;
        },
        get page() {
          return there(running).page;
        },
        get problems() {
          return there(running).problems;
        },
        async start(extra) {
          running = await launchApp(there(userData), language, extra);
        },
        put(name, content) {
          const folder = path.join(there(userData), 'files');
          mkdirSync(folder, { recursive: true });
          const file = path.join(folder, name);
          writeFileSync(file, content);
          return file;
        },
        async shot(name) {
          if (shots) await self.page.screenshot({ path: path.join(shots, `${name}-${language}.png`) });
        },
      };
      test.beforeAll(async () => {
        words = await textsIn(language);
        userData = newUserData();
        await self.start();
        if (options.opens) await openSample(self.page, self.t, options.opens);
      });
      test.afterAll(async () => {
        const problems = running?.problems ?? [];
        await running?.app.close();
        if (userData !== null) removeUserData(userData);
        if (!options.complains) expect(problems).toEqual([]);
      });
      tests(self);
    });
  }
}
