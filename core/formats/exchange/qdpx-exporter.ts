/**
 * REFI-QDA projects 1.0 (.qdpx): a zip of `project.qde` and the texts. Each version is a text source, each coded or noted
 * passage a selection whose offsets count Unicode code points; the report is a set of its versions. Rows have no place there.
 */

import type { VersionId } from '../../model/ids';
import type { NoteTarget } from '../../model/note';
import { success } from '../../model/result';
import { codePointMap } from './code-points';
import { orderCodes } from './code-tree';
import { type Column, columnsOf, versionName } from './columns';
import type { Exporter } from './exporter';
import { codesMarkup } from './qda-codebook';
import { stableUuid } from './stable-id';
import { leaveForbidden } from './transfer-counts';
import { element, type Markup, text, xmlDocument } from './xml-writer';
import { zipOf } from './zip-writer';

const projectNamespace = 'urn:QDA-XML:project:1.0';
const sourceFolder = 'Sources';
/** Whole seconds, in UTC. */
const time = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const userId = (coder: string): string => stableUuid(`coder ${coder}`);
/** Notes have no writer of their own with us. */
const noteWriter = 'Triptych';

interface Selection {
  target: NoteTarget;
  codings: Markup[];
  notes: Markup[];
  user: string;
  createdAtMs: number;
}

const placeOf = ({ versionId, position }: NoteTarget): string => `${versionId} ${position.start} ${position.end}`;

function sourceOf(column: Column, selections: readonly Selection[], reportId: string): Markup {
  const { info, text: content } = column.version;
  const map = codePointMap(content);
  return element(
    'TextSource',
    {
      guid: info.id,
      name: versionName(column),
      plainTextPath: `internal://${info.id}.txt`,
      creatingUser: userId(noteWriter),
    },
    selections.map(({ target, codings, notes, user, createdAtMs }) =>
      element(
        'PlainTextSelection',
        {
          guid: stableUuid(`selection ${reportId} ${placeOf(target)}`),
          name: target.quote.exact.slice(0, 80).replace(/\p{Surrogate}/gu, ''),
          startPosition: map.toCodePoints(target.position.start),
          endPosition: map.toCodePoints(target.position.end),
          creatingUser: userId(user),
          creationDateTime: time(createdAtMs),
        },
        [...codings, ...notes],
      ),
    ),
  );
}

export const qdpxExporter: Exporter = {
  id: 'qdpx',
  extension: 'qdpx',
  mediaType: 'application/zip',
  versions: 'any',
  export(data, options, log) {
    const columns = columnsOf(data, options.versions);
    const codes = orderCodes(data.codes);
    const chosen = new Set<VersionId>(columns.map(({ version }) => version.info.id));
    const codings = data.codings.filter(({ target }) => chosen.has(target.versionId));
    const notes = options.notes ? data.notes.filter((note) => note.targets.some((t) => chosen.has(t.versionId))) : [];
    /** By place: a passage that is coded twice and noted is one selection. */
    const selections = new Map<string, Selection>();
    const selectionAt = (target: NoteTarget, user: string, createdAtMs: number): Selection => {
      const known = selections.get(placeOf(target)) ?? { target, codings: [], notes: [], user, createdAtMs };
      selections.set(placeOf(target), known);
      return known;
    };
    for (const { id, codeId, target, coder, createdAtMs } of codings) {
      selectionAt(target, coder, createdAtMs).codings.push(
        element('Coding', { guid: id, creatingUser: userId(coder), creationDateTime: time(createdAtMs) }, [
          element('CodeRef', { targetGUID: codeId }),
        ]),
      );
    }
    for (const note of notes) {
      for (const target of note.targets.filter((t) => chosen.has(t.versionId))) {
        selectionAt(target, note.author ?? noteWriter, note.createdAtMs).notes.push(element('NoteRef', { targetGUID: note.id }));
      }
    }
    const users = [
      ...new Set([noteWriter, ...codings.map(({ coder }) => coder), ...notes.flatMap(({ author }) => author ?? [])]),
    ];
    const creator = userId(noteWriter);
    const project = element(
      'Project',
      {
        xmlns: projectNamespace,
        name: data.report.title || '—',
        origin: `Triptych ${options.appVersion}`,
        creatingUserGUID: creator,
        creationDateTime: time(options.nowMs),
      },
      [
        element(
          'Users',
          {},
          users.map((name) => element('User', { guid: userId(name), name })),
        ),
        codes.length > 0 ? element('CodeBook', {}, [codesMarkup(codes)]) : null,
        element(
          'Sources',
          {},
          columns.map((column) =>
            sourceOf(
              column,
              [...selections.values()].filter(({ target }) => target.versionId === column.version.info.id),
              data.report.id,
            ),
          ),
        ),
        notes.length > 0
          ? element(
              'Notes',
              {},
              notes.map((note) =>
                element(
                  'Note',
                  {
                    guid: note.id,
                    name:
                      note.body
                        .split('\n')[0]
                        ?.slice(0, 80)
                        .replace(/\p{Surrogate}/gu, '') ?? '',
                    creatingUser: userId(note.author ?? noteWriter),
                    creationDateTime: time(note.createdAtMs),
                    modifiedDateTime: time(note.updatedAtMs),
                  },
                  [element('PlainTextContent', {}, text(note.body))],
                ),
              ),
            )
          : null,
        element('Sets', {}, [
          element(
            'Set',
            { guid: data.report.id, name: data.report.title || '—' },
            columns.map(({ version }) => element('MemberSource', { targetGUID: version.info.id })),
          ),
        ]),
      ],
    );
    const encoder = new TextEncoder();
    leaveForbidden(columns, log);
    log.take('versions', columns.length);
    log.take('codes', codes.length);
    log.take('codings', codings.length);
    log.take('notes', notes.length);
    log.leave('rows-left-out', '', data.rows.length);
    log.leave('notes-left-out', '', data.notes.length - notes.length);
    const bytes = zipOf(
      [
        { name: 'project.qde', bytes: xmlDocument(project) },
        ...columns.map(({ version }) => ({
          name: `${sourceFolder}/${version.info.id}.txt`,
          bytes: encoder.encode(version.text),
        })),
      ],
      options.nowMs,
    );
    return success([{ name: `${options.name}.qdpx`, mediaType: this.mediaType, bytes }]);
  },
};
