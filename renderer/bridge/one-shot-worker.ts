/**
 * A worker that is asked once: it is ended whatever happens. One that shows no sign of life is stopped after a while, one that is not
 * waited for any more at once. It answers `{ result }`, and may say `{ progress }`, 0..1, before.
 */
import { failure, type Result } from '../../core/model/result';

/** As much of a Worker as is used here. */
export type ShotWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;
export type ShotMessage<T> = { result: Result<T> } | { progress: number };

interface ShotOptions {
  /** Without progress for so long it is taken for hanging. */
  patienceMs: number;
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number) => void) | undefined;
}

/** Errors of its own: import-stopped, cancelled, internal where no worker could be started. */
export function askOnce<T>(
  start: () => ShotWorker,
  message: unknown,
  { patienceMs, signal, onProgress }: ShotOptions,
): Promise<Result<T>> {
  return new Promise((resolve) => {
    let worker: ShotWorker | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (result: Result<T>) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      worker?.terminate();
      resolve(result);
    };
    const abort = () => end(failure('cancelled'));
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end(failure('import-stopped')), patienceMs);
    };
    if (signal?.aborted) return resolve(failure('cancelled'));
    signal?.addEventListener('abort', abort);
    wait();
    try {
      worker = start();
      worker.addEventListener('message', (event) => {
        const { data } = event as MessageEvent<ShotMessage<T>>;
        if ('result' in data) return end(data.result);
        wait();
        onProgress?.(data.progress);
      });
      worker.addEventListener('error', () => end(failure('import-stopped')));
      worker.addEventListener('messageerror', () => end(failure('import-stopped')));
      worker.postMessage(message);
    } catch {
      end(failure('internal'));
    }
  });
}
