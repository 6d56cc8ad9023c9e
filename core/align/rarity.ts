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

/** For each hit its weight, times the rarity of the token, times the rarity of what its partner can mean. */
export function worthOfHits(
  grid: Grid,
  slotsOwn: Int32Array,
  version: AnalysedVersion,
  own: Float32Array,
  slotsOther: Int32Array,
  other: AnalysedVersion,
  rarity: Float32Array,
): Float64Array {
  const out = new Float64Array(grid.hitStart.at(-1) ?? 0);
  for (let h = 0; h < out.length; h += 1) {
    const type = version.slotType[slotsOwn[h] as number] as number;
    const partner = other.slotType[slotsOther[h] as number] as number;
    out[h] = (grid.weight[h] as number) * (rarity[partner] as number) * (own[type] as number);
  }
  return out;
}
