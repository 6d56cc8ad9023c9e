/** The codes of the cell where the reader is: to their passages, off them, or to the codebook. What chips are for the pointer. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/Dialog';
import { keepFocus } from '../../components/keep-focus';
import { useFormat } from '../../i18n/use-format';
import { type CodingView, removeCodings, useCodes } from '../../state/codes';
import { useReport } from '../../state/report';
import { PassageList } from './PassageList';

/** Codings that stand on the current cell, in the order of the text. */
export function codedHere(): CodingView[] {
  const { cursor, book, report } = useReport.getState();
  const row = cursor && book?.rowAt(cursor.index);
  const versionId = cursor && report?.versions[cursor.version]?.id;
  if (!row || !book || !versionId) return [];
  const segments = book.segmentsOf(row, cursor.version);
  return useCodes
    .getState()
    .codings.filter(({ target: { versionId: own, position, orphan } }) => {
      if (own !== versionId || orphan) return false;
      return segments.some(({ start, end }) => position.start < end && start < position.end);
    })
    .sort((a, b) => a.target.position.start - b.target.position.start || b.target.position.end - a.target.position.end);
}

export function CodesHere() {
  const { t } = useTranslation('codes');
  const format = useFormat();
  const { codes, openHere } = useCodes();
  // Codings and rows may change under it, by undo or by taking one off.
  useCodes((s) => s.codings);
  useReport((s) => s.bookRevision);
  const cursor = useReport((s) => s.cursor);
  const view = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLElement>(null);
  const found = codedHere();
  const nothing = found.length === 0;
  useEffect(() => {
    if (nothing) openHere(false);
  }, [nothing, openHere]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a passage that is taken off takes the focus along
  useEffect(() => keepFocus(view.current, '.passages button'), [found.length]);
  return (
    <Dialog
      title={t('here.title', { row: format.number((cursor?.index ?? 0) + 1) })}
      size="medium"
      onClose={() => openHere(false)}
      initialFocus={first}
    >
      <div
        ref={(box) => {
          view.current = box;
          first.current = box?.querySelector<HTMLElement>('.passage') ?? null;
        }}
      >
        <PassageList
          title={t('here.passages', { count: found.length })}
          passages={found.flatMap((coding) => {
            const code = codes.find((c) => c.id === coding.codeId);
            if (!code) return [];
            return {
              key: coding.id,
              code,
              passage: { versionId: coding.target.versionId, ...coding.target.position },
              text: coding.target.quote.exact,
              by: coding.own ? null : coding.coder,
              orphan: false,
              remove: () => void removeCodings([coding.id]),
            };
          })}
        />
      </div>
    </Dialog>
  );
}
