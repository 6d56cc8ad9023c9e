/** Says a failed change in words, as a message at the window's edge. */

import type { Failure, Result } from '../../core/model/result';
import { i18n } from '../i18n/i18n';
import { showToast } from './toasts';

export function sayFailure(failure: Failure): void {
  showToast({ message: i18n.t(`errors:${failure.code}`, failure.params ?? {}), tone: 'error' });
}

/** True when the change went through; a failure is said. Null (nothing to do) is neither. */
export function wentThrough(outcome: Result<unknown> | null): boolean {
  if (outcome && !outcome.ok) sayFailure(outcome.error);
  return outcome?.ok ?? false;
}
