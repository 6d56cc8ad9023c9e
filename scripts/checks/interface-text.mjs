// Nothing that a person reads stands in a component: it comes from resources/locales. Looks at the syntax tree of every .tsx file
// for text between tags and for plain strings in attributes that are shown or read out.
//   node scripts/checks/interface-text.mjs [FOLDER …]     renderer by default
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

const shownAttributes = new Set([
  'title',
  'label',
  'alt',
  'placeholder',
  'hint',
  'aria-label',
  'aria-description',
  'aria-valuetext',
]);
/** Letters shown for their form, not as words. */
const specimens = new Set(['Aa', 'أب']);
const hasWords = (text) => /\p{L}{2}/u.test(text) && !specimens.has(text.trim());

const filesUnder = (place) =>
  statSync(place).isFile() ? [place] : readdirSync(place).flatMap((name) => filesUnder(path.join(place, name)));

function* nodes(node) {
  if (Array.isArray(node)) for (const one of node) yield* nodes(one);
  else if (node && typeof node === 'object') {
    if (typeof node.type === 'string') yield node;
    for (const [key, value] of Object.entries(node))
      if (key !== 'parent' && value && typeof value === 'object') yield* nodes(value);
  }
}
const plainText = (node) => {
  if (node?.type === 'JSXExpressionContainer') return plainText(node.expression);
  if (node?.type === 'TemplateLiteral') return node.quasis.map((part) => part.value.raw).join('');
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
};

/** @returns {{ line: number, text: string }[]} */
export function findingsIn(fileName, source) {
  const { program, errors } = parseSync(fileName, source, { lang: 'tsx' });
  if (errors.length > 0) throw new Error(`${fileName}: ${errors[0].message}`);
  const found = [];
  const add = (node, text) => found.push({ line: source.slice(0, node.start).split('\n').length, text: text.trim() });
  for (const node of nodes(program)) {
    if (node.type === 'JSXText' && hasWords(node.value)) add(node, node.value);
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node.children) {
        const text = child.type === 'JSXExpressionContainer' ? plainText(child) : null;
        if (text !== null && hasWords(text)) add(child, text);
      }
    if (node.type === 'JSXAttribute' && shownAttributes.has(node.name.name)) {
      const text = plainText(node.value);
      if (text !== null && hasWords(text)) add(node, text);
    }
  }
  return found;
}

if (process.argv[1] === import.meta.filename) {
  const places = process.argv.length > 2 ? process.argv.slice(2) : ['renderer'];
  let count = 0;
  for (const file of places.flatMap(filesUnder).filter((name) => name.endsWith('.tsx')))
    for (const { line, text } of findingsIn(file, readFileSync(file, 'utf8'))) {
      count += 1;
      console.error(`${file}:${line}: "${text}"`);
    }
  if (count > 0) console.error(`${count} text(s) that belong in resources/locales.`);
  process.exitCode = count > 0 ? 1 : 0;
}
