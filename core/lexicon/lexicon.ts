/**
 * What the compiled lexicon offers to the aligner: translations of a stem, multi-word entries, background frequencies.
 * Every key is a stem as core/text/stem makes it from a normalised word; the keys of a phrase stand with one space between
 * and leave out function words, so they compare with the content tokens of a text in a row.
 */

export interface Translation {
  /** Stem key in the other language; a phrase where it holds a space. */
  readonly key: string;
  /** How sure it is that the two translate each other, above 0 up to 1. */
  readonly weight: number;
}

export interface Phrase {
  /** Two or three stem keys that stand side by side in a text (function words between them do not count). */
  readonly keys: readonly string[];
  /** Empty where a third language, through which the two meet, leads nowhere. */
  readonly translations: readonly Translation[];
}

export interface PairTable {
  /** Translations of one stem, heaviest first, each key once. Empty where the lexicon does not know it. */
  lookup(key: string): readonly Translation[];
  /** The multi-word entries that begin with this stem, longest first. */
  phrases(firstKey: string): readonly Phrase[];
}

export interface FrequencyTable {
  /** The share of running words that have this stem, 0..1; `floor` where the list does not hold it. */
  probability(key: string): number;
  readonly floor: number;
}

export interface Lexicon {
  /** Null where no file holds this pair. Languages are BCP 47 primary subtags. French and Arabic also meet through English. */
  entries(fromLang: string, toLang: string): PairTable | null;
  frequency(lang: string): FrequencyTable | null;
}

/** A lexicon file that cannot be used: cut off, changed, or of a format this version does not know. */
export class LexiconDamaged extends Error {
  readonly file: string;
  constructor(file: string, reason: string) {
    super(`lexicon file ${file}: ${reason}`);
    this.name = 'LexiconDamaged';
    this.file = file;
  }
}
