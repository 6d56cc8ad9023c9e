/**
 * Main process's side of the library process. SQLite stands in a utility process, so that a crash in native code doesn't take
 * the window down: the calls under way are answered `internal`, and the next call starts a new process.
 */
import { type UtilityProcess, utilityProcess } from 'electron';
import type { CallName } from '../core/contract/calls';
import type { EventName, EventPayload } from '../core/contract/events';
import { failure, type Result } from '../core/model/result';
import type { FromLibrary, LibraryStart, ToLibrary } from './library-messages';

type Heard = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

export class LibraryClient {
  readonly #entry: string;
  readonly #start: LibraryStart;
  readonly #heard: Heard;
  readonly #waiting = new Map<number, (result: Result<unknown>) => void>();
  #process: UtilityProcess | null = null;
  #nextId = 1;

  /** `entry`: the built library-process module. The process starts at once. */
  constructor(entry: string, start: LibraryStart, heard: Heard) {
    this.#entry = entry;
    this.#start = start;
    this.#heard = heard;
    this.#fork();
  }

  #fork(): UtilityProcess {
    const child = utilityProcess.fork(this.#entry, [JSON.stringify(this.#start)], { serviceName: 'library', stdio: 'inherit' });
    child.on('message', (message: FromLibrary) => {
      if (message.type === 'event') this.#heard(message.name, message.payload as never);
      else {
        const settle = this.#waiting.get(message.id);
        this.#waiting.delete(message.id);
        settle?.(message.result);
      }
    });
    child.on('exit', () => {
      if (this.#process === child) this.#process = null;
      const waiting = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const settle of waiting) settle(failure('internal'));
    });
    this.#process = child;
    return child;
  }

  #send(make: (id: number) => ToLibrary): Promise<Result<unknown>> {
    const child = this.#process ?? this.#fork();
    const id = this.#nextId++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      child.postMessage(make(id));
    });
  }

  call(name: CallName, input: unknown): Promise<Result<unknown>> {
    return this.#send((id) => ({ type: 'call', id, name, input }));
  }

  /** Stops jobs, checkpoints and closes the library, ends the process. */
  async close(): Promise<void> {
    if (!this.#process) return;
    await this.#send((id) => ({ type: 'close', id }));
    this.#process?.kill();
  }
}
