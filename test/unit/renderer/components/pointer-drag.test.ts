import { afterEach, describe, expect, test, vi } from 'vitest';
import { followPointer } from '../../../../renderer/components/pointer-drag';

function handleWith(spy: { move: () => void; drop: () => void; cancel: () => void }, begins = true): HTMLElement {
  const handle = document.createElement('div');
  handle.setPointerCapture = () => undefined;
  document.body.append(handle);
  handle.addEventListener('pointerdown', (down) => followPointer(handle, down, () => (begins ? spy : null)));
  return handle;
}
const send = (target: EventTarget, type: string, x: number, more: PointerEventInit = {}) =>
  target.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, isPrimary: true, clientX: x, clientY: 0, ...more }));

describe('a drag by pointer', () => {
  afterEach(() => document.body.replaceChildren());
  const spies = () => ({ move: vi.fn(), drop: vi.fn(), cancel: vi.fn() });

  test('begins once the pointer has moved, and counts when it is let go', () => {
    const spy = spies();
    const handle = handleWith(spy);
    send(handle, 'pointerdown', 0);
    send(handle, 'pointermove', 2);
    expect(spy.move).not.toHaveBeenCalled();
    send(handle, 'pointermove', 30);
    send(handle, 'pointerup', 30);
    expect(spy.move).toHaveBeenCalledTimes(1);
    expect(spy.drop).toHaveBeenCalledTimes(1);
    send(handle, 'pointermove', 60);
    send(handle, 'lostpointercapture', 60);
    expect(spy.move).toHaveBeenCalledTimes(1);
    expect(spy.cancel).not.toHaveBeenCalled();
  });
  test('is taken back by Escape and by a lost pointer, once', () => {
    for (const end of [
      () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })),
      (handle: HTMLElement) => send(handle, 'pointercancel', 0),
      () => window.dispatchEvent(new Event('blur')),
    ]) {
      const spy = spies();
      const handle = handleWith(spy);
      send(handle, 'pointerdown', 0);
      send(handle, 'pointermove', 30);
      end(handle);
      send(handle, 'pointerup', 30);
      expect(spy.cancel).toHaveBeenCalledTimes(1);
      expect(spy.drop).not.toHaveBeenCalled();
    }
  });
  test('a press that stays, another button and nothing to drag do nothing; keys are left alone then', () => {
    const spy = spies();
    const handle = handleWith(spy);
    const keys = vi.fn();
    window.addEventListener('keydown', keys, { once: true });
    send(handle, 'pointerdown', 0);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(keys).toHaveBeenCalledTimes(1);
    send(handle, 'pointerup', 1);
    send(handle, 'pointerdown', 0, { button: 2 });
    send(handle, 'pointermove', 40);
    const none = handleWith(spy, false);
    send(none, 'pointerdown', 0);
    send(none, 'pointermove', 40);
    send(none, 'pointerup', 40);
    for (const called of Object.values(spy)) expect(called).not.toHaveBeenCalled();
  });
});
