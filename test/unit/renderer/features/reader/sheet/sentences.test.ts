import { describe, expect, test } from 'vitest';
import {
  counterparts,
  evidenceFor,
  type RowDetails,
  sentenceAt,
  stepSentence,
  stretchOf,
} from '../../../../../../renderer/features/reader/sheet/sentences';

const details: RowDetails = {
  sentences: [
    { from: [0, 3, 0], to: [1, 5, 0], score: 0.9 },
    { from: [0, 3, 0], to: [1, 5, 1], score: 0.7 },
    { from: [0, 3, 0], to: [1, 5, 1], score: 0.6 },
    { from: [0, 3, 1], to: [2, 0, 0], score: 0.8 },
  ],
  evidence: [
    {
      type: 'lexicon',
      from: { version: 0, segment: 3, start: 2, end: 5 },
      to: { version: 1, segment: 5, start: 1, end: 4 },
      weight: 0.4,
    },
    {
      type: 'number',
      from: { version: 1, segment: 5, start: 6, end: 8 },
      to: { version: 0, segment: 3, start: 7, end: 9 },
      weight: 0.9,
    },
    {
      type: 'name',
      from: { version: 0, segment: 3, start: 30, end: 33 },
      to: { version: 1, segment: 5, start: 1, end: 4 },
      weight: 1,
    },
  ],
};

describe('sentences that answer each other', () => {
  test('are found from either side, each once', () => {
    expect(counterparts(details, { version: 0, segment: 3, sentence: 0 })).toEqual([
      { version: 1, segment: 5, sentence: 0 },
      { version: 1, segment: 5, sentence: 1 },
    ]);
    expect(counterparts(details, { version: 2, segment: 0, sentence: 0 })).toEqual([{ version: 0, segment: 3, sentence: 1 }]);
    expect(counterparts(details, { version: 2, segment: 9, sentence: 0 })).toEqual([]);
  });
  test('evidence stands in what is lit, is told from the lit side, the surest first', () => {
    const own = { version: 0, segment: 3, start: 0, end: 20 };
    const found = evidenceFor(details, own, [{ version: 1, segment: 5, start: 0, end: 10 }]);
    expect(found.map((e) => [e.type, e.from.version, e.to.version])).toEqual([
      ['number', 0, 1],
      ['lexicon', 0, 1],
    ]);
  });
  test('an offset leads to its sentence; a segment without sentences is one', () => {
    const spans = [
      [0, 10],
      [11, 20],
    ] as const;
    expect([0, 9, 10, 11, 99].map((offset) => sentenceAt(spans, offset))).toEqual([0, 0, 0, 1, 1]);
    expect(sentenceAt([], 5)).toBe(0);
    expect(stretchOf({ version: 1, segment: 2, sentence: 1 }, spans, 20)).toEqual({ version: 1, segment: 2, start: 11, end: 20 });
    expect(stretchOf({ version: 1, segment: 2, sentence: 0 }, [], 20)).toEqual({ version: 1, segment: 2, start: 0, end: 20 });
  });
  test('steps go through all segments of a cell and end at its ends', () => {
    const cell = [
      {
        index: 4,
        sentences: [
          [0, 3],
          [4, 8],
        ] as const,
      },
      { index: 7, sentences: [] },
    ];
    const walk = (by: 1 | -1) => {
      const seen: string[] = [];
      for (let at = stepSentence(cell, null, by); at; at = stepSentence(cell, at, by)) seen.push(`${at.segment}.${at.sentence}`);
      return seen;
    };
    expect(walk(1)).toEqual(['4.0', '4.1', '7.0']);
    expect(walk(-1)).toEqual(['7.0', '4.1', '4.0']);
    expect(stepSentence([], null, 1)).toBeNull();
  });
});
