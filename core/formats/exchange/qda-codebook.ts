/**
 * REFI-QDA codebooks 1.0 (.qdc): codes as a tree with colours and descriptions, for ATLAS.ti, MAXQDA, NVivo, QualCoder and
 * others. The same tree stands inside project files.
 */
import type { Code } from '../../model/code';
import type { CodeId } from '../../model/ids';
import { failure, success } from '../../model/result';
import { orderCodes } from './code-tree';
import type { Exporter } from './exporter';
import type { ExchangeImporter } from './importer';
import { stableUuid } from './stable-id';
import { childOf, childrenOf, readXmlTree, textOf, type XmlElement } from './xml-reader';
import { element, type Markup, text, xmlDocument } from './xml-writer';

const codebookNamespace = 'urn:QDA-XML:codebook:1.0';

/** `Codes` of a codebook or project. Parents must stand before their children. */
export function codesMarkup(codes: readonly Code[]): Markup {
  const children = new Map<CodeId | null, Code[]>();
  for (const code of codes) children.set(code.parentId, [...(children.get(code.parentId) ?? []), code]);
  const one = (code: Code): Markup =>
    element('Code', { guid: code.id, name: code.name, isCodable: true, color: code.colour }, [
      code.description ? element('Description', {}, text(code.description)) : null,
      ...(children.get(code.id) ?? []).map(one),
    ]);
  return element('Codes', {}, (children.get(null) ?? []).map(one));
}

export const qdcExporter: Exporter = {
  id: 'qdc',
  extension: 'qdc',
  mediaType: 'application/xml',
  versions: 'any',
  export(data, options, log) {
    const codes = orderCodes(data.codes);
    // The schema wants one code at least.
    if (codes.length === 0) return failure('no-text-found');
    const root = element('CodeBook', { xmlns: codebookNamespace, origin: `Triptych ${options.appVersion}` }, [
      codesMarkup(codes),
    ]);
    log.take('codes', codes.length);
    log.leave('codes-left-out', '', data.codings.length);
    return success([{ name: `${options.name}.qdc`, mediaType: this.mediaType, bytes: xmlDocument(root) }]);
  },
};

const guid = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;
/** Ids must be UUIDs of RFC 9562 for us; GUIDs of other programs may lack its version digits. */
const rfcUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const defaultColour = '#8a8a8a';

function idOf(value: string | undefined, path: string): CodeId {
  const found = guid.exec(value ?? '')?.[1]?.toLowerCase();
  return (found && rfcUuid.test(found) ? found : stableUuid(`code ${found ?? path}`)) as CodeId;
}

function colourOf(value: string | undefined): string {
  const colour = (value ?? '').toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(colour)) return colour;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(colour);
  return short ? `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}` : defaultColour;
}

const maxNameLength = 500;
const maxDescriptionLength = 20_000;

export const qdcImporter: ExchangeImporter = {
  id: 'qdc',
  extensions: ['qdc'],
  maxBytes: 64 * 1024 * 1024,
  needsReport: false,
  read(bytes, _options, log) {
    const root = readXmlTree(bytes, 'CodeBook');
    if (!root.ok) return root;
    const top = childOf(root.value, 'Codes');
    if (!top) return failure('no-text-found');
    const codes: Code[] = [];
    const walk = (parent: XmlElement, parentId: CodeId | null, path: string): void => {
      childrenOf(parent, 'Code').forEach((code, order) => {
        const name = (code.attributes.get('name') ?? '').trim().slice(0, maxNameLength);
        const ownPath = `${path}/${order} ${name}`;
        if (name === '') log.leave('code-without-name', code.attributes.get('guid') ?? '');
        const id = idOf(code.attributes.get('guid'), ownPath);
        const description = childOf(code, 'Description');
        codes.push({
          id,
          parentId,
          name: name || '—',
          description: description ? textOf(description).trim().slice(0, maxDescriptionLength) : '',
          colour: colourOf(code.attributes.get('color')),
          order,
        });
        walk(code, id, ownPath);
      });
    };
    walk(top, null, '');
    if (codes.length === 0) return failure('no-text-found');
    const ordered = orderCodes(codes);
    log.take('codes', ordered.length);
    return success({ kind: 'codes', codes: ordered });
  },
};
