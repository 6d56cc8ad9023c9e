/** Reports made as the window makes them, without its dialogs: for journeys that need texts of a certain shape. */
import { expect, type Page } from '@playwright/test';
import type { ReportId } from '../../core/model/ids';

export interface MadeVersion {
  lang: string;
  blocks: readonly { kind: 'heading' | 'paragraph'; text: string }[];
}

/** Asks the host as the window does; throws what it answers when it fails. */
export const ask = <T>(page: Page, name: string, input: unknown): Promise<T> =>
  page.evaluate(
    async ([called, given]) => {
      const answer = await window.triptych.call(called as 'reports.list', given as never);
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      return answer.value as never;
    },
    [name, input] as const,
  );

/** A report of these versions, aligned as translations; answers once it is stored. */
export async function makeReport(page: Page, title: string, versions: readonly MadeVersion[]): Promise<ReportId> {
  const given = versions.map(({ lang, blocks }, i) => ({
    fileName: `${lang}-${i + 1}.txt`,
    format: 'txt',
    encoding: 'utf-8',
    lang,
    title: `${title} (${lang} ${i + 1})`,
    outlet: '',
    date: '',
    blocks,
  }));
  await page.evaluate(
    async ([name, made]) => {
      const input = {
        title: name,
        kind: 'translation' as const,
        acceptUnrelated: true,
        versions: made.map((v) => ({ ...v, original: new Uint8Array([32]) })),
      };
      const answer = await window.triptych.call('report.create', input as never);
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    },
    [title, given] as const,
  );
  const found = async () => {
    const { reports } = await ask<{ reports: { id: ReportId; title: string }[] }>(page, 'reports.list', {});
    return reports.find((r) => r.title === title)?.id;
  };
  await expect.poll(found, { timeout: 60_000 }).toBeTruthy();
  return (await found())!;
}
