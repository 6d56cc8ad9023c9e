/**
 * How far two coders agree on a code. Units are stretches of text that both could have coded (the segments of a report); a
 * coder has coded a unit when a passage of theirs overlaps it. Percentage agreement and Cohen's kappa (J. Cohen, "A coefficient
 * of agreement for nominal scales", Educational and Psychological Measurement 20, 1960), two raters, two categories.
 */
import type { CodeId, VersionId } from '../model/ids';

/** One passage that a coder gave a code. UTF-16 offsets in the version's text. */
export interface CodedPassage {
  codeId: CodeId;
  coder: string;
  versionId: VersionId;
  start: number;
  end: number;
}
/** Units of one version, ascending, without overlap. */
export interface UnitsOfVersion {
  versionId: VersionId;
  units: readonly { start: number; end: number }[];
}
/** Units by who coded them. */
export interface AgreementCounts {
  both: number;
  onlyFirst: number;
  onlySecond: number;
  neither: number;
}
export interface Agreement extends AgreementCounts {
  /** Share of units on which the two agree, 0..1; null without units. */
  observed: number | null;
  /** Cohen's kappa, −1..1; null where it is not defined: without units, or when chance alone would make them agree always. */
  kappa: number | null;
}
/** A unit that one of the two coded and the other did not. */
export interface Difference {
  codeId: CodeId;
  /** The one who coded it. */
  coder: string;
  versionId: VersionId;
  /** The unit's place in its version. */
  start: number;
  end: number;
}

export function agreementOf(counts: AgreementCounts): Agreement {
  const { both, onlyFirst, onlySecond, neither } = counts;
  const units = both + onlyFirst + onlySecond + neither;
  if (units === 0) return { ...counts, observed: null, kappa: null };
  const observed = (both + neither) / units;
  const first = both + onlyFirst;
  const second = both + onlySecond;
  // In whole numbers, so that "always by chance" is exact.
  const byChance = first * second + (units - first) * (units - second);
  if (byChance === units * units) return { ...counts, observed, kappa: null };
  const expected = byChance / (units * units);
  return { ...counts, observed, kappa: (observed - expected) / (1 - expected) };
}

/** Places in `units` that [start, end) overlaps. */
function overlapped(units: UnitsOfVersion['units'], start: number, end: number): { from: number; until: number } {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  let until = low;
  while (until < units.length && units[until]!.start < end) until += 1;
  return { from: low, until };
}

export interface AgreementReport {
  units: number;
  byCode: { codeId: CodeId; agreement: Agreement }[];
  /** All codes taken together: each pair of code and unit is one decision. */
  all: Agreement;
  /** In the order of codes, versions and text. */
  differences: Difference[];
}

/** Agreement of `first` and `second` on each of `codes`. Passages of other coders and other codes don't count. */
export function compareCoders(
  versions: readonly UnitsOfVersion[],
  passages: readonly CodedPassage[],
  codes: readonly CodeId[],
  first: string,
  second: string,
): AgreementReport {
  const units = versions.reduce((sum, version) => sum + version.units.length, 0);
  const places = new Map(versions.map(({ versionId }, place) => [versionId, place]));
  /** For each code and coder the coded units of each version. */
  const coded = new Map(codes.map((id) => [id, [first, second].map(() => versions.map(() => new Set<number>()))]));
  for (const { codeId, coder, versionId, start, end } of passages) {
    const place = places.get(versionId);
    const own = coder === first ? 0 : coder === second ? 1 : -1;
    const sets = place === undefined ? undefined : coded.get(codeId)?.[own]?.[place];
    if (place === undefined || !sets) continue;
    const { from, until } = overlapped(versions[place]!.units, start, end);
    for (let unit = from; unit < until; unit += 1) sets.add(unit);
  }
  const total: AgreementCounts = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  const differences: Difference[] = [];
  const byCode = codes.map((codeId) => {
    const counts: AgreementCounts = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
    const [ones, others] = coded.get(codeId)!;
    versions.forEach((version, place) => {
      const one = ones![place]!;
      const other = others![place]!;
      for (const unit of [...new Set([...one, ...other])].sort((a, b) => a - b)) {
        const side = one.has(unit) && other.has(unit) ? 'both' : one.has(unit) ? 'onlyFirst' : 'onlySecond';
        counts[side] += 1;
        if (side === 'both') continue;
        const coder = side === 'onlyFirst' ? first : second;
        differences.push({ codeId, coder, versionId: version.versionId, ...version.units[unit]! });
      }
    });
    counts.neither = units - counts.both - counts.onlyFirst - counts.onlySecond;
    for (const key of ['both', 'onlyFirst', 'onlySecond', 'neither'] as const) total[key] += counts[key];
    return { codeId, agreement: agreementOf(counts) };
  });
  return { units, byCode, all: agreementOf(total), differences };
}
