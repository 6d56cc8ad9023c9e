/** Writes notes for ever and says on standard output which are saved: "note revision body". Made to be killed. */
import { writeSync } from 'node:fs';
import type { NoteId } from '../../../../core/model/ids';
import { newId } from '../../../../core/model/ids';
import { openLibrary } from '../../../../electron/library/library';
import { storeReport } from './stored-report';

const library = openLibrary(process.argv[2]!, { language: 'en' });
const reportId = library.reports.list()[0]?.id ?? storeReport(library, [['One.', 'Two.']]).reportId;
const versionId = library.versions.list(reportId)[0]!.id;
const target = { versionId, quote: { exact: 'One', prefix: '', suffix: '.' }, position: { start: 0, end: 3 } };

for (let i = 0; ; i += 1) {
  const body = `${process.pid} ${i} ${'x'.repeat((i * 37) % 5000)}`;
  const notes = library.notes.list(reportId);
  const note = library.write(() =>
    i % 3 === 0 || notes.length === 0
      ? library.notes.create({ id: newId<NoteId>(), reportId, scope: 'cell', body, targets: [target] })
      : library.notes.save(notes[(i * 7) % notes.length]!.id, { body, deleted: false }),
  );
  writeSync(1, `${note.id} ${note.revision} ${body}\n`);
}
