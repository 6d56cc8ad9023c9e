import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportResponse } from '../../../../../core/formats/worker-protocol';
import { failure } from '../../../../../core/model/result';
import type { ShotWorker } from '../../../../../renderer/bridge/one-shot-worker';
import { createImportReader, patienceMs } from '../../../../../renderer/features/transfer/import-client';

class TestWorker {
  static all: TestWorker[] = [];
  listeners = new Map<string, (event: unknown) => void>();
  terminated = false;
  asked: unknown;
  constructor() {
    TestWorker.all.push(this);
  }
  addEventListener = (type: string, listener: (event: unknown) => void) => void this.listeners.set(type, listener);
  postMessage = (message: unknown) => {
    this.asked = message;
  };
  terminate = () => {
    this.terminated = true;
  };
  answer(response: ImportResponse) {
    this.listeners.get('message')?.({ data: response });
  }
}
const start = () => new TestWorker() as unknown as ShotWorker;
const job = { kind: 'file', bytes: new Uint8Array([65]), fileName: 'a.txt' } as const;

beforeEach(() => {
  TestWorker.all = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('import reader', () => {
  it('ends the worker after its answer', async () => {
    const read = createImportReader(start);
    const reading = read(job);
    await vi.advanceTimersByTimeAsync(0);
    TestWorker.all[0]?.answer({ id: 1, result: failure('file-binary') });
    expect(await reading).toEqual(failure('file-binary'));
    expect(TestWorker.all[0]?.terminated).toBe(true);
  });

  it('stops a worker that hangs, and one that breaks down', async () => {
    const read = createImportReader(start);
    const hanging = read(job);
    const broken = read(job);
    await vi.advanceTimersByTimeAsync(10);
    TestWorker.all[1]?.listeners.get('error')?.({});
    expect(await broken).toEqual(failure('import-stopped'));
    expect(TestWorker.all[0]?.terminated).toBe(false);
    await vi.advanceTimersByTimeAsync(patienceMs);
    expect(await hanging).toEqual(failure('import-stopped'));
    expect(TestWorker.all.every((w) => w.terminated)).toBe(true);
  });

  it('reads two at a time, the rest in order', async () => {
    const read = createImportReader(start);
    const all = [1, 2, 3, 4].map(() => read(job));
    await vi.advanceTimersByTimeAsync(0);
    expect(TestWorker.all).toHaveLength(2);
    TestWorker.all[1]?.answer({ id: 1, result: failure('file-empty') });
    await all[1];
    await vi.advanceTimersByTimeAsync(0);
    expect(TestWorker.all).toHaveLength(3);
    TestWorker.all[0]?.answer({ id: 1, result: failure('file-empty') });
    TestWorker.all[2]?.answer({ id: 1, result: failure('file-empty') });
    await vi.advanceTimersByTimeAsync(0);
    TestWorker.all[3]?.answer({ id: 1, result: failure('file-empty') });
    expect(await Promise.all(all)).toEqual(all.map(() => failure('file-empty')));
  });

  it('makes a worker that does not start a failure', async () => {
    const read = createImportReader(() => {
      throw new Error('no workers');
    });
    expect(await read(job)).toEqual(failure('internal'));
  });
});
