/** A host without Electron over a library in a folder of its own, with the real aligner in this thread. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../../../core/contract/calls';
import type { EventName, EventPayload } from '../../../../core/contract/events';
import type { NewVersion } from '../../../../core/contract/schemas';
import type { ReportId } from '../../../../core/model/ids';
import { resourceFolders } from '../../../../electron/resource-folders';
import { type Host, openHost } from '../../../../electron/services/host';
import type { JobOutcome } from '../../../../electron/services/jobs';
import type { Aligner } from '../../../../electron/workers/aligner';
import { LocalAligner } from '../../../../electron/workers/aligner';

// Real alignments, real processes, real disks: slow where other work goes on beside them, and none of these tests is about time.
vi.setConfig({ testTimeout: 60_000 });

export const projectRoot = path.resolve(import.meta.dirname, '../../../..');
/** The lexicon as the repository has it: these tests need no build. */
export const resources = {
  ...resourceFolders(projectRoot, null),
  lexicon: path.join(projectRoot, 'resources', 'lexicon'),
};

export const newFolder = (): string => mkdtempSync(path.join(os.tmpdir(), 'triptych-host-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export interface TestHost extends Host {
  events: { name: EventName; payload: unknown }[];
  /** The call's value; throws when it failed. */
  value<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** Ends with the job's outcome. */
  job(started: Promise<{ jobId: string }>): Promise<JobOutcome>;
}

export function testHost(folder: string, aligner: Aligner = new LocalAligner(resources.lexicon)): TestHost {
  const events: TestHost['events'] = [];
  const waiting = new Map<string, (outcome: JobOutcome) => void>();
  const done = new Map<string, JobOutcome>();
  const host = openHost({
    folder,
    appVersion: '0.0.0',
    platform: process.platform,
    language: 'en',
    resources,
    aligner,
    send: (name, payload) => {
      events.push({ name, payload });
      if (name !== 'job.done') return;
      const { jobId, outcome } = payload as EventPayload<'job.done'>;
      done.set(jobId, outcome);
      waiting.get(jobId)?.(outcome);
    },
  });
  return {
    ...host,
    events,
    async value(name, input) {
      const answer = await host.call(name, input);
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
      return answer.value;
    },
    async job(started) {
      const { jobId } = await started;
      return done.get(jobId) ?? new Promise((resolve) => waiting.set(jobId, resolve));
    },
  };
}

export const newVersion = (lang: string, paragraphs: readonly string[], more: Partial<NewVersion> = {}): NewVersion => ({
  fileName: `${lang}.txt`,
  format: 'txt',
  encoding: 'utf-8',
  lang,
  title: '',
  outlet: '',
  date: '',
  blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
  original: new TextEncoder().encode(paragraphs.join('\n\n')),
  ...more,
});

/** A short invented text in two languages, paragraph by paragraph. */
export const harbour = {
  en: [
    'The harbour of Marsa opened again on Monday after three days.',
    'Some 240 passengers had waited in the sports hall, the mayor Lina Haddad said.',
    'Two ferries will sail every day until the end of March.',
    'The repair of the pier costs 1.5 million euros.',
    'Fishermen asked the town for help with broken nets.',
  ],
  fr: [
    'Le port de Marsa a rouvert lundi après trois jours.',
    'Quelque 240 passagers avaient attendu dans la salle de sport, a dit la maire Lina Haddad.',
    'Deux ferries partiront chaque jour jusqu’à la fin du mois de mars.',
    'La réparation de la jetée coûte 1,5 million d’euros.',
    'Les pêcheurs ont demandé l’aide de la ville pour leurs filets déchirés.',
  ],
} as const;

export async function harbourReport(host: TestHost): Promise<ReportId> {
  const versions = [newVersion('en', harbour.en), newVersion('fr', harbour.fr)];
  const started = host.value('report.create', { title: 'Harbour', kind: 'translation', versions, acceptUnrelated: true });
  const outcome = await host.job(started);
  if (outcome.type !== 'stored') throw new Error(`not stored: ${JSON.stringify(outcome)}`);
  return outcome.reportId;
}
