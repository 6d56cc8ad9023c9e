import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMacArabic } from '../../../../core/formats/arabic-encodings';
import { decodeText } from '../../../../core/formats/encoding';
import { arabicText, encodeAs, frenchText } from '../../../support/encodings';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decodeText', () => {
  it.each(['windows-1256', 'iso-8859-6', 'x-mac-arabic'])('recognises Arabic in %s and offers it first', (label) => {
    // The quotation marks tell Mac Arabic from ISO-8859-6, which has the same letters in the same places and no such marks.
    const text = label === 'x-mac-arabic' ? `«${arabicText}»` : arabicText;
    const decoded = decodeText(encodeAs(text, label));
    expect(decoded.text).toBe(text);
    expect(decoded.encoding).toBe(label);
    expect(decoded.choices[0]).toBe(label);
    expect(decoded.confidence).toBeGreaterThan(0.6);
    expect(decoded.confidence).toBeLessThan(1);
  });

  it.each(['windows-1256', 'iso-8859-6'])('recognises a single Arabic headline in %s', (label) => {
    const headline = arabicText.split('.')[0] ?? '';
    expect(decodeText(encodeAs(headline, label)).text).toBe(headline);
  });

  it('recognises French in windows-1252', () => {
    const decoded = decodeText(encodeAs(frenchText, 'windows-1252'));
    expect(decoded.text).toBe(frenchText);
    expect(decoded.encoding).toBe('windows-1252');
  });

  it('recognises Russian in windows-1251 by the candidates of jschardet', () => {
    const russian = 'Городской совет решил открыть старый мост для пешеходов весной, сообщила пресс-служба мэрии во вторник.';
    expect(decodeText(encodeAs(russian, 'windows-1251')).text).toBe(russian);
  });

  it.each([true, false])('reads UTF-16 of both orders, byte-order mark: %s', (mark) => {
    for (const [label, little] of [
      ['utf-16le', true],
      ['utf-16be', false],
    ] as const) {
      for (const text of [arabicText, frenchText, 'Plain English text, nothing else.']) {
        const units = Uint16Array.from({ length: text.length + (mark ? 1 : 0) }, (_, at) =>
          mark && at === 0 ? 0xfeff : text.charCodeAt(at - (mark ? 1 : 0)),
        );
        const view = new DataView(new ArrayBuffer(units.length * 2));
        units.forEach((unit, at) => {
          view.setUint16(at * 2, unit, little);
        });
        const decoded = decodeText(new Uint8Array(view.buffer));
        expect(decoded.encoding).toBe(label);
        expect(decoded.text).toBe(text);
      }
    }
  });

  it('takes every valid UTF-8 text as such, and drops its byte-order mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abc .,éà«»ابتثجحمنوي،😀\n') }), (text) => {
        const decoded = decodeText(utf8(text));
        expect(decoded).toMatchObject({ text, encoding: 'utf-8', confidence: 1, warnings: [] });
      }),
    );
    expect(decodeText(utf8('\uFEFFtext')).text).toBe('text');
  });

  it('keeps UTF-8 with a few broken places, and says so', () => {
    const bytes = utf8(arabicText);
    const decoded = decodeText(new Uint8Array([...bytes.slice(0, 40), 0xff, ...bytes.slice(40, -1)]));
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.warnings).toContain('replacement-characters');
    expect(decoded.text.replaceAll('\uFFFD', '').slice(0, 30)).toBe(arabicText.slice(0, 30));
    expect(decoded.confidence).toBeLessThan(1);
  });

  it('believes the charset that a page declares where the letters do not contradict', () => {
    const page = '<html><head><meta charset="iso-8859-15"></head><body><p>Prix : 12 ¤</p></body></html>';
    expect(decodeText(encodeAs(page.replace('¤', '€'), 'iso-8859-15')).text).toContain('12 €');
  });

  it('decodes again as the reader says', () => {
    const decoded = decodeText(encodeAs(arabicText, 'windows-1256'), 'iso-8859-1');
    expect(decoded).toMatchObject({ encoding: 'windows-1252', confidence: 1 });
    expect(decodeText(utf8('text'), 'no-such-label').text).toBe('text');
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decodeText(bytes);
        expect(decoded.choices).toContain(decoded.encoding);
        expect(decoded.confidence).toBeGreaterThanOrEqual(0);
        expect(decoded.confidence).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('decodeMacArabic', () => {
  it('knows a sign for each of the 256 bytes', () => {
    expect(decodeMacArabic(Uint8Array.from({ length: 256 }, (_, byte) => byte))).toHaveLength(256);
  });
});
