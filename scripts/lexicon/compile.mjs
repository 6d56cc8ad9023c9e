// From raw pairs to the sections of a lexicon file: normalise, prune, weigh, sort, number.

const longestPhrase = 3;
const longestWord = 32;
/** Words that stand before a headword or gloss only by habit of dictionaries. */
const openers = {
  en: new Set(['to', 'a', 'an', 'the', 'be', 'become']),
  fr: new Set(['le', 'la', 'les', 'un', 'une', 'des', 'se', 's', 'de', 'l', 'd']),
  ar: new Set(),
};
/** A translation of a word with this many others says little about any one of them. */
const sureFanOut = 12;
const fanOutExponent = 0.4;
const phraseWeight = 0.9;
/** Weight of a pair that one form of two, or of more, has alone. */
const loneOfTwo = 0.85;
const loneOfMany = 0.7;
/** "take off" found under "take" alone: the particle mattered. */
const reducedWeight = 0.5;

/** Collects pairs of one file. `core` is what loadCore returns. */
export class PairCollector {
  #core;
  #pairs = new Map();
  #cache = new Map();
  dropped = 0;

  constructor(core) {
    this.#core = core;
  }

  /** The words of a term without function words, and whether a telling one was dropped; null for a term that is no use. */
  #term(lang, raw) {
    const id = `${lang} ${raw}`;
    let term = this.#cache.get(id);
    if (term === undefined) {
      term = this.#analyse(lang, raw);
      this.#cache.set(id, term);
    }
    return term;
  }

  #analyse(lang, raw) {
    const { tokenise, functionWords, encodeKey } = this.#core;
    const tokens = tokenise(raw, lang);
    if (tokens.some((token) => token.kind !== 'word')) return null;
    let words = tokens.map((token) => token.norm);
    while (words.length > 1 && openers[lang].has(words[0])) words = words.slice(1);
    const functional = functionWords(lang);
    const content = words.filter((word) => !functional.has(word));
    const reduced = content.length === 1 && words.length > 1;
    if (content.length === 0) {
      if (words.length !== 1) return null;
      content.push(words[0]);
    }
    if (content.length > longestPhrase || words.length > longestPhrase + 2) return null;
    if (content.some((word) => word.length > longestWord || encodeKey(word) === null)) return null;
    if (content.length === 1 && content[0].length === 1) return null;
    return { text: content.join(' '), phrase: content.length > 1, reduced };
  }

  add(langA, rawA, langB, rawB, weight) {
    if (langA > langB) {
      this.add(langB, rawB, langA, rawA, weight);
      return;
    }
    const a = this.#term(langA, rawA);
    const b = this.#term(langB, rawB);
    if (!a || !b || (a.phrase && b.reduced) || (b.phrase && a.reduced)) {
      this.dropped += 1;
      return;
    }
    const own = weight * (a.phrase || b.phrase ? phraseWeight : 1) * (a.reduced || b.reduced ? reducedWeight : 1);
    const name = `${langA}-${langB}`;
    let pairs = this.#pairs.get(name);
    if (!pairs) {
      pairs = new Map();
      this.#pairs.set(name, pairs);
    }
    const key = `${a.text}\t${b.text}`;
    if (own > (pairs.get(key) ?? 0)) pairs.set(key, own);
  }

  /** Pair counts by name. */
  get counts() {
    return Object.fromEntries([...this.#pairs].sort().map(([name, pairs]) => [name, pairs.size]));
  }

  /** The sections of the file. `damped`: words with very many translations weigh less. */
  sections({ damped = true } = {}) {
    const { StringTable, byBytes, groupByStem } = this.#core;
    const languages = new Map();
    for (const [name, pairs] of this.#pairs) {
      const [a, b] = name.split('-');
      for (const lang of [a, b]) if (!languages.has(lang)) languages.set(lang, new Set());
      for (const key of pairs.keys()) {
        const [left, right] = key.split('\t');
        languages.get(a).add(left);
        languages.get(b).add(right);
      }
    }
    const sections = new Map();
    const ids = new Map();
    const tables = new Map();
    for (const lang of [...languages.keys()].sort()) {
      const terms = [...languages.get(lang)].sort(byBytes);
      ids.set(lang, new Map(terms.map((term, id) => [term, id])));
      const table = groupByStem(StringTable.of(terms), lang);
      tables.set(lang, table);
      addTermSections(sections, table);
    }
    for (const [name, pairs] of [...this.#pairs].sort()) addPairSections(sections, name, pairs, ids, damped ? tables : null);
    return sections;
  }
}

export function addTermSections(sections, table) {
  const { lang, terms, keys, keyOf } = table;
  sections.set(`${lang}.terms`, terms.bytes);
  sections.set(`${lang}.termsStarts`, terms.starts);
  sections.set(`${lang}.keys`, keys.bytes);
  sections.set(`${lang}.keysStarts`, keys.starts);
  sections.set(`${lang}.keyOf`, keyOf);
}

/**
 * How well the pairs of one stem pair support each other: "meet, meeting, meetings" agree on اجتماع, and a translation that
 * one form of many has alone is likelier a slip or a chance meeting of stems. Returns a factor by source and target term.
 */
function supportOf(rows, tableA, tableB) {
  const agreeing = new Map();
  const termsA = new Map();
  const termsB = new Map();
  const keyPair = ({ left, right }) => tableA.keyOf[left] * tableB.keys.count + tableB.keyOf[right];
  const note = (groups, key, term) => {
    const group = groups.get(key);
    if (group) group.add(term);
    else groups.set(key, new Set([term]));
  };
  for (const row of rows) {
    agreeing.set(keyPair(row), (agreeing.get(keyPair(row)) ?? 0) + 1);
    note(termsA, tableA.keyOf[row.left], row.left);
    note(termsB, tableB.keyOf[row.right], row.right);
  }
  return (row) => {
    if (agreeing.get(keyPair(row)) > 1) return 1;
    const forms = Math.max(termsA.get(tableA.keyOf[row.left]).size, termsB.get(tableB.keyOf[row.right]).size);
    return forms <= 1 ? 1 : forms === 2 ? loneOfTwo : loneOfMany;
  };
}

/** `tables`: the term tables by which weights are damped; null for a file whose weights stand as they are. */
function addPairSections(sections, name, pairs, ids, tables) {
  const [a, b] = name.split('-');
  const idsA = ids.get(a);
  const idsB = ids.get(b);
  const fanA = new Map();
  const fanB = new Map();
  const rows = [...pairs].map(([key, weight]) => {
    const [left, right] = key.split('\t').map((term, side) => (side === 0 ? idsA : idsB).get(term));
    fanA.set(left, (fanA.get(left) ?? 0) + 1);
    fanB.set(right, (fanB.get(right) ?? 0) + 1);
    return { left, right, weight };
  });
  rows.sort((x, y) => x.left - y.left || x.right - y.right);
  const support = tables === null ? () => 1 : supportOf(rows, tables.get(a), tables.get(b));
  const starts = new Uint32Array(idsA.size + 1);
  for (const { left } of rows) starts[left + 1] += 1;
  for (let i = 0; i < idsA.size; i += 1) starts[i + 1] += starts[i];
  sections.set(`${name}.starts`, starts);
  sections.set(
    `${name}.targets`,
    Uint32Array.from(rows, (row) => row.right),
  );
  sections.set(
    `${name}.weights`,
    Uint8Array.from(rows, (row) => {
      const fan = Math.max(fanA.get(row.left), fanB.get(row.right));
      const factor = tables === null ? 1 : support(row) * Math.min(1, (sureFanOut / fan) ** fanOutExponent);
      return Math.max(1, Math.round(255 * row.weight * factor));
    }),
  );
}
