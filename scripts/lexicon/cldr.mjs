// Unicode CLDR: territories, languages, months of all Arabic traditions, weekdays, and the names of emoji concepts.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './core-modules.mjs';
import { sha256 } from './debian.mjs';

const languages = ['en', 'fr', 'ar'];
/** Levantine and Iraqi months, then those of the Maghreb, besides the Egyptian names of plain Arabic. */
const monthLocales = { en: ['en'], fr: ['fr'], ar: ['ar', 'ar-SY', 'ar-LB', 'ar-IQ', 'ar-DZ', 'ar-TN', 'ar-MA', 'ar-MR'] };
const conceptWeight = 0.8;

function reader(used) {
  return (name, file) => {
    const full = path.join(projectRoot, 'node_modules', name, file);
    const bytes = readFileSync(full);
    const entry = used.get(name) ?? {
      version: JSON.parse(readFileSync(path.join(projectRoot, 'node_modules', name, 'package.json'))).version,
      hashes: [],
    };
    entry.hashes.push(sha256(bytes));
    used.set(name, entry);
    return JSON.parse(bytes);
  };
}

/** Adds every pair of names that stand under one key; `byLanguage`: lang → Map(key → names). */
function addTable(add, byLanguage, weight) {
  for (const [a, b] of [
    ['en', 'fr'],
    ['en', 'ar'],
    ['fr', 'ar'],
  ]) {
    for (const [key, names] of byLanguage[a]) {
      for (const left of names) for (const right of byLanguage[b].get(key) ?? []) add(a, left, b, right, weight);
    }
  }
}

const table = (make) => Object.fromEntries(languages.map((lang) => [lang, make(lang)]));
const isName = (key, name) => name !== key && !/\d/.test(name);

/** Adds the names. Returns the sources. */
export function addCldr(add) {
  const used = new Map();
  const read = reader(used);
  for (const kind of ['territories', 'languages']) {
    addTable(
      add,
      table((lang) => {
        const file = read('cldr-localenames-full', `main/${lang}/${kind}.json`);
        const names = new Map();
        for (const [key, name] of Object.entries(file.main[lang].localeDisplayNames[kind])) {
          const base = key.replace(/-alt-.*/, '');
          if (!isName(key, name)) continue;
          names.set(base, [...(names.get(base) ?? []), name.split(/[(,،]/)[0].trim()]);
        }
        return names;
      }),
      1,
    );
  }
  for (const kind of ['months', 'days']) {
    addTable(
      add,
      table((lang) => {
        const names = new Map();
        for (const locale of monthLocales[lang]) {
          const { gregorian } = read('cldr-dates-full', `main/${locale}/ca-gregorian.json`).main[locale].dates.calendars;
          for (const [key, name] of Object.entries(gregorian[kind]['stand-alone'].wide)) {
            // Iraqi and Levantine names write two words: تشرين الأول.
            names.set(key, [...new Set([...(names.get(key) ?? []), name])]);
          }
        }
        return names;
      }),
      1,
    );
  }
  addTable(
    add,
    table((lang) => {
      const file = read('cldr-annotations-full', `annotations/${lang}/annotations.json`);
      return new Map(
        Object.entries(file.annotations.annotations)
          .filter(([, concept]) => concept.tts?.length === 1 && !/[:"“«]/.test(concept.tts[0]))
          .map(([key, concept]) => [key, concept.tts]),
      );
    }),
    conceptWeight,
  );
  return [...used].map(([name, { version, hashes }]) => ({ package: name, version, sha256: sha256(hashes.join('\n')) }));
}
