/** What a file would bring into the open report: its first notes, codes or rows, in their own languages, and the counts. */
import { useTranslation } from 'react-i18next';
import { segmentSeparator } from '../../../core/segment/segment';
import { BidiText } from '../../components/BidiText';
import { CodeSign } from '../../components/CodeSign';
import { useFormat } from '../../i18n/use-format';
import { expectedOf, type NotesFile } from './notes-file';
import { SampleTable } from './SampleTable';
import { TransferSummary } from './TransferSummary';

const shownNotes = 5;
const shownCodes = 12;
const shownRows = 5;
const shownLength = 220;

function NotesSample({ file }: { file: Extract<NotesFile, { kind: 'notes' }> }) {
  const { t } = useTranslation('exchange');
  const { notes, codings } = file.theirs;
  const langs = new Map(file.texts.versions.map(({ info }) => [info.id, info.lang]));
  const coders = [...new Set(codings.map(({ coder }) => coder))];
  return (
    <>
      {coders.length > 0 && (
        <p className="quiet">
          {t('notes.coders')}{' '}
          {coders.slice(0, shownNotes).map((coder, i) => (
            <span key={coder}>
              {i > 0 && ' · '}
              <BidiText text={coder} />
            </span>
          ))}
        </p>
      )}
      <ul className="notes-sample">
        {notes.slice(0, shownNotes).map((note) => {
          const [target] = note.targets;
          return (
            <li key={note.id}>
              {target && (
                <BidiText
                  as="blockquote"
                  text={target.quote.exact.slice(0, shownLength)}
                  lang={langs.get(target.versionId) ?? 'und'}
                />
              )}
              <BidiText as="p" text={note.body.slice(0, shownLength) || t('notes.emptyNote')} />
              {note.author && (
                <p className="quiet">
                  <BidiText text={note.author} />
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function CodesSample({ file }: { file: Extract<NotesFile, { kind: 'codebook' }> }) {
  const depths = new Map<string, number>();
  for (const { id, parentId } of file.codes) depths.set(id, parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1);
  return (
    <ul className="codes-sample">
      {file.codes.slice(0, shownCodes).map((code) => (
        <li key={code.id} style={{ paddingInlineStart: `${(depths.get(code.id) ?? 0) * 18}px` }}>
          <CodeSign colour={code.colour} /> <BidiText text={code.name} />
        </li>
      ))}
    </ul>
  );
}

function RowsSample({ file }: { file: Extract<NotesFile, { kind: 'rows' }> }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  // Paragraphs that hold blank lines themselves can't be told apart here: then their numbers must do.
  const paragraphs = file.texts.versions.map(({ info, text }) => {
    const parts = text.split(segmentSeparator);
    return parts.length === info.segmentCount ? parts : null;
  });
  const from = Math.max(
    0,
    file.rows.findIndex(({ cells: [a, b] }) => a.length > 0 && b.length > 0),
  );
  const shown = file.rows
    .slice(from, from + shownRows)
    .map(({ cells }) =>
      cells.map((cell, v) =>
        cell.length === 0
          ? null
          : cell.map((index) => paragraphs[v]?.[index]?.slice(0, shownLength) ?? format.number(index + 1)).join('\n'),
      ),
    );
  return (
    <SampleTable
      caption={t('import.sample')}
      columns={file.texts.versions.map(({ info }) => ({ id: info.id, lang: info.lang, name: info.outlet || info.title }))}
      rows={shown}
    />
  );
}

export function NotesPreview({ file }: { file: NotesFile }) {
  const { t } = useTranslation('exchange');
  const { taken, left } = expectedOf(file);
  return (
    <>
      {file.kind === 'notes' && <NotesSample file={file} />}
      {file.kind === 'codebook' && <CodesSample file={file} />}
      {file.kind === 'rows' && <RowsSample file={file} />}
      <TransferSummary
        // Those that are kept twice do come in: they have a line of their own.
        report={{ taken, left: left.filter(({ code }) => code !== 'note-conflict') }}
        takenTitle={t(file.kind === 'notes' ? 'notes.comesIn' : 'import.found')}
        leftTitle={t('import.left')}
        nothingLeft={t('import.leftNothing')}
      />
      {file.kind === 'notes' && file.plan.conflicts > 0 && (
        <p className="quiet">{t('notes.willConflict', { count: file.plan.conflicts })}</p>
      )}
    </>
  );
}
