// The supplement of our own: tab-separated files with the columns en, fr, ar; alternatives in a cell stand between |.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from './debian.mjs';

export const supplementLanguages = ['en', 'fr', 'ar'];

/** Rows of one file: arrays of alternatives per column. Lines that are blank or begin with # are for people. */
export function parseSupplement(text) {
  return text
    .split('\n')
    .map((line, i) => ({ line, number: i + 1 }))
    .filter(({ line }) => line.trim() !== '' && !line.startsWith('#'))
    .map(({ line, number }) => ({
      number,
      cells: line.split('\t').map((cell) =>
        cell
          .split('|')
          .map((alternative) => alternative.trim())
          .filter((alternative) => alternative !== ''),
      ),
    }));
}

/** Adds every pair of alternatives of every row. Returns the sources. */
export function addSupplement(add, folder) {
  const sources = [];
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()) {
    const bytes = readFileSync(path.join(folder, name));
    const rows = parseSupplement(bytes.toString('utf8'));
    for (const { cells } of rows) {
      for (let a = 0; a < cells.length; a += 1) {
        for (let b = a + 1; b < cells.length; b += 1) {
          for (const left of cells[a])
            for (const right of cells[b]) add(supplementLanguages[a], left, supplementLanguages[b], right, 1);
        }
      }
    }
    sources.push({ file: `supplement/${name}`, rows: rows.length, sha256: sha256(bytes) });
  }
  return sources;
}
