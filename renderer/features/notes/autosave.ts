/**
 * Stores what is typed: at most `pauseMs` after the last key, one store at a time, the newest text last. What can't be stored
 * stays, is said, and is tried again with the next change or flush. No DOM, no timers but one.
 */
export type AutosaveState = 'saved' | 'saving' | 'failed';

export class Autosave {
  readonly #store: (text: string) => Promise<boolean>;
  readonly #tell: (state: AutosaveState) => void;
  readonly #pauseMs: number;
  #text: string;
  #stored: string;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #running: Promise<boolean> | null = null;

  constructor(initial: string, store: (text: string) => Promise<boolean>, tell: (state: AutosaveState) => void, pauseMs = 400) {
    this.#text = initial;
    this.#stored = initial;
    this.#store = store;
    this.#tell = tell;
    this.#pauseMs = pauseMs;
  }
  get isStored(): boolean {
    return this.#text === this.#stored;
  }
  change(text: string): void {
    this.#text = text;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.isStored && !this.#running) {
      this.#tell('saved');
      return;
    }
    this.#tell('saving');
    this.#timer = setTimeout(() => void this.flush(), this.#pauseMs);
  }
  /** Ends when the newest text is stored (true) or could not be (false). */
  async flush(): Promise<boolean> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#running) {
      await this.#running;
      return this.isStored ? true : this.flush();
    }
    if (this.isStored) return true;
    this.#running = this.#storeOnce(this.#text);
    const went = await this.#running;
    this.#running = null;
    // What was typed meanwhile waits for its own pause, or for whoever asked for the flush.
    if (went && !this.isStored && !this.#timer) return this.flush();
    return went;
  }
  async #storeOnce(text: string): Promise<boolean> {
    this.#tell('saving');
    const went = await this.#store(text).catch(() => false);
    if (went) this.#stored = text;
    this.#tell(went ? (this.isStored ? 'saved' : 'saving') : 'failed');
    return went;
  }
}
