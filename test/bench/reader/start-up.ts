/** Start-up: cold, where the system lets the files be read from disk again, and warm; and what the app takes with nothing open. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Memory, memoryOf } from './measures';
import { close, launch } from './session';

export interface StartUp {
  coldMs: number;
  /** False where the system's file cache could not be emptied: the first start then, with whatever was read before. */
  isCold: boolean;
  warmMs: number;
  idle: Memory;
}

/** Has the system forget the files that it holds in memory; needs the right to. */
function forgetFiles(): boolean {
  try {
    execFileSync('sync');
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}

export async function measureStartUp(): Promise<StartUp> {
  const userData = mkdtempSync(path.join(os.tmpdir(), 'triptych-bench-'));
  try {
    const isCold = forgetFiles();
    const starts: number[] = [];
    let idle: Memory | null = null;
    for (let i = 0; i < 4; i++) {
      const session = await launch(userData);
      starts.push(session.shownMs);
      await session.page.getByRole('button').first().waitFor();
      idle = await memoryOf(session);
      await close(session);
    }
    return { coldMs: starts[0]!, isCold, warmMs: Math.min(...starts.slice(1)), idle: idle! };
  } finally {
    rmSync(userData, { recursive: true, force: true });
  }
}
