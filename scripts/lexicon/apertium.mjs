// English–French through Catalan: the Apertium dictionaries English–Catalan and French–Catalan, joined where the Catalan lemma
// and the part of speech agree. The compiled transducers are printed by lt-print (package lttoolbox-dev).
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { unpackDebian } from './debian.mjs';

const wordClasses = new Set(['n', 'np', 'adj', 'adv', 'preadv', 'vblex', 'vbmod', 'num', 'cnjadv', 'cnjsub', 'pr', 'ij']);
const baseWeight = 0.8;
/** A Catalan word with more ways across than this joins words that have little to do with each other. */
const sureWays = 4;
const longestPath = 80;
const epsilon = 'ε';

/** Parses what lt-print prints: one array of arcs per state and section. */
function parseSections(text) {
  const sections = [];
  let section = { arcs: new Map(), final: new Set() };
  for (const line of text.split('\n')) {
    if (line.startsWith('--')) {
      sections.push(section);
      section = { arcs: new Map(), final: new Set() };
      continue;
    }
    const fields = line.split('\t');
    if (fields.length < 4) {
      if (fields[0] !== '') section.final.add(fields[0]);
      continue;
    }
    const [from, to, input, output] = fields;
    const arc = { to, input: input === epsilon ? '' : input, output: output === epsilon ? '' : output };
    const arcs = section.arcs.get(from);
    if (arcs) arcs.push(arc);
    else section.arcs.set(from, [arc]);
  }
  sections.push(section);
  return sections;
}

/** Symbols that words are made of, and tags; the rest belongs to patterns for numbers and addresses. */
const wordSymbol = /^(?:<[^>]+>|[\p{L}\p{M}\u00a0 '’·-]|)$/u;

/** States that lead back to themselves belong to patterns; small sections hold nothing but patterns. */
const hasLoop = (arcs, state) => (arcs.get(state) ?? []).some((arc) => arc.to === state);
const smallSection = 1000;
const mostSteps = 5_000_000;

/** All [left, right] strings of a printed transducer, without its patterns for numbers and addresses. */
function* pathsOf(text) {
  let steps = 0;
  for (const { arcs, final } of parseSections(text)) {
    if (arcs.size < smallSection) continue;
    const patterns = new Set([...arcs.keys()].filter((state) => hasLoop(arcs, state)));
    const onPath = new Set();
    function* walk(state, left, right) {
      if (final.has(state)) yield [left, right];
      if (onPath.size > longestPath) return;
      steps += 1;
      if (steps > mostSteps) throw new Error('the transducer has too many paths: a pattern was followed');
      onPath.add(state);
      for (const arc of arcs.get(state) ?? []) {
        if (onPath.has(arc.to) || patterns.has(arc.to) || !wordSymbol.test(arc.input) || !wordSymbol.test(arc.output)) continue;
        yield* walk(arc.to, left + arc.input, right + arc.output);
      }
      onPath.delete(state);
    }
    yield* walk('0', '', '');
  }
}

/** "meeting<n><sg>" → {lemma, class}; null where there is no lemma or no class of interest. */
function analysisOf(text) {
  const match = /^([^<#]+)(?:#[^<]*)?<(\w+)>/.exec(text);
  if (!match || !wordClasses.has(match[2])) return null;
  return { lemma: match[1].replace(/[\u00a0_]/g, ' ').trim(), class: match[2] };
}

function readPairs(name, cache) {
  const { folder, source } = unpackDebian(`apertium-${name}`, cache);
  const file = path.join(folder, 'usr/share/apertium', `apertium-${name}`, `${name}.autobil.bin`);
  const text = execFileSync('lt-print', [file], { encoding: 'utf8', maxBuffer: 1 << 28 });
  /** Catalan lemma and class → foreign lemmas. */
  const byCatalan = new Map();
  for (const [left, right] of pathsOf(text)) {
    const foreign = analysisOf(left);
    const catalan = analysisOf(right);
    if (!foreign || !catalan || foreign.class !== catalan.class) continue;
    const key = `${catalan.lemma}<${catalan.class}>`;
    const lemmas = byCatalan.get(key);
    if (lemmas) lemmas.add(foreign.lemma);
    else byCatalan.set(key, new Set([foreign.lemma]));
  }
  return { byCatalan, source };
}

/** Adds the joined pairs. Needs lt-print on the PATH. Returns the sources. */
export function addApertium(add, cache) {
  const english = readPairs('eng-cat', cache);
  const french = readPairs('fra-cat', cache);
  for (const [key, englishLemmas] of english.byCatalan) {
    const frenchLemmas = french.byCatalan.get(key);
    if (!frenchLemmas) continue;
    const ways = englishLemmas.size * frenchLemmas.size;
    const weight = baseWeight * Math.min(1, (sureWays / ways) ** 0.3);
    for (const en of englishLemmas) {
      for (const fr of frenchLemmas) {
        // Names that are spelled alike find each other without a dictionary.
        if (!(key.endsWith('<np>') && en === fr)) add('en', en, 'fr', fr, weight);
      }
    }
  }
  return [english.source, french.source];
}
