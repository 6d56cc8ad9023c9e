/** All notes and codings of a report as one AnnotationCollection in JSON-LD, with what is needed to find their texts again. */
import { success } from '../../model/result';
import { annotationContext, annotationOf, codingAnnotationOf, urn } from './annotation-writer';
import { columnsOf } from './columns';
import type { Exporter } from './exporter';

export const annotationsExporter: Exporter = {
  id: 'annotations',
  extension: 'jsonld',
  mediaType: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
  versions: 'any',
  export(data, options, log) {
    const columns = columnsOf(data, options.versions);
    const chosen = new Set(columns.map(({ version }) => version.info.id));
    const notes = data.notes.filter((note) => note.targets.length === 0 || note.targets.some((t) => chosen.has(t.versionId)));
    const codings = data.codings.filter(({ target }) => chosen.has(target.versionId));
    const items = [
      ...notes.map((note) => annotationOf(data, note)),
      ...codings.map((coding) => codingAnnotationOf(data, coding)),
    ];
    const collection = {
      '@context': annotationContext,
      id: `${urn(data.report.id)}:annotations`,
      type: 'AnnotationCollection',
      label: data.report.title,
      generator: { type: 'Software', name: `Triptych ${options.appVersion}` },
      total: items.length,
      'triptych:report': { id: urn(data.report.id), title: data.report.title },
      'triptych:versions': data.versions.map(({ info }) => ({
        id: urn(info.id),
        language: info.lang,
        title: info.title,
        outlet: info.outlet,
        date: info.date,
      })),
      'triptych:codes': data.codes.map(({ id, parentId, ...code }) => ({
        id: urn(id),
        parent: parentId === null ? null : urn(parentId),
        ...code,
      })),
      first: {
        id: `${urn(data.report.id)}:annotations:1`,
        type: 'AnnotationPage',
        startIndex: 0,
        items,
      },
    };
    log.take('versions', columns.length);
    log.take('notes', notes.length);
    log.take('codes', data.codes.length);
    log.take('codings', codings.length);
    log.leave('notes-left-out', '', data.notes.length - notes.length);
    const bytes = new TextEncoder().encode(`${JSON.stringify(collection, null, 2)}\n`);
    return success([{ name: `${options.name}.jsonld`, mediaType: this.mediaType, bytes }]);
  },
};
