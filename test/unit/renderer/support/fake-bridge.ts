/** A host for tests of the window: typed by the contract, so that a test can't answer what the host never would. */
import { vi } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../../../core/contract/calls';
import type { EventName, EventPayload } from '../../../../core/contract/events';
import type { Result } from '../../../../core/model/result';
import { failure } from '../../../../core/model/result';

type Answers = { [N in CallName]?: (input: CallInput<N>) => Result<CallOutput<N>> | Promise<Result<CallOutput<N>>> };
type Listener = (payload: unknown) => void;

export function installBridge(answers: Answers) {
  const listeners = new Map<string, Set<Listener>>();
  const call = vi.fn(async (name: CallName, input: unknown) => {
    const answer = answers[name] as ((input: unknown) => unknown) | undefined;
    return answer ? answer(input) : failure('internal');
  });
  const bridge = {
    call,
    on(name: string, listener: Listener) {
      const own = listeners.get(name) ?? new Set();
      listeners.set(name, own.add(listener));
      return () => void own.delete(listener);
    },
    flushed: vi.fn(),
  };
  Object.defineProperty(window, 'triptych', { value: bridge, configurable: true });
  return {
    call,
    emit<N extends EventName>(name: N, payload: EventPayload<N>) {
      for (const listener of listeners.get(name) ?? []) listener(payload);
    },
    listening: (name: EventName) => listeners.get(name)?.size ?? 0,
    inputsOf: <N extends CallName>(name: N) => call.mock.calls.filter((c) => c[0] === name).map((c) => c[1] as CallInput<N>),
  };
}
export type FakeBridge = ReturnType<typeof installBridge>;
