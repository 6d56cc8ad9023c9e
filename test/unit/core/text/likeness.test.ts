import { describe, expect, it } from 'vitest';
import { likeness } from '../../../../core/text/likeness';

describe('likeness', () => {
  it('is 1 for the same words, whatever their marks and punctuation', () => {
    expect(likeness('The port opened.', 'the PORT opened')).toBe(1);
    expect(likeness('أُعيدَ فتحُ الميناء', 'أعيد فتح الميناء')).toBe(1);
    expect(likeness('', '')).toBe(1);
  });

  it('falls with the words that change and with their order', () => {
    const text = 'Two ferries will sail every day until the end of March.';
    const edited = likeness(text, 'Three ferries will sail every day until the end of March.');
    const turned = likeness(text, 'Until the end of March every day two ferries will sail.');
    const other = likeness(text, 'Fishermen asked the town for help with broken nets.');
    expect(edited).toBeGreaterThan(0.8);
    expect(edited).toBeLessThan(1);
    expect(turned).toBeGreaterThan(0.5);
    expect(turned).toBeLessThan(1);
    expect(other).toBeLessThan(0.2);
  });

  it('is the same both ways round', () => {
    expect(likeness('a b c', 'b c d e')).toBe(likeness('b c d e', 'a b c'));
  });
});
