/**
 * How rare words are, and with that what it says that two of them meet. A word with many or common translations says little, however
 * rare the one that it meets, so the rarity of all that a partner can mean counts as much as the word's own.
 */
import type { FrequencyTable } from '../lexicon/lexicon';
import type { Grid } from './grid';
import { parameters } from './parameters';
import type { AnalysedVersion } from './vocabulary';

const backgroundSize = (version: AnalysedVersion) => parameters.background + parameters.backgroundShare * version.totalTokens;

/**
 * How rare what a type of the other version can mean is here: the tokens of this version over those that any partner of the
 * type accounts for. A word with many or common translations says little, however rare the one that it meets.
 */
export function clusterRarity(version: AnalysedVersion, mass: Float64Array): Float32Array {
  return Float32Array.from(
    mass,
    (tokens) => ((version.totalTokens + backgroundSize(version)) / (tokens + 0.5)) ** parameters.cluster,
  );
}

const rarities = new WeakMap<AnalysedVersion, { frequency: FrequencyTable | null; rarity: Float32Array }>();

/** How rare each type is by itself, from the text and, where there is one, a background list of word frequencies. */
export function ownRarity(version: AnalysedVersion, frequency: FrequencyTable | null): Float32Array {
  const known = rarities.get(version);
  if (known && known.frequency === frequency) return known.rarity;
  const size = backgroundSize(version);
  const rarity = Float32Array.from(version.types, (info) => {
    const expected = frequency && info.kind === 'word' ? size * frequency.probability(info.key) : 0;
    return ((version.totalTokens + size) / (info.count + 0.5 + expected)) ** (1 - parameters.cluster);
  });
  rarities.set(version, { frequency, rarity });
  return rarity;
}

/** What a hit says of the token of either version, from how rare each type of it is and how rare all that it can mean is in the other. */
export interface TypeWorth {
  version: AnalysedVersion;
  own: Float32Array;
  /** Of what the type can mean. */
  meant: Float32Array;
}

/** For each hit its weight, times what the token of a is worth, times the rarity of what its partner can mean; and so for b. */
export function worthOfHits(grid: Grid, a: TypeWorth, b: TypeWorth, tick: () => void): { ofA: Float64Array; ofB: Float64Array } {
  const ofA = new Float64Array(grid.hitStart.at(-1) ?? 0);
  const ofB = new Float64Array(ofA.length);
  for (let h = 0; h < ofA.length; h += 1) {
    if ((h & 0xffff) === 0) tick();
    const weight = grid.weight[h] as number;
    const typeA = a.version.slotType[grid.slotA[h] as number] as number;
    const typeB = b.version.slotType[grid.slotB[h] as number] as number;
    ofA[h] = weight * (b.meant[typeB] as number) * (a.own[typeA] as number);
    ofB[h] = weight * (a.meant[typeA] as number) * (b.own[typeB] as number);
  }
  return { ofA, ofB };
}
