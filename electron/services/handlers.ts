/**
 * The handler table's types and the one wrapper around each handler: parse the input, run, parse the output, make a Result.
 * Expected failures are thrown as ExpectedError; anything else is a bug, logged once and answered as `internal`.
 */
import type { z } from 'zod';
import { type CallName, type CallOutput, calls } from '../../core/contract/calls';
import { ExpectedError, type Failure, failure, type Result, success } from '../../core/model/result';

/** Answered by the main process, which alone can show dialogs; all others by the library process. */
export const mainCalls = [
  'files.choose',
  'files.opened',
  'files.read',
  'files.save',
  'files.savePdf',
  'files.chooseExchange',
  'export.run',
  'links.open',
] as const;
export type MainCall = (typeof mainCalls)[number];
export type LibraryCall = Exclude<CallName, MainCall>;

export type ParsedInput<N extends CallName> = z.output<(typeof calls)[N]['input']>;
export type Handler<N extends CallName> = (input: ParsedInput<N>) => CallOutput<N> | Promise<CallOutput<N>>;
/** The complete record of the calls N: a handler that is missing does not compile. */
export type Handlers<N extends CallName> = { [K in N]: Handler<K> };

/** The failure that an error stands for; null for a bug. */
export const explainExpected = (error: unknown): Failure | null => (error instanceof ExpectedError ? error.failure : null);

export const logToStderr = (place: string, error: unknown): void => {
  console.error(`${place}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
};

export async function runCall<N extends CallName>(
  name: N,
  input: unknown,
  handler: Handler<N>,
  explain: (error: unknown) => Failure | null = explainExpected,
): Promise<Result<CallOutput<N>>> {
  const parsed = calls[name].input.safeParse(input);
  if (!parsed.success) return failure('invalid-input');
  try {
    const output = await handler(parsed.data as ParsedInput<N>);
    return success(calls[name].output.parse(output) as CallOutput<N>);
  } catch (error) {
    const expected = explain(error);
    if (expected) return { ok: false, error: expected };
    logToStderr(name, error);
    return failure('internal');
  }
}
