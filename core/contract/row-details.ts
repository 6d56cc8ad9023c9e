/** How the cells of one row answer each other: found when it is asked for, stored nowhere. */
import { z } from 'zod';
import { reportId, rowId } from './schemas';

const index = z.int().nonnegative();
/** Version ordinal, segment, sentence of the segment. */
const sentence = z.tuple([index, index, index]).readonly();
const stretch = z.object({ version: index, segment: index, start: index, end: index });

export const sentencePair = z.object({ from: sentence, to: sentence, score: z.number() });
export const evidencePair = z.object({
  type: z.enum(['lexicon', 'number', 'date', 'name', 'cognate', 'learned', 'punctuation']),
  /** Offsets within the segments' texts. */
  from: stretch,
  to: stretch,
  /** 0..1. */
  weight: z.number(),
});
export type SentencePair = z.infer<typeof sentencePair>;
export type EvidencePair = z.infer<typeof evidencePair>;

export const rowDetailCalls = {
  /** Sentences that answer each other and why, for every two cells of the row. Errors: row-not-found, lexicon-damaged. */
  'row.details': {
    input: z.object({ reportId, rowId }),
    output: z.object({ sentences: z.array(sentencePair), evidence: z.array(evidencePair) }),
  },
} as const;
