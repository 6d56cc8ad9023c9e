/** A library opened for one command, and closed again whatever happens. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ExpectedError, type Result } from '../../core/model/result';
import { type Host, type HostOptions, openHost } from '../services/host';
import { LocalAligner } from '../workers/aligner';
import type { CommandContext } from './command';

export async function answered<T>(call: Promise<Result<T>>): Promise<T> {
  const answer = await call;
  if (!answer.ok) throw new ExpectedError(answer.error.code, answer.error.params);
  return answer.value;
}

/** A library that is to be read: one that is not there would be made. Throws file-gone. */
export function mustExist(library: string): void {
  if (!existsSync(library)) throw new ExpectedError('file-gone', { name: path.basename(library) });
}

export async function withHost<T>(
  library: string,
  { resources, appVersion }: CommandContext,
  use: (host: Host) => Promise<T>,
  send: HostOptions['send'] = () => undefined,
): Promise<T> {
  const file = path.resolve(library);
  const host = openHost({
    folder: path.dirname(file),
    file,
    aligner: new LocalAligner(resources.lexicon),
    appVersion,
    platform: process.platform,
    language: 'en',
    resources,
    send,
  });
  try {
    return await use(host);
  } finally {
    await host.close();
  }
}
