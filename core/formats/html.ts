/**
 * Web pages: linkedom builds the tree, Mozilla's Readability finds the article in a saved page, and only structure and text
 * come out. Scripts are never run, nothing is fetched. A page that nests or sprawls beyond what pages do is read without a tree.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import { success } from '../model/result';
import type { Block } from '../model/text';
import { blocksOfHtml } from './html-blocks';
import type { HtmlDocument, HtmlElement } from './html-dom';
import { readHtmlMetadata } from './html-metadata';
import { flatBlocks, measureHtml } from './html-tokens';
import type { ImportedParts, TextImporter } from './importer';

export const htmlImporter: TextImporter = {
  kind: 'text',
  format: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  recognises: (head) =>
    /^\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,2000}-->\s{0,200}){0,3}<(?:!doctype html|html|head|body)[\s>]/i.test(
      head,
    ),
  read: (text) => success(readHtmlPage(text)),
};

/** Real pages nest some 60 deep and hold some 10,000 nodes. */
const deepest = 500;
const mostNodes = 200_000;
const mostArticleNodes = 50_000;

/** Null for a page that no tree should be made of. */
export function parsePage(html: string): { document: HtmlDocument; nodes: number } | null {
  const { depth, nodes } = measureHtml(html);
  if (depth > deepest || nodes > mostNodes) return null;
  // linkedom makes a whole document only of what begins like one.
  const page = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return { document: parseHTML(page).document, nodes };
}

export function readHtmlPage(html: string): ImportedParts {
  const parsed = parsePage(html);
  const root = parsed?.document.documentElement;
  if (!parsed || !root) {
    return { title: null, outlet: null, date: null, lang: null, warnings: ['no-article-found'], blocks: flatBlocks(html) };
  }
  const { document, nodes } = parsed;
  const metadata = readHtmlMetadata(document);
  const all = blocksOfHtml(document.body ?? root, { pageLang: metadata.lang });
  const title = metadata.title ?? all.find((block) => block.kind === 'heading')?.text ?? null;
  const article = nodes <= mostArticleNodes ? findArticle(document, metadata.lang) : null;
  const blocks = article ? withTitle(article, title, all) : all;
  return { ...metadata, title, warnings: article ? [] : ['no-article-found'], blocks };
}

/**
 * Readability takes the tree apart, so it comes last. Null where it finds nothing that is worth the name, and where the page is
 * beyond its means: it and the tree pass children about as arguments, which overflow at some 60,000 in one place.
 */
function findArticle(document: HtmlDocument, pageLang: string | null): Block[] | null {
  let content: HtmlElement | null | undefined;
  try {
    content = new Readability<HtmlElement>(document, {
      maxElemsToParse: mostArticleNodes,
      charThreshold: 250,
      serializer: (node) => node,
    }).parse()?.content;
  } catch {
    return null;
  }
  if (!content) return null;
  const blocks = blocksOfHtml(content, { pageLang });
  const length = blocks.reduce((sum, block) => sum + block.text.length, 0);
  return length >= shortestArticle ? blocks : null;
}
/** Readability gives something for every page at last; less than this is some part of one that has no article. */
const shortestArticle = 250;

/** A piece of a page that a person has chosen: all of it is meant, so no article is looked for. */
export function readHtmlFragment(html: string): ImportedParts {
  const body = parsePage(html)?.document.body;
  const blocks = body ? blocksOfHtml(body, { pageLang: null }) : flatBlocks(html);
  const first = blocks[0];
  return { title: first?.kind === 'heading' ? first.text : null, outlet: null, date: null, lang: null, warnings: [], blocks };
}

const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Readability leaves the headline out of the article; readers want it as the first row. */
function withTitle(article: Block[], title: string | null, all: Block[]): Block[] {
  const headline = all.find((block) => block.kind === 'heading' && block.level === 1)?.text ?? title;
  if (!headline) return article;
  const wanted = comparable(headline);
  const first = article[0];
  if (first && comparable(first.text) === wanted) {
    return [{ ...first, kind: 'heading', level: 1 }, ...article.slice(1)];
  }
  return [{ kind: 'heading', level: 1, text: headline }, ...article];
}
