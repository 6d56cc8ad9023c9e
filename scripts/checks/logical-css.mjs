// Styles must work in both directions: logical properties only, in style sheets and in style objects of components.
// (overflow-x and -y are let through: the logical ones are newer than the oldest Chromium that we run on; a place that a pointer
// gave is physical and says so with `physical:` in a comment on the line or the one before).
// Fails (status 1) with file and line of every physical property or value.
//   node scripts/checks/logical-css.mjs [FOLDER …]     renderer by default
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const sides = '(?:top|right|bottom|left)';
const property = new RegExp(
  `^(?:${sides}|(?:min-|max-)?(?:width|height)|(?:margin|padding|scroll-margin|scroll-padding)-${sides}` +
    `|border-${sides}(?:-(?:color|style|width))?|border-(?:top|bottom)-(?:left|right)-radius)$`,
);
/** `margin: 1px 2px 3px 4px` names right and left; up to three values treat both sides alike. */
const fourSided = /^(?:margin|padding|inset|border-(?:width|style|color)|scroll-(?:margin|padding))$/;
const sidedValue = /^(?:text-align|float|clear|caption-side)$/;
const styleKeys = new RegExp(
  `\\bstyle=\\{\\{[^}]*?\\b(?:${sides}|(?:min|max)?[wW]idth|(?:min|max)?[hH]eight|(?:margin|padding|border)(?:Top|Right|Bottom|Left)\\w*|textAlign:\\s*'(?:left|right)')\\s*:`,
);

const filesUnder = (place) =>
  statSync(place).isFile()
    ? [place]
    : readdirSync(place).flatMap((name) => (name === 'node_modules' ? [] : filesUnder(path.join(place, name))));

/** Declarations with their line numbers; comments, selectors and at-rules (media queries ask for widths) left out. */
export function findingsInCss(css) {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  const found = [];
  for (const match of bare.matchAll(/(?<=[{;]\s*)(-{0,2}[a-z][a-z-]*)\s*:\s*([^;{}]+)(?=[;}])/g)) {
    const [, name, value] = match;
    const words = value
      .trim()
      .replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '()')
      .split(/\s+/);
    const bad =
      property.test(name) ||
      (fourSided.test(name) && words.length === 4 && words[1] !== words[3]) ||
      (sidedValue.test(name) && /\b(?:left|right|top|bottom)\b/.test(value)) ||
      (/^transition(?:-property)?$/.test(name) && words.some((word) => property.test(word)));
    if (bad) found.push({ line: bare.slice(0, match.index).split('\n').length, text: `${name}: ${value.trim()}` });
  }
  return found;
}

export function findingsInTsx(source) {
  const found = [];
  const lines = source.split('\n');
  const excused = (at) => [lines[at - 1], lines[at]].some((line) => /(?:\/\/|\/\*).*\bphysical:/.test(line ?? ''));
  for (const [at, line] of lines.entries())
    if (styleKeys.test(line) && !excused(at)) found.push({ line: at + 1, text: line.trim() });
  return found;
}

if (process.argv[1] === import.meta.filename) {
  const places = process.argv.length > 2 ? process.argv.slice(2) : ['renderer'];
  let count = 0;
  for (const file of places.flatMap(filesUnder)) {
    const read = file.endsWith('.css') ? findingsInCss : file.endsWith('.tsx') ? findingsInTsx : null;
    for (const { line, text } of read?.(readFileSync(file, 'utf8')) ?? []) {
      count += 1;
      console.error(`${file}:${line}: ${text}`);
    }
  }
  if (count > 0) console.error(`${count} physical ${count === 1 ? 'property' : 'properties'}: use the logical ones.`);
  process.exitCode = count > 0 ? 1 : 0;
}
