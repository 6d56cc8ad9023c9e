/** The asking side of a worker thread: started with the first question, kept, its answers told apart by number. */
import { Worker } from 'node:worker_threads';

interface Waiting<From> {
  settle: (answer: From) => void;
  fail: (error: Error) => void;
  heard: (message: From) => void;
}

interface WorkerClientOptions<From> {
  /** True for the message that ends a question; others on the way to it go to `heard`. */
  answers: (message: From) => boolean;
  /** What a question fails with when the worker ends, as it does when it is closed. */
  ended: () => Error;
  /** The worker keeps nothing from ending. */
  background?: boolean;
}

export class WorkerClient<To extends { id: number }, From extends { id: number }> {
  readonly #entry: string;
  readonly #workerData: unknown;
  readonly #options: WorkerClientOptions<From>;
  readonly #waiting = new Map<number, Waiting<From>>();
  #worker: Worker | null = null;
  #nextId = 1;

  /** `entry`: the built module of the worker. */
  constructor(entry: string, workerData: unknown, options: WorkerClientOptions<From>) {
    this.#entry = entry;
    this.#workerData = workerData;
    this.#options = options;
  }

  #start(): Worker {
    const worker = new Worker(this.#entry, { workerData: this.#workerData });
    worker.on('message', (message: From) => {
      const waiting = this.#waiting.get(message.id);
      if (!this.#options.answers(message)) return waiting?.heard(message);
      this.#waiting.delete(message.id);
      waiting?.settle(message);
    });
    const gone = (error: Error) => {
      if (this.#worker === worker) this.#worker = null;
      const waiting = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const { fail } of waiting) fail(error);
    };
    worker.on('error', gone);
    worker.on('exit', () => gone(this.#options.ended()));
    if (this.#options.background) worker.unref();
    this.#worker = worker;
    return worker;
  }
  /**
   * `before`: messages that go ahead of the question, each in a turn of its own. Rejects with what broke the worker, or `ended`; the
   * next question starts a new one.
   */
  async ask(
    make: (id: number) => To,
    heard: (message: From) => void = () => undefined,
    before: (id: number) => Iterable<To> = () => [],
  ): Promise<From> {
    const worker = this.#worker ?? this.#start();
    const id = this.#nextId++;
    const answer = new Promise<From>((settle, fail) => {
      this.#waiting.set(id, { settle, fail, heard });
    });
    // Its end is heard below, when all has been said.
    answer.catch(() => undefined);
    for (const part of before(id)) {
      worker.postMessage(part);
      await new Promise((resolve) => setImmediate(resolve));
    }
    worker.postMessage(make(id));
    return answer;
  }
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}
