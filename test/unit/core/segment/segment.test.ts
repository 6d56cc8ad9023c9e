import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../core/model/text';
import { segmentDocument, segmentLines, segmentSeparator } from '../../../../core/segment/segment';

const block = fc.record({
  kind: fc.constantFrom('heading' as const, 'paragraph' as const, 'list-item' as const, 'quotation' as const),
  text: fc
    .string({ unit: fc.constantFrom(...'ab .!?اب،😀é'), minLength: 1, maxLength: 40 })
    .filter((text) => text.trim() === text && text !== ''),
});

describe('segmentDocument', () => {
  it('gives offsets that cut each segment out of the text', () => {
    fc.assert(
      fc.property(fc.array(block), fc.constantFrom('en', 'ar'), (blocks: Block[], lang) => {
        const { text, segments } = segmentDocument(blocks, lang);
        expect(text).toBe(blocks.map((one) => one.text).join(segmentSeparator));
        expect(segments).toHaveLength(blocks.length);
        for (const [index, segment] of segments.entries()) {
          expect(segment.index).toBe(index);
          expect(text.slice(segment.start, segment.end)).toBe(segment.text);
        }
      }),
    );
  });

  it('keeps kind, level and marks', () => {
    const { segments } = segmentDocument(
      [
        { kind: 'heading', level: 2, text: 'Weather' },
        { kind: 'paragraph', text: '***', boilerplate: true },
      ],
      'en',
    );
    expect(segments[0]).toMatchObject({ kind: 'heading', level: 2, boilerplate: false });
    expect(segments[1]).toMatchObject({ kind: 'paragraph', boilerplate: true });
  });

  it('reads a block of another language by that language', () => {
    const text = 'Le Pr. Blanc parle. Il part.';
    expect(segmentDocument([{ kind: 'paragraph', text, lang: 'fr' }], 'en').segments[0]?.sentences).toHaveLength(2);
  });
});

describe('segmentLines', () => {
  it('takes every line, the blank ones too', () => {
    const { text, segments } = segmentLines('\uFEFFone\r\n\r\n  two \n---\n', 'en');
    expect(segments.map((segment) => segment.text)).toEqual(['one', '', 'two', '---']);
    expect(segments.map((segment) => text.slice(segment.start, segment.end))).toEqual(['one', '', 'two', '---']);
    expect(segments.some((segment) => segment.boilerplate)).toBe(false);
    expect(segments[1]?.sentences).toEqual([]);
  });

  it('has as many segments as a text has lines', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'ab .ا ') })), (lines) => {
        expect(segmentLines(lines.map((line) => `${line}\n`).join(''), 'en').segments).toHaveLength(lines.length);
      }),
    );
  });
});
