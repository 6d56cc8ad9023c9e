/** What the preload puts on `window.triptych`: the calls, the events, and nothing else. */
import type { Result } from '../model/result';
import type { CallInput, CallName, CallOutput } from './calls';
import type { EventName, EventPayload } from './events';

export interface Bridge {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  /** Returns the function that stops listening. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
  /** Says that all drafts are saved, in answer to app.closing. */
  flushed(): void;
}
