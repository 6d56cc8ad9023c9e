import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countBidiControls,
  directionOfText,
  markBidiControls,
  stripBidiControls,
  strongDirection,
} from '../../../../core/text/direction';

describe('directionOfText', () => {
  it.each([
    ['The bridge is open.', 'ltr'],
    ['الجسر مفتوح', 'rtl'],
    ['AFP: الجسر مفتوح أمام المارة', 'rtl'],
    ['הגשר פתוח', 'rtl'],
    ['Il a dit « سلام » en partant', 'ltr'],
    ['123 — ١٢٣', 'ltr'],
    ['', 'ltr'],
  ])('%s reads %s', (text, direction) => {
    expect(directionOfText(text)).toBe(direction);
  });

  it('says nothing about a text without letters', () => {
    expect(strongDirection('42 %')).toBeNull();
  });
});

describe('direction controls', () => {
  const name = 'report\u202Etxt.exe';
  it('are counted, taken out and shown', () => {
    expect(countBidiControls(name)).toBe(1);
    expect(stripBidiControls(name)).toBe('reporttxt.exe');
    expect(markBidiControls(name)).toBe('report⟦RLO⟧txt.exe');
  });

  it('leave no control behind, and nothing else is touched', () => {
    const controls = [
      '\u061C',
      '\u200E',
      '\u200F',
      '\u202A',
      '\u202B',
      '\u202C',
      '\u202D',
      '\u202E',
      '\u2066',
      '\u2067',
      '\u2068',
      '\u2069',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...controls, 'a', 'ب', ' ', '\u200D')), (parts) => {
        const text = parts.join('');
        const kept = parts.filter((part) => !controls.includes(part)).join('');
        expect(stripBidiControls(text)).toBe(kept);
        expect(countBidiControls(text)).toBe(text.length - kept.length);
        expect(countBidiControls(markBidiControls(text))).toBe(0);
      }),
    );
  });
});
