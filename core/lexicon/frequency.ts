/** Background frequencies: the share of running words that a stem has, the sum over the words that share it. */
import { WordMemo } from '../text/memo';
import type { FrequencyTable } from './lexicon';
import type { TermTable } from './term-table';

/** A word that no list holds counts as one in a million. */
const unknownWord = 1e-6;

export class FrequencyList implements FrequencyTable {
  readonly floor = unknownWord;
  readonly #table: TermTable;
  readonly #values: Float32Array;
  readonly #memo = new WordMemo((key) => this.#sum(key));

  /** `values`: per term its share of running words. */
  constructor(table: TermTable, values: Float32Array) {
    this.#table = table;
    this.#values = values;
  }

  probability(key: string): number {
    return this.#memo.of(key);
  }

  #sum(key: string): number {
    const { keys, keyStarts, keyTerms } = this.#table;
    const id = keys.find(key);
    if (id < 0) return this.floor;
    let sum = 0;
    for (let i = keyStarts[id] as number; i < (keyStarts[id + 1] as number); i += 1) {
      sum += this.#values[keyTerms[i] as number] ?? 0;
    }
    return Math.max(sum, this.floor);
  }
}
