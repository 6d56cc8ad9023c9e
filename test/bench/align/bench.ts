/**
 * npm run bench:align – the aligner's quality and speed, with length alone and hunalign beside it, measured in the same run.
 * `npm run bench:align -- --events` measures different reports of one event alone. Prints Markdown. The development sets stand outside the project; without them only the book and the speed run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { align } from '../../../core/align/align';
import type { AlignVersion } from '../../../core/align/types';
import type { Lexicon } from '../../../core/lexicon/lexicon';
import { readLexicon } from '../../../electron/workers/lexicon-files';
import { type HarderSet, harderPairs, harderThree } from './harder-bench';
import { alignByHunalign, openHunalign } from './hunalign';
import { alignByLength } from './length-only';
import { type BeadDocument, type Beads, beadsOfLinks, readComposed, readSet, Score } from './score';
import { benchEvents } from './seeds';
import { shortTexts } from './short';
import { newsPairs, threeTogether } from './three';

const root = process.cwd();
const sets = path.resolve(root, '../shared/data/beads');
const names = ['law-aren', 'literature-aren', 'ntrex-dev-enfr', 'ntrex-dev-enar', 'ntrex-dev-frar'];
/** Written for this benchmark: an Arabic tale freely translated, a German mountain club's year in French. */
const composed = ['story-aren', 'berg-defr'];
const documentsOf = (name: string): BeadDocument[] =>
  composed.includes(name)
    ? [readComposed(path.join(root, 'test', 'bench', 'align', 'texts', `${name}.txt`))]
    : readSet(path.join(sets, name));
const three = (value: number) => value.toFixed(3).replace(/^0/, '');

/** The lexicon as the build lays it out. */
function openLexicon(): Lexicon {
  const folder = path.join(root, 'out', 'lexicon');
  const lexicon = existsSync(folder) ? readLexicon(folder) : null;
  if (!lexicon) throw new Error('no lexicon in out (npm run build)');
  return lexicon;
}

const versionOf = (lang: string, lines: readonly string[]): AlignVersion => ({
  lang,
  segments: lines.map((text) => ({ text, sentences: [], boilerplate: false })),
});
const languagesOf = (set: string): [string, string] => [set.slice(-4, -2), set.slice(-2)];

interface Method {
  name: string;
  run(document: BeadDocument, langs: [string, string]): { beads: Beads; ms: number };
}

function timed(work: () => Beads): { beads: Beads; ms: number } {
  const started = performance.now();
  const beads = work();
  return { beads, ms: performance.now() - started };
}

async function methods(lexicon: Lexicon): Promise<Method[]> {
  const hunalign = await openHunalign();
  const ours = (known: Lexicon | null, kind: 'auto' | 'translation') => (document: BeadDocument, langs: [string, string]) =>
    timed(() =>
      beadsOfLinks(align([versionOf(langs[0], document.a), versionOf(langs[1], document.b)], known, { kind }).links, 0, 1),
    );
  return [
    { name: 'length only', run: (document) => timed(() => alignByLength(document.a, document.b)) },
    { name: 'hunalign, no dictionary', run: (document, langs) => alignByHunalign(hunalign, document.a, document.b, langs, null) },
    {
      name: 'hunalign, same dictionary',
      run: (document, langs) => alignByHunalign(hunalign, document.a, document.b, langs, lexicon),
    },
    { name: 'Triptych, no dictionary', run: ours(null, 'translation') },
    { name: 'Triptych', run: ours(lexicon, 'auto') },
  ];
}

async function quality(lexicon: Lexicon): Promise<void> {
  const all = await methods(lexicon);
  console.log('### Translations: strict / lax F1, milliseconds\n');
  console.log(`| set | ${all.map((method) => method.name).join(' | ')} |`);
  console.log(`| --- |${' --- |'.repeat(all.length)}`);
  for (const name of [...(existsSync(sets) ? names : []), ...composed]) {
    const documents = documentsOf(name);
    const cells = all.map((method) => {
      const score = new Score();
      let total = 0;
      for (const document of documents) {
        const { beads, ms } = method.run(document, languagesOf(name));
        score.add(beads, document.gold);
        total += ms;
      }
      return `${three(score.strictF1)} / ${three(score.laxF1)}, ${Math.round(total)}`;
    });
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
  console.log('');
}

/** All sets with their lexicon, news without it, too. */
function harderSets(lexicon: Lexicon): Map<string, HarderSet> {
  const out = new Map<string, HarderSet>();
  for (const name of [...names, ...composed]) {
    const given = { documents: documentsOf(name), langs: languagesOf(name) };
    out.set(name, { ...given, lexicon: name === 'berg-defr' ? null : lexicon });
    if (name.startsWith('ntrex')) out.set(`${name}, no dictionary`, { ...given, lexicon: null });
  }
  return out;
}

function calibration(lexicon: Lexicon): void {
  const bins = Array.from({ length: 10 }, () => ({ rows: 0, right: 0, score: 0 }));
  for (const name of [...names, ...composed]) {
    const [a, b] = languagesOf(name);
    for (const document of documentsOf(name)) {
      const gold = new Set(document.gold.map((bead) => JSON.stringify(bead)));
      for (const row of align([versionOf(a, document.a), versionOf(b, document.b)], lexicon, { kind: 'translation' }).rows) {
        const bin = row.score === null ? undefined : bins[Math.min(9, Math.floor(row.score * 10))];
        if (!bin || row.score === null) continue;
        bin.rows += 1;
        bin.score += row.score;
        if (gold.has(JSON.stringify(row.cells))) bin.right += 1;
      }
    }
  }
  console.log(
    '### Calibration: mean score, and share of rows that are exactly the gold standard’s\n\n| score | right | rows |\n| --- | --- | --- |',
  );
  for (const bin of bins)
    if (bin.rows > 0) console.log(`| ${three(bin.score / bin.rows)} | ${three(bin.right / bin.rows)} | ${bin.rows} |`);
  console.log('');
}

function verses(lang: string): string[] {
  const file = path.join(root, 'node_modules/quran-json/dist', lang === 'ar' ? 'quran.json' : `quran_${lang}.json`);
  const chapters = JSON.parse(readFileSync(file, 'utf8')) as { verses: { text: string; translation?: string }[] }[];
  return chapters.flatMap((chapter) => chapter.verses.map((verse) => (lang === 'ar' ? verse.text : (verse.translation ?? ''))));
}

/** Runs the command line with its own start-up; reports the time from start to end and the most memory it held. */
interface CommandRun {
  seconds: number;
  /** Processor time, which other work on the machine does not lengthen. */
  busySeconds: number;
  megabytes: number;
  output: string;
}

function commandLine(files: Record<string, string[]>): CommandRun | null {
  const entry = path.join(root, 'out', 'cli', 'triptych.js');
  if (!existsSync(entry)) return null;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'triptych-bench-'));
  try {
    const paths = Object.entries(files).map(([name, lines]) => {
      const file = path.join(folder, name);
      writeFileSync(file, `${lines.map((line) => line.replace(/\s+/g, ' ')).join('\n')}\n`);
      return file;
    });
    const report =
      'data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();console.error("maxrss",u.maxRSS,"cpu",u.userCPUTime+u.systemCPUTime)})';
    const langs = Object.keys(files).map((name) => name.slice(0, 2));
    const started = performance.now();
    const run = spawnSync(
      process.execPath,
      [
        '--import',
        report,
        entry,
        'align',
        '--unit',
        'line',
        '--kind',
        'translation',
        '--lang',
        langs.join(','),
        '--format',
        'beads',
        ...paths,
      ],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    const seconds = (performance.now() - started) / 1000;
    const kilobytes = Number(/maxrss (\d+)/.exec(run.stderr)?.[1] ?? Number.NaN);
    const busySeconds = Number(/cpu (\d+)/.exec(run.stderr)?.[1] ?? Number.NaN) / 1e6;
    return { seconds, busySeconds, megabytes: kilobytes / 1024, output: run.stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function book(): void {
  const [ar, en] = [verses('ar'), verses('en')];
  const run = commandLine({ 'ar.txt': ar, 'en.txt': en });
  console.log('### A book: 6,236 verses, Arabic and English, command line from start to end\n');
  if (!run) {
    console.log('skipped: no command line built (npm run build)\n');
    return;
  }
  const right = run.output.split('\n').filter((line) => /^\[(\d+)\] : \[\1\]$/.test(line)).length;
  console.log(
    `${run.seconds.toFixed(1)} s (${run.busySeconds.toFixed(1)} s of processor), ${Math.round(run.megabytes)} MB; verse for verse: ${three(right / ar.length)}\n`,
  );
}

/** The verses again and again up to 10,000, each repetition told apart by a number. */
function tenThousand(lexicon: Lexicon): void {
  const stretch = (lines: string[]) =>
    Array.from({ length: 10_000 }, (_, k) => `${lines[k % lines.length]}${k >= lines.length ? ` ${k}` : ''}`);
  const versions = [versionOf('ar', stretch(verses('ar'))), versionOf('en', stretch(verses('en')))];
  const before = process.memoryUsage().rss;
  const cpu = process.cpuUsage();
  let longestMs = 0;
  let asked = performance.now();
  const started = asked;
  align(versions, lexicon, {
    kind: 'translation',
    isCancelled: () => {
      longestMs = Math.max(longestMs, performance.now() - asked);
      asked = performance.now();
      return false;
    },
  });
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpu);
  const busy = (used.user + used.system) / 1e6;
  const grown = Math.round((process.memoryUsage().rss - before) / 1e6);
  console.log(
    `### 10,000 × 10,000 segments\n\n${seconds.toFixed(1)} s (${busy.toFixed(1)} s of processor), ${grown} MB more; longest wait for a cancel ${Math.round(longestMs)} ms\n`,
  );
}

const loading = performance.now();
const lexicon = openLexicon();
const openedMs = performance.now() - loading;
for (const [from, to, word] of [
  ['en', 'ar', 'peac'],
  ['ar', 'en', 'سلام'],
] as const)
  lexicon.entries(from, to)?.lookup(word);
console.log(
  `Lexicon opened in ${Math.round(openedMs)} ms; in ${Math.round(performance.now() - loading)} ms a first word of Arabic and of English looked up.\n`,
);
const all = !process.argv.includes('--events');
if (all) await quality(lexicon);
if (all && existsSync(sets)) {
  const news = new Map(newsPairs.map(([set]) => [set, readSet(path.join(sets, set))]));
  console.log(threeTogether(news, versionOf, lexicon));
  calibration(lexicon);
  console.log(harderPairs(harderSets(lexicon), versionOf));
  console.log(harderThree(news, versionOf, lexicon));
  console.log(await shortTexts(news, versionOf, lexicon));
} else if (all) console.log(`skipped: no development sets in ${path.relative(root, sets)}\n`);
if (all) {
  book();
  tenThousand(lexicon);
}
console.log(await benchEvents(lexicon));
