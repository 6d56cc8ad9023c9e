/** What a saved page says about itself: Open Graph, article tags, JSON-LD, time elements, title. */
import { declaredDay } from './dates';
import type { HtmlDocument } from './html-dom';
import { primaryLanguage } from './language';
import { foldWhiteSpace } from './white-space';

export interface HtmlMetadata {
  title: string | null;
  outlet: string | null;
  date: string | null;
  lang: string | null;
}

const longest = 500;

export function readHtmlMetadata(document: HtmlDocument): HtmlMetadata {
  const meta = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const name = (
      element.getAttribute('property') ??
      element.getAttribute('name') ??
      element.getAttribute('itemprop')
    )?.toLowerCase();
    const content = foldWhiteSpace((element.getAttribute('content') ?? '').slice(0, longest));
    if (name && content && !meta.has(name)) meta.set(name, content);
  }
  const linked = readJsonLd(document);
  const outlet = meta.get('og:site_name') ?? linked.outlet ?? meta.get('application-name') ?? meta.get('publisher') ?? null;
  const pageTitle = foldWhiteSpace(document.querySelector('title')?.textContent?.slice(0, longest) ?? '') || null;
  const timed = document.querySelector('article time[datetime]') ?? document.querySelector('time[datetime]');
  const dates = [
    meta.get('article:published_time'),
    linked.date,
    meta.get('datepublished'),
    meta.get('date'),
    meta.get('dc.date'),
    meta.get('dcterms.created'),
    meta.get('pubdate'),
    timed?.getAttribute('datetime'),
  ];
  const root = document.documentElement;
  return {
    title: meta.get('og:title') ?? linked.title ?? (pageTitle ? withoutOutlet(pageTitle, outlet) : null),
    outlet,
    date: dates.map(declaredDay).find((day) => day !== null) ?? null,
    lang:
      primaryLanguage(root?.getAttribute('lang') ?? root?.getAttribute('xml:lang')) ??
      primaryLanguage(meta.get('og:locale')) ??
      primaryLanguage(meta.get('content-language')),
  };
}

/** "Headline | Outlet" → "Headline", where the outlet is known to be that. */
function withoutOutlet(title: string, outlet: string | null): string {
  const bar = title.lastIndexOf(' | ') > 0 ? title.lastIndexOf(' | ') : title.lastIndexOf(' - ');
  if (bar <= 0) return title;
  const tail = title
    .slice(bar + 3)
    .trim()
    .toLowerCase();
  return outlet && tail === outlet.toLowerCase() ? title.slice(0, bar).trim() : title;
}

interface LinkedData {
  title: string | null;
  outlet: string | null;
  date: string | null;
}

const articleType = /^(?:\w{0,30}NewsArticle|Article|Report|BlogPosting|LiveBlogPosting)$/;

/** The first article in the page's JSON-LD; anything malformed is passed over. */
function readJsonLd(document: HtmlDocument): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent ?? '';
    if (source.length > 200_000) continue;
    let data: unknown;
    try {
      data = JSON.parse(source);
    } catch {
      continue;
    }
    const article = candidates(data).find((item) =>
      [item['@type']].flat().some((type) => typeof type === 'string' && articleType.test(type)),
    );
    if (!article) continue;
    const publisher = article.publisher;
    return {
      title: plainString(article.headline),
      outlet: isRecord(publisher) ? plainString(publisher.name) : null,
      date: plainString(article.datePublished),
    };
  }
  return { title: null, outlet: null, date: null };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const plainString = (value: unknown): string | null =>
  typeof value === 'string' ? foldWhiteSpace(value.slice(0, longest)) || null : null;

function candidates(data: unknown): Record<string, unknown>[] {
  const top = (Array.isArray(data) ? data : [data]).filter(isRecord);
  return top.flatMap((item) => [item, ...(Array.isArray(item['@graph']) ? item['@graph'].filter(isRecord) : [])]);
}
