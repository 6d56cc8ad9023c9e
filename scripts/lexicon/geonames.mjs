// Place names from the gettext catalogues of libgeonames-common: GeoNames id → name in a language.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unpackDebian } from './debian.mjs';

const languages = ['en', 'fr', 'ar'];
/** What stands before the name of an administrative area. */
const areaWords = {
  en: /\b(?:Governorate|Province|Region|Prefecture|District|Wilaya)\b(?: of)?/gi,
  fr: /\b(?:Gouvernorat|Province|Région|Préfecture|District|Wilaya)\b(?: d[eu’']?(?: la)?)?/gi,
  ar: /^(?:محافظة|ولاية|إقليم|مقاطعة|منطقة|جهة)\s/,
};

/** A gettext catalogue as a map (little-endian files). */
export function readCatalogue(bytes) {
  const count = bytes.readUInt32LE(8);
  const text = (table, i) => {
    const at = bytes.readUInt32LE(table + i * 8 + 4);
    return bytes.toString('utf8', at, at + bytes.readUInt32LE(table + i * 8));
  };
  const originals = bytes.readUInt32LE(12);
  const translations = bytes.readUInt32LE(16);
  return new Map(Array.from({ length: count }, (_, i) => [text(originals, i), text(translations, i)]));
}

/** "Amos, Quebec (city)" → "Amos"; the words for the kind of area go, too. */
const bareName = (name, lang) => name.split(/[,،(]/)[0].replace(areaWords[lang], ' ').trim();

/** Adds the names. Returns the sources. */
export function addGeoNames(add, cache) {
  const { folder, source } = unpackDebian('libgeonames-common', cache);
  const [en, fr, ar] = languages.map((lang) =>
    readCatalogue(readFileSync(path.join(folder, 'usr/share/locale', lang, 'LC_MESSAGES/geonames.mo'))),
  );
  for (const [id, rawEnglish] of en) {
    if (id === '') continue;
    const english = bareName(rawEnglish, 'en');
    const french = fr.has(id) ? bareName(fr.get(id), 'fr') : '';
    const arabic = ar.has(id) ? bareName(ar.get(id), 'ar') : '';
    if (french && french !== english) add('en', english, 'fr', french, 1);
    if (arabic) add('en', english, 'ar', arabic, 1);
    if (arabic && french) add('fr', french, 'ar', arabic, 1);
  }
  return [source];
}
