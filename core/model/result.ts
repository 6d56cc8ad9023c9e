/** Results as values. Expected failures carry a code from one list, which the window translates as `errors.<code>`. */
import type { ErrorCode } from './error-codes';

export interface Failure {
  code: ErrorCode;
  /** Values for the message: names, sizes, limits. Never a path inside the app, never a stack. */
  params?: Record<string, string | number> | undefined;
}
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });
export const failure = <T = never>(code: ErrorCode, params?: Record<string, string | number>): Result<T> => ({
  ok: false,
  error: params ? { code, params } : { code },
});

/** Thrown inside the host's services for an expected failure; the call's wrapper turns it into a Failure. */
export class ExpectedError extends Error {
  readonly failure: Failure;
  constructor(code: ErrorCode, params?: Record<string, string | number>) {
    super(code);
    this.name = 'ExpectedError';
    this.failure = params ? { code, params } : { code };
  }
}
