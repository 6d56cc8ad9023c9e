/** The library as a whole: the bin and collections. */
import { type CollectionId, newId } from '../../core/model/ids';
import { ExpectedError } from '../../core/model/result';
import type { Library } from '../library/library';
import type { Handlers } from './handlers';
import type { SendEvent } from './send-event';

type LibraryCalls =
  | 'report.listBin'
  | 'report.purge'
  | 'report.emptyBin'
  | 'collections.list'
  | 'collections.create'
  | 'collections.rename'
  | 'collections.delete'
  | 'collections.put';

export function libraryHandlers(library: Library, send: SendEvent): Handlers<LibraryCalls> {
  const { reports, versions, notes, collections } = library;
  const changed = () => send('reports.changed', { reportId: null });
  return {
    'report.listBin': () => {
      const noteCounts = notes.counts();
      return {
        reports: reports.binned().map(({ id, title, kind, deletedAtMs }) => ({
          id,
          title,
          kind,
          deletedAtMs,
          noteCount: noteCounts.get(id) ?? 0,
          versions: versions.list(id).map((v) => ({ id: v.id, lang: v.lang, outlet: v.outlet, title: v.title })),
        })),
      };
    },
    'report.purge': ({ reportId }) => {
      if (library.write(() => reports.purge(reportId)) === 0) throw new ExpectedError('report-not-found');
      changed();
      return {};
    },
    'report.emptyBin': () => {
      const count = library.write(() => reports.binned().reduce((sum, { id }) => sum + reports.purge(id), 0));
      changed();
      return { count };
    },
    'collections.list': () => ({ collections: collections.list() }),
    'collections.create': ({ name, reportIds }) => {
      const collectionId = newId<CollectionId>();
      library.write(() => {
        collections.create(collectionId, name);
        for (const reportId of reportIds) collections.put(collectionId, reportId, true);
      });
      return { collectionId };
    },
    'collections.rename': ({ collectionId, name }) => {
      library.write(() => collections.rename(collectionId, name));
      return {};
    },
    'collections.delete': ({ collectionId }) => {
      library.write(() => collections.delete(collectionId));
      return {};
    },
    'collections.put': ({ collectionId, reportId, member }) => {
      library.write(() => collections.put(collectionId, reportId, member));
      return {};
    },
  };
}
