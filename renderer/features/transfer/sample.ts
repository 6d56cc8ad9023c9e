/** A sample report takes the same way in as any other: its files are imported, aligned and stored. Never stored twice. */
import type { CallOutput } from '../../../core/contract/calls';
import type { NewVersion } from '../../../core/contract/schemas';
import type { ReportId } from '../../../core/model/ids';
import type { Failure } from '../../../core/model/result';
import { call } from '../../bridge/call';
import type { Sample } from '../../state/navigation';
import { corrected, newDraft, taken, versionOf } from './draft';
import { type ReadImport, readImport } from './import-client';
import { createReport, type Progress, type Submission, type SubmitOutcome } from './submit';

type SampleFiles = CallOutput<'samples.files'>;
type Reports = CallOutput<'reports.list'>['reports'];

/** The report that this sample has become. It may have been given another title, so its versions are what tells. */
export function sampleInLibrary(reports: Reports, sample: SampleFiles): ReportId | null {
  const keys = (versions: readonly { lang: string; outlet: string; title: string }[]) =>
    versions
      .map((v) => JSON.stringify([v.lang, v.outlet, v.title]))
      .sort()
      .join();
  const wanted = keys(sample.files);
  return reports.find((report) => keys(report.versions) === wanted)?.id ?? null;
}

export function addSample(name: Sample, onProgress: (progress: Progress) => void, read: ReadImport = readImport): Submission {
  let job: Submission | null = null;
  let cancelled = false;
  const failed = (error: Failure): SubmitOutcome => ({ type: 'failed', error, storedBefore: 0 });

  const run = async (): Promise<SubmitOutcome> => {
    const [sample, list] = await Promise.all([call('samples.files', { sample: name }), call('reports.list', {})]);
    if (!sample.ok) return failed(sample.error);
    const existing = list.ok ? sampleInLibrary(list.value.reports, sample.value) : null;
    if (existing) return { type: 'stored', reportId: existing };
    const versions: NewVersion[] = [];
    for (const [at, file] of sample.value.files.entries()) {
      const { bytes, lang, title, outlet, date } = file;
      const result = await read({ kind: 'file', bytes, fileName: file.name, options: { lang } });
      if (!result.ok) return failed(result.error);
      const draft = corrected({ ...newDraft(at, file.name), source: { kind: 'file', bytes } }, { lang, title, outlet, date });
      const version = versionOf(taken(draft, result.value));
      if (version) versions.push(version);
    }
    if (cancelled) return failed({ code: 'cancelled' });
    const { title, kind } = sample.value;
    job = createReport({ title, kind, versions, acceptUnrelated: true }, onProgress);
    return job.outcome;
  };
  return {
    outcome: run(),
    cancel() {
      cancelled = true;
      job?.cancel();
    },
  };
}
