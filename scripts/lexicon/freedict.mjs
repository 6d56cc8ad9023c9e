// FreeDict dictionaries in dictd form: gzipped text and an index of headword, offset and length in base 64.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unpackDebian } from './debian.mjs';

const languages = { eng: 'en', fra: 'fr', ara: 'ar' };
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const decode64 = (text) => [...text].reduce((value, digit) => value * 64 + digits.indexOf(digit), 0);

/** Glosses of one entry: numbering, phonetics, parts of speech, remarks in brackets and examples taken off. */
export function glossesOf(lines) {
  const glosses = [];
  for (const line of lines) {
    const plain = line
      .replace(/^\s*\d+\.\s*/, '')
      .replace(/\/[^/]*\//g, ' ')
      .replace(/<[^>]*>|\([^)]*\)|\[[^\]]*\]|\{[^}]*\}/g, ' ');
    if (/^\s*(?:Synonyms?|See also|Note|Notes|Antonyms?|Examples?|Categories)\s*:/i.test(plain) || /["“«]/.test(plain)) continue;
    for (const gloss of plain.split(/[,;،؛:]|\.\.\.|…/)) {
      const text = gloss.trim();
      if (text !== '') glosses.push(text);
    }
  }
  return glosses;
}

/** All entries of an unpacked dictionary: [headword, glosses]. */
function* entries(folder, name) {
  const base = path.join(folder, 'usr/share/dictd', `freedict-${name}`);
  const text = gunzipSync(readFileSync(`${base}.dict.dz`));
  for (const line of readFileSync(`${base}.index`, 'utf8').split('\n')) {
    const [word, offset, length] = line.split('\t');
    if (!length || /^00-?database/i.test(word)) continue;
    const from = decode64(offset);
    const [head = '', ...rest] = text.toString('utf8', from, from + decode64(length)).split('\n');
    // The index folds case and marks; the entry's own first line has the true spelling.
    yield [head.replace(/\s*[/<].*$/, '').trim() || word, glossesOf(rest)];
  }
}

/** Reads the four dictionaries. `add(langA, a, langB, b, weight)` takes raw spellings. Returns the sources. */
export function addFreeDict(add, cache) {
  const sources = [];
  for (const name of ['eng-ara', 'ara-eng', 'eng-fra', 'fra-eng']) {
    const { folder, source } = unpackDebian(`dict-freedict-${name}`, cache);
    const [from, to] = name.split('-').map((code) => languages[code]);
    for (const [word, glosses] of entries(folder, name)) for (const gloss of glosses) add(from, word, to, gloss, 1);
    sources.push(source);
  }
  return sources;
}
