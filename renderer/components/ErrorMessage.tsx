/** A failure in words, where it happened. Announced when it appears. */
import type { Failure } from '../../core/model/result';
import { useFailureText } from '../i18n/use-failure-text';
import { Icon } from './Icon';

export function ErrorMessage({ failure }: { failure: Failure }) {
  const say = useFailureText();
  return (
    <p className="message message-error" role="alert">
      <Icon name="warning" />
      <span>{say(failure)}</span>
    </p>
  );
}
