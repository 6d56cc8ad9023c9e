import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Autosave, type AutosaveState } from '../../../../../renderer/features/notes/autosave';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A store that answers when told to. */
function makeStore() {
  const stored: string[] = [];
  const answers: ((went: boolean) => void)[] = [];
  const states: AutosaveState[] = [];
  const saver = new Autosave(
    'before',
    (text) => {
      stored.push(text);
      return new Promise((resolve) => answers.push(resolve));
    },
    (state) => states.push(state),
    400,
  );
  return { saver, stored, states, answer: (went: boolean) => answers.shift()?.(went) };
}

describe('storing while typing', () => {
  test('waits for a pause, and says saved only after the answer', async () => {
    const { saver, stored, states, answer } = makeStore();
    saver.change('a');
    await vi.advanceTimersByTimeAsync(300);
    saver.change('ab');
    await vi.advanceTimersByTimeAsync(399);
    expect(stored).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(stored).toEqual(['ab']);
    expect(states.at(-1)).toBe('saving');
    answer(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(states.at(-1)).toBe('saved');
  });
  test('a flush stores at once and ends when the newest text is stored', async () => {
    const { saver, stored, answer } = makeStore();
    saver.change('a');
    const flushed = saver.flush();
    expect(stored).toEqual(['a']);
    saver.change('ab');
    const again = saver.flush();
    answer(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(stored).toEqual(['a', 'ab']);
    answer(true);
    await expect(flushed).resolves.toBe(true);
    await expect(again).resolves.toBe(true);
    expect(saver.isStored).toBe(true);
  });
  test('never two stores at a time', async () => {
    const { saver, stored, answer } = makeStore();
    saver.change('a');
    await vi.advanceTimersByTimeAsync(400);
    saver.change('ab');
    await vi.advanceTimersByTimeAsync(2000);
    expect(stored).toEqual(['a']);
    answer(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(stored).toEqual(['a', 'ab']);
  });
  test('what could not be stored stays, is said, and is tried again', async () => {
    const { saver, stored, states, answer } = makeStore();
    saver.change('a');
    await vi.advanceTimersByTimeAsync(400);
    answer(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(states.at(-1)).toBe('failed');
    expect(saver.isStored).toBe(false);
    const flushed = saver.flush();
    expect(stored).toEqual(['a', 'a']);
    answer(true);
    await expect(flushed).resolves.toBe(true);
    expect(states.at(-1)).toBe('saved');
  });
  test('text that comes back to what is stored needs no store', async () => {
    const { saver, stored, states } = makeStore();
    saver.change('x');
    saver.change('before');
    await vi.advanceTimersByTimeAsync(1000);
    expect(stored).toEqual([]);
    expect(states.at(-1)).toBe('saved');
  });
});
