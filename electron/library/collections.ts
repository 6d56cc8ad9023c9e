/** Named collections of reports. A report may be in several; deleting one leaves its reports alone. */
import type { CollectionId, ReportId } from '../../core/model/ids';
import type { Database } from './connection';

export interface Collection {
  id: CollectionId;
  name: string;
  reportIds: ReportId[];
}

export function collectionsTable(db: Database, now: () => number) {
  const all = db.prepare<[], { id: CollectionId; name: string }>('select id, name from collection order by created_at_ms, id');
  const members = db.prepare<[], { collectionId: CollectionId; reportId: ReportId }>(
    `select collection_id as collectionId, report_id as reportId from collection_report
     join report on report.id = report_id where report.deleted_at_ms is null`,
  );
  const insert = db.prepare<[string, string, number]>(
    // Later than all others even within one millisecond: they are listed in the order in which they were made.
    `insert into collection (id, name, created_at_ms)
     values (?, ?, max(?, (select coalesce(max(created_at_ms), -1) + 1 from collection)))`,
  );
  const rename = db.prepare<[string, string]>('update collection set name = ? where id = ?');
  const remove = db.prepare<[string]>('delete from collection where id = ?');
  const add = db.prepare<[string, string]>(
    // A collection or report that has gone meanwhile is no member of anything.
    `insert or ignore into collection_report (collection_id, report_id)
     select collection.id, report.id from collection, report where collection.id = ? and report.id = ?`,
  );
  const take = db.prepare<[string, string]>('delete from collection_report where collection_id = ? and report_id = ?');

  return {
    list(): Collection[] {
      const byId = new Map<CollectionId, ReportId[]>();
      for (const { collectionId, reportId } of members.all())
        byId.set(collectionId, [...(byId.get(collectionId) ?? []), reportId]);
      return all.all().map((c) => ({ ...c, reportIds: byId.get(c.id) ?? [] }));
    },
    create(id: CollectionId, name: string): void {
      insert.run(id, name, now());
    },
    rename: (id: CollectionId, name: string): void => void rename.run(name, id),
    delete: (id: CollectionId): void => void remove.run(id),
    put: (id: CollectionId, reportId: ReportId, member: boolean): void => void (member ? add : take).run(id, reportId),
  };
}
export type CollectionsTable = ReturnType<typeof collectionsTable>;
