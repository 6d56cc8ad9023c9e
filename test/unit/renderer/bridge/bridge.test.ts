import { describe, expect, it } from 'vitest';
import type { JobId, ReportId } from '../../../../core/model/ids';
import { newId } from '../../../../core/model/ids';
import { failure, success } from '../../../../core/model/result';
import { call, listen } from '../../../../renderer/bridge/call';
import { runJob } from '../../../../renderer/bridge/jobs';
import { installBridge } from '../support/fake-bridge';

describe('call', () => {
  it('gives expected failures on with their values', async () => {
    installBridge({ 'reports.list': () => failure('library-newer', { name: 'library.db' }) });
    expect(await call('reports.list', {})).toEqual(failure('library-newer', { name: 'library.db' }));
  });

  it('believes no answer that does not fit the contract', async () => {
    installBridge({ 'reports.list': () => success({ reports: [{ title: 'no id' }] } as never) });
    expect(await call('reports.list', {})).toEqual(failure('internal'));
    installBridge({ 'reports.list': () => ({ ok: false, error: { code: 'made-up' } }) as never });
    expect(await call('reports.list', {})).toEqual(failure('internal'));
  });

  it('makes a host that has gone a failure, not an exception', async () => {
    installBridge({
      'reports.list': () => {
        throw new Error('gone');
      },
    });
    expect(await call('reports.list', {})).toEqual(failure('internal'));
  });

  it('drops events that do not fit', () => {
    const bridge = installBridge({});
    const heard: unknown[] = [];
    listen('menu.command', (payload) => heard.push(payload.command));
    bridge.emit('menu.command', { command: 'about' });
    bridge.emit('menu.command', { command: 'format-disk' } as never);
    expect(heard).toEqual(['about']);
  });
});

describe('runJob', () => {
  const jobId = newId<JobId>();
  const reportId = newId<ReportId>();

  it('follows a job that ends before its id is known', async () => {
    const bridge = installBridge({});
    const job = runJob(async () => {
      bridge.emit('job.done', { jobId, outcome: { type: 'stored', reportId } });
      return success({ jobId });
    });
    expect(await job.outcome).toEqual({ type: 'stored', reportId });
    expect(bridge.listening('job.done')).toBe(0);
    expect(bridge.listening('job.progress')).toBe(0);
  });

  it('hears its own progress only', async () => {
    const bridge = installBridge({});
    const heard: number[] = [];
    const job = runJob(
      async () => success({ jobId }),
      (p) => heard.push(p.done),
    );
    await Promise.resolve();
    await Promise.resolve();
    bridge.emit('job.progress', { jobId: newId<JobId>(), phase: 'align', done: 0.1 });
    bridge.emit('job.progress', { jobId, phase: 'align', done: 0.5 });
    bridge.emit('job.done', { jobId, outcome: { type: 'unrelated', versions: [1] } });
    expect(await job.outcome).toEqual({ type: 'unrelated', versions: [1] });
    expect(heard).toEqual([0.5]);
  });

  it('cancels as soon as there is something to cancel', async () => {
    const bridge = installBridge({
      'jobs.cancel': (input) => {
        bridge.emit('job.done', { jobId: input.jobId, outcome: { type: 'failed', error: { code: 'cancelled' } } });
        return success({});
      },
    });
    const job = runJob(async () => success({ jobId }));
    job.cancel();
    expect(await job.outcome).toEqual({ type: 'failed', error: { code: 'cancelled' } });
    expect(bridge.inputsOf('jobs.cancel')).toEqual([{ jobId }]);
  });

  it('ends at once when the host does not take the job', async () => {
    installBridge({});
    const job = runJob(async () => failure('too-few-versions'));
    expect(await job.outcome).toEqual({ type: 'failed', error: { code: 'too-few-versions' } });
  });
});
