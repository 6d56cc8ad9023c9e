import type { SheetWords } from '../../../../../../renderer/features/reader/sheet/row-dom';

/** What a sheet says, in English, for tests. */
export const words: SheetWords = {
  language: 'en',
  direction: 'ltr',
  omission: 'not here',
  boilerplate: 'beside the text',
  number: String,
  mark: (state, score) => `${state} ${score}`,
  crossing: (n) => `paragraph ${n}`,
  crossingHint: 'go',
  uneven: 'uneven',
};
