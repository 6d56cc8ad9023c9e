import { describe, expect, it } from 'vitest';
import { alignEvent } from '../../../../../core/align/event/align-event';
import { judgeVersions } from '../../../../../core/align/event/judge-versions';
import { compiledLexicon } from '../../../../support/compiled-lexicon';
import { ownSets, scoreSet } from '../../../../support/event-sets';

const lexicon = compiledLexicon();
const sets = await ownSets();

describe.each(sets.map((set) => [set.name, set] as const))('reports of %s', (_, set) => {
  it('are linked where they say the same', () => {
    const { links, related } = alignEvent(set.versions, lexicon, {});
    const { all } = scoreSet(set, links);
    expect(related).toEqual(set.versions.map(() => true));
    expect(all.precision).toBeGreaterThanOrEqual(0.9);
    expect(all.f1).toBeGreaterThanOrEqual(0.9);
  });

  it('are not related to another event of the same people, in any language', () => {
    for (const other of set.others) {
      for (const version of set.versions) {
        expect(judgeVersions([version, other], lexicon).related, `${version.lang} and ${other.lang}`).toEqual([false, false]);
      }
      expect(judgeVersions([...set.versions, other], lexicon).related).toEqual([true, true, true, false]);
    }
  });

  it('and the reports of that other event are related to each other', () => {
    expect(judgeVersions(set.others, lexicon).related).toEqual([true, true]);
  });
});
