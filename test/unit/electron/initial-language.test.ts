import { expect, it } from 'vitest';
import { commandIn } from '../../../electron/cli/names';
import { initialLanguage } from '../../../electron/initial-language';

it('takes the first wish that there is an interface for', () => {
  expect(initialLanguage(undefined, ['de-AT', 'fr-CA', 'en'])).toBe('fr');
  expect(initialLanguage(undefined, ['ar_EG.UTF-8'])).toBe('ar');
  expect(initialLanguage('ar', ['fr'])).toBe('ar');
  expect(initialLanguage('xx', ['C'])).toBe('en');
  expect(initialLanguage(undefined, [])).toBe('en');
});
it('sees a command word among what the system adds, and nothing in a file name', () => {
  expect(commandIn(['--no-first-run', 'align', '--unit', 'line', 'a', 'b'])).toEqual(['align', '--unit', 'line', 'a', 'b']);
  expect(commandIn(['--help'])).toEqual(['--help']);
  expect(commandIn([])).toBeNull();
  expect(commandIn(['/home/me/align', 'align'])).toBeNull();
  expect(commandIn(['--remote-debugging-port=0'])).toBeNull();
});
