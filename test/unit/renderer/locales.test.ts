/** Holds the three locales together: same files, same keys, all plural forms, same values in them, a message for every error code. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { historyLabels } from '../../../core/contract/schemas';
import { errorCodes } from '../../../core/model/error-codes';
import { uiLanguages } from '../../../core/model/languages';

const folder = path.resolve(import.meta.dirname, '../../../resources/locales');
const filesOf = (language: string) => readdirSync(path.join(folder, language)).sort();
const namespaces = filesOf('en');

function flat(words: object, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(words))
    if (typeof value === 'string') all.set(prefix + key, value);
    else for (const [inner, text] of flat(value as object, `${prefix}${key}.`)) all.set(inner, text);
  return all;
}
const load = (language: string, file: string) =>
  flat(JSON.parse(readFileSync(path.join(folder, language, file), 'utf8')) as object);

const suffix = /_(zero|one|two|few|many|other)$/;
/** A key with plural forms has one that ends in _other. */
const stemsOf = (words: Map<string, string>) =>
  new Set([...words.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(suffix, '')));
const baseKeys = (words: Map<string, string>) => {
  const stems = stemsOf(words);
  return [
    ...new Set([...words.keys()].map((key) => (stems.has(key.replace(suffix, '')) ? key.replace(suffix, '') : key))),
  ].sort();
};
const variables = (text: string) => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((m) => m[1]).sort();
/** Forms that must be there. French `many` is for whole millions; `other` stands in for it (renderer/i18n/i18n.ts). */
const needed = { en: ['one', 'other'], fr: ['one', 'other'], ar: ['zero', 'one', 'two', 'few', 'many', 'other'] };

it.each(uiLanguages)('%s has the same files as English', (language) => {
  expect(filesOf(language)).toEqual(namespaces);
});

describe.each(namespaces)('%s', (file) => {
  const english = load('en', file);

  it.each(uiLanguages)('has the same keys in %s', (language) => {
    expect(baseKeys(load(language, file))).toEqual(baseKeys(english));
  });

  it.each(uiLanguages)('has every plural form in %s, and no other', (language) => {
    const words = load(language, file);
    const possible = new Intl.PluralRules(language).resolvedOptions().pluralCategories as string[];
    for (const stem of stemsOf(words)) {
      const forms = [...words.keys()].filter((key) => key.replace(suffix, '') === stem && suffix.test(key));
      const categories = forms.map((key) => suffix.exec(key)?.[1] ?? '');
      expect(categories, stem).toEqual(expect.arrayContaining(needed[language]));
      expect(possible, stem).toEqual(expect.arrayContaining(categories));
    }
  });

  it.each(uiLanguages)('has nothing empty and no stray spaces in %s', (language) => {
    for (const [key, text] of load(language, file)) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).toBe(text.trim());
    }
  });

  it.each(uiLanguages)('puts the same values into %s as into English', (language) => {
    const words = load(language, file);
    for (const [key, text] of words) {
      const stem = stemsOf(words).has(key.replace(suffix, '')) ? key.replace(suffix, '') : null;
      const other = english.get(stem ? `${stem}_other` : key) ?? '';
      // 'One note' needs no number; everything else must stand there.
      const drop = (name: string | undefined) => !(stem && name === 'count');
      expect(variables(text).filter(drop), key).toEqual(variables(other).filter(drop));
      if (stem && /_(few|many|other)$/.test(key) && variables(other).includes('count') && !/_other$/.test(key))
        expect(variables(text), key).toContain('count');
    }
  });
});

it('has a message for every error code, and for nothing else', () => {
  expect([...load('en', 'errors.json').keys()].sort()).toEqual([...errorCodes].sort());
});

it('has a name for every step of the history', () => {
  const history = load('en', 'history.json');
  for (const label of historyLabels) expect(history.has(label), label).toBe(true);
});

it('sets French as it is set: no breakable space before high signs or inside guillemets', () => {
  for (const file of namespaces.filter((name) => name !== 'cli.json'))
    for (const [key, text] of load('fr', file)) {
      expect(text, `${file} ${key}`).not.toMatch(/ [;:!?»]|« /);
      expect(text, `${file} ${key}`).not.toMatch(/[a-zà-ÿ][;!?]/);
      expect(text, `${file} ${key}`).not.toMatch(/'/);
    }
});

it('writes Arabic with its own punctuation', () => {
  for (const file of namespaces.filter((name) => name !== 'cli.json'))
    for (const [key, text] of load('ar', file)) expect(text, `${file} ${key}`).not.toMatch(/[\u0600-\u06FF]\s?[,;?]/);
});
