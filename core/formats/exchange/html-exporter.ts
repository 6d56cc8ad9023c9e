/**
 * Side-by-side HTML in one file: no script, no address, no font from elsewhere. Its own policy allows its one style sheet by
 * hash and nothing else, so that even a fault in the escaping could not make a text act.
 */
import { success } from '../../model/result';
import type { Exporter } from './exporter';
import { htmlStyle, htmlStyleHash } from './html-style';
import { pageOf } from './page';
import { isolated, languageAttributes, noteList, parallelTable, versionList } from './parallel-table';
import { countTable, leaveForbidden } from './transfer-counts';
import { element, type Markup, text } from './xml-writer';

const policy = `default-src 'none'; style-src '${htmlStyleHash}'; base-uri 'none'; form-action 'none'`;

export const htmlExporter: Exporter = {
  id: 'html',
  extension: 'html',
  mediaType: 'text/html;charset=utf-8',
  versions: 'any',
  export(data, options, log) {
    const { columns, rows, base, marks } = pageOf(data, options);
    if (!base) return success([]);
    const { labels } = options;
    const links = marks ? { marks, href: (n: number) => `#note-${n}`, anchored: new Set<number>() } : null;
    const table = parallelTable(
      columns,
      rows,
      base,
      links,
      options,
      element('span', languageAttributes(labels.lang), text(`${labels.versions}: ${columns.length}`)),
    );
    const notes =
      marks && marks.notes.length > 0
        ? element('section', {}, [element('h2', {}, text(labels.notes)), noteList(data, marks.notes, (n) => `#ref-${n}`)])
        : null;
    const head = element('head', {}, [
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'referrer', content: 'no-referrer' }),
      element('meta', { name: 'generator', content: `Triptych ${options.appVersion}` }),
      element('title', {}, text(data.report.title)),
      // The style sheet holds neither `<` nor `&`: it is written as it stands, and its hash is that of what stands there.
      element('style', {}, htmlStyle as Markup),
    ]);
    const body = element('body', {}, [
      element('header', {}, [element('h1', {}, isolated(data.report.title)), versionList(columns)]),
      element('main', {}, [table, notes]),
    ]);
    const html = `<!doctype html>\n${element('html', languageAttributes(labels.lang), [head, body])}\n`;
    leaveForbidden(columns, log);
    countTable(data, columns, rows, marks, log);
    return success([{ name: `${options.name}.html`, mediaType: this.mediaType, bytes: new TextEncoder().encode(html) }]);
  },
};
