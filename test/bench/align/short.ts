/**
 * Short texts: each news text in its three versions, from the call to rows, the lexicon being open; hunalign on the three pairs
 * beside it, from the same texts and by itself. The whole set three times in turns, the quickest time of each text. Returns Markdown.
 */
import { align } from '../../../core/align/align';
import type { AlignVersion } from '../../../core/align/types';
import type { Lexicon } from '../../../core/lexicon/lexicon';
import { alignByHunalign, newHunalign } from './hunalign';
import type { BeadDocument } from './score';

const rounds = 3;
const languages = ['en', 'fr', 'ar'] as const;
const pairs = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;

/** Of several numbers the middle one. */
const median = (values: readonly number[]) => [...values].sort((p, q) => p - q)[values.length >> 1] ?? 0;

export async function shortTexts(
  sets: ReadonlyMap<string, readonly BeadDocument[]>,
  versionOf: (lang: string, lines: readonly string[]) => AlignVersion,
  lexicon: Lexicon,
): Promise<string> {
  const texts = (sets.get('ntrex-dev-enfr') ?? []).map((first) => {
    const arabic = sets.get('ntrex-dev-enar')?.find((document) => document.name === first.name)?.b ?? [];
    return [first.a, first.b, arabic] as const;
  });
  const names = ['three versions together', 'the three pairs alone', 'hunalign, three pairs', 'of which hunalign itself'];
  const best = names.map(() => texts.map(() => Number.POSITIVE_INFINITY));
  const note = (method: number, text: number, ms: number) => {
    const times = best[method];
    if (times) times[text] = Math.min(times[text] ?? ms, ms);
  };
  const timed = (work: () => void): number => {
    const started = performance.now();
    work();
    return performance.now() - started;
  };
  for (let round = 0; round < rounds; round += 1) {
    const hunalign = await newHunalign();
    texts.forEach((text, t) => {
      const versions = text.map((lines, v) => versionOf(languages[v] ?? 'und', lines));
      note(
        0,
        t,
        timed(() => align(versions, lexicon, { kind: 'auto' })),
      );
      note(
        1,
        t,
        timed(() => {
          for (const [x, y] of pairs) align([versions[x], versions[y]] as AlignVersion[], lexicon, { kind: 'auto' });
        }),
      );
      const runs = pairs.map(([x, y]) => alignByHunalign(hunalign, text[x], text[y], [languages[x], languages[y]], lexicon));
      note(
        2,
        t,
        runs.reduce((sum, run) => sum + run.ms, 0),
      );
      note(
        3,
        t,
        runs.reduce((sum, run) => sum + run.ownMs, 0),
      );
    });
  }
  const lines = [
    '### Short texts: a news text in English, French and Arabic, milliseconds',
    '',
    '| | median | mean |',
    '| --- | --- | --- |',
  ];
  names.forEach((name, method) => {
    const times = best[method] ?? [];
    const mean = times.reduce((sum, ms) => sum + ms, 0) / Math.max(1, times.length);
    lines.push(`| ${name} | ${median(times).toFixed(1)} | ${mean.toFixed(1)} |`);
  });
  return [...lines, ''].join('\n');
}
