import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { BidiText } from '../../../../renderer/components/BidiText';

const shown = (text: string, lang?: string) => render(<BidiText text={text} lang={lang} />).container.querySelector('bdi')!;

describe('BidiText', () => {
  it('finds the direction from the letters and marks the language', () => {
    expect(shown('العاصفة (BBC)', 'ar').dir).toBe('rtl');
    expect(shown('BBC العربية says so', 'en').dir).toBe('ltr');
    expect(shown('12:30').dir).toBe('auto');
    expect(shown('x', 'und').hasAttribute('lang')).toBe(false);
  });

  it('shuts in and names direction controls without changing the text', () => {
    const text = 'safe\u202Etxt.exe\u202C end';
    const element = shown(text);
    expect(element.textContent).toBe(text);
    expect([...element.querySelectorAll('.bidi-mark')].map((m) => m.getAttribute('data-mark'))).toEqual(['RLO', 'PDF']);
    for (const mark of element.querySelectorAll('.bidi-mark')) expect(mark.localName).toBe('bdi');
  });
});
