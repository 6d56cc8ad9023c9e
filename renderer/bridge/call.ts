/**
 * The window's side of the contract. Every answer and every event is parsed with the contract's schema before the window believes
 * it; what does not fit, or a host that has gone, comes back as the failure `internal`, never as a thrown error.
 */
import { type CallInput, type CallName, type CallOutput, calls } from '../../core/contract/calls';
import { type EventName, type EventPayload, events } from '../../core/contract/events';
import { failure as failureSchema } from '../../core/contract/schemas';
import { failure, type Result, success } from '../../core/model/result';

export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> {
  let answer: Result<unknown>;
  try {
    answer = await window.triptych.call(name, input);
  } catch {
    return failure('internal');
  }
  if (!answer.ok) {
    const said = failureSchema.safeParse(answer.error);
    if (!said.success) return failure('internal');
    return said.data.params ? failure(said.data.code, said.data.params) : failure(said.data.code);
  }
  const parsed = calls[name].output.safeParse(answer.value);
  return parsed.success ? success(parsed.data as CallOutput<N>) : failure('internal');
}

/** Listens to an event; returns the function that stops listening. Payloads that do not fit are dropped. */
export function listen<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
  return window.triptych.on(name, (payload) => {
    const parsed = events[name].safeParse(payload);
    if (parsed.success) listener(parsed.data as EventPayload<N>);
  });
}
