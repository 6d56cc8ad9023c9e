/** XLIFF 2.0 and 2.1, and the 1.2 that most tools still write. Inline codes are left out; text within spans of markup stays. */

import type { RowStatus, VersionInfo } from '../../model/report';
import { reportHeadShape, rowShape, versionInfoShape } from '../../model/report-shapes';
import { failure, success } from '../../model/result';
import { buildReport, languageTag } from './build-report';
import type { ExchangeImporter } from './importer';
import { parseJson } from './parse-json';
import { countReport } from './transfer-counts';
import type { TransferLog } from './transfer-report';
import { type KnownVersion, tableOfUnits, type Unit } from './unit-table';
import { xliffCategory } from './xliff-exporter';
import { childOf, childrenOf, readXml, textOf, type XmlElement } from './xml-reader';

/** Code of other formats in 1.2; in 2.x such elements are empty. */
const nativeCode = new Set(['bpt', 'ept', 'it', 'ph', 'sub']);
const rowPropertyShape = rowShape.pick({ score: true, status: true });

/** `cp` stands for a character that XML can't hold: it stays U+FFFD, as our own writer has it. */
function contentOf(element: XmlElement, log: TransferLog): string {
  const hasMarkup = element.children.some((child) => typeof child !== 'string');
  const content = element.children
    .map(function flat(child): string {
      if (typeof child === 'string') return child;
      if (child.local === 'cp') return '\uFFFD';
      return nativeCode.has(child.local) ? '' : child.children.map(flat).join('');
    })
    .join('');
  if (hasMarkup) log.leave('markup-dropped', content);
  return content;
}

function ownMetadata(element: XmlElement): Map<string, string> {
  const group = childrenOf(element, 'metadata')
    .flatMap((metadata) => childrenOf(metadata, 'metaGroup'))
    .find((g) => g.attributes.get('category') === xliffCategory);
  return new Map(group ? childrenOf(group, 'meta').map((meta) => [meta.attributes.get('type') ?? '', textOf(meta)]) : []);
}

const stateOf = (state: string | undefined): RowStatus =>
  state === 'reviewed' || state === 'final' || state === 'signed-off' ? 'confirmed' : 'edited';

function unitsOf(element: XmlElement, log: TransferLog): Unit[] {
  const own = ownMetadata(element);
  const row = rowPropertyShape.safeParse({
    score: own.get('score') ? Number(own.get('score')) : null,
    status: own.get('status'),
  });
  const notes = [...childrenOf(element, 'note'), ...childrenOf(element, 'notes').flatMap((n) => childrenOf(n, 'note'))]
    .map((note) => textOf(note).trim())
    .filter((body) => body !== '');
  const id = /^row-(\d{1,9})$/.exec(element.attributes.get('id') ?? '')?.[1];
  const pairs = element.local === 'trans-unit' ? [element] : childrenOf(element, 'segment');
  return pairs.map((pair, i) => {
    const variants = (['source', 'target'] as const).flatMap((key) => {
      const side = childOf(pair, key);
      return side ? [{ key, text: contentOf(side, log), marks: own.get(key) ?? null }] : [];
    });
    return {
      ...(row.success && id !== undefined ? { id: Number(id) } : {}),
      variants: variants.filter(({ text, marks }) => text !== '' || (marks !== null && marks !== '')),
      score: row.success ? row.data.score : null,
      status: row.success ? row.data.status : stateOf(pair.attributes.get('state')),
      notes: i === 0 ? notes : [],
    };
  });
}

function infoOf(json: string | undefined): VersionInfo | null {
  const info = versionInfoShape.safeParse(parseJson(json ?? ''));
  return info.success ? info.data : null;
}

export const xliffImporter: ExchangeImporter = {
  id: 'xliff',
  extensions: ['xlf', 'xliff'],
  maxBytes: 256 * 1024 * 1024,
  needsReport: false,
  read(bytes, { progress }, log, fileName) {
    const languages = { source: 'und', target: 'und' };
    const units: Unit[] = [];
    let own = new Map<string, string>();
    let isXliff = false;
    const read = readXml(bytes, {
      progress,
      // The file's own metadata stands before its units, outside them.
      collect: new Set(['unit', 'trans-unit', 'metadata', 'skeleton', 'header', 'notes']),
      onOpen({ local, attributes }) {
        if (local === 'xliff') isXliff = true;
        if (local !== 'xliff' && local !== 'file') return;
        const source = attributes.get('srcLang') ?? attributes.get('source-language');
        const target = attributes.get('trgLang') ?? attributes.get('target-language');
        if (source) languages.source = languageTag(source);
        if (target) languages.target = languageTag(target);
      },
      onElement(element) {
        if (element.local === 'unit' || element.local === 'trans-unit') units.push(...unitsOf(element, log));
        else if (element.local === 'metadata' && own.size === 0) own = ownMetadata({ ...element, children: [element] });
      },
    });
    if (!read.ok) return read;
    if (!isXliff) return failure('exchange-other');
    const head = reportHeadShape.safeParse(parseJson(own.get('report') ?? ''));
    const versions = new Map<string, KnownVersion>();
    for (const key of ['source', 'target'] as const) {
      const info = head.success ? infoOf(own.get(key)) : null;
      if (languages[key] === 'und') log.leave('language-unknown', key);
      versions.set(key, info ? { lang: info.lang, info } : { lang: languages[key] });
    }
    const table = tableOfUnits(units, versions, log);
    if (table.rows.length === 0) return failure('no-text-found');
    const data = buildReport({
      ...(head.success ? { id: head.data.id, baseVersionId: head.data.baseVersionId } : {}),
      title: head.success ? head.data.title : fileName.replace(/\.[^.]*$/, ''),
      kind: head.success ? head.data.kind : 'translation',
      ...table,
      fileName,
      format: 'xliff',
    });
    countReport(data, log);
    // A pair is only part of a report: its ids would stand for the whole.
    return success({ kind: 'report', data, ownIds: false });
  },
};
