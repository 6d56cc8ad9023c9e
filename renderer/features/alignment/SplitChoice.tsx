/** Where to split a cell of several segments: a small list beside it, chosen by number, arrow or pointer. */
import { useTranslation } from 'react-i18next';
import { BidiText } from '../../components/BidiText';
import { useFormat } from '../../i18n/use-format';
import { useReport } from '../../state/report';
import { rowSheet } from '../../state/row-sheet';
import { useAlignmentDialog } from './alignment-dialog';
import { FloatingMenu } from './FloatingMenu';
import { splitAllBefore, splitBefore, splitPoints } from './row-edits';

/** Enough of a segment to tell which one it is. */
const shown = 60;

export function SplitChoice() {
  const { t } = useTranslation('alignment');
  const format = useFormat();
  const splitting = useAlignmentDialog((s) => s.splitting);
  const split = useAlignmentDialog((s) => s.split);
  const all = useAlignmentDialog((s) => s.splitsAll);
  const book = useReport((s) => s.book);
  const report = useReport((s) => s.report);
  const row = splitting && book?.rowAt(splitting.index);
  const version = splitting && report?.versions[splitting.version];
  if (!splitting || !row || !version || !book) return null;
  const points = all ? (row.cells[version.ordinal] ?? []).slice(1) : splitPoints({ row, version: version.ordinal });
  const box = rowSheet()?.cellRect(splitting.index, version.ordinal);
  const rtl = format.language === 'ar';
  return (
    <FloatingMenu
      label={t('split.label')}
      className="numbered split-choice"
      x={box ? (rtl ? box.right - 20 : box.left + 20) : 100}
      y={box ? Math.min(box.bottom - 8, window.innerHeight - 220) : 100}
      onClose={() => split(null)}
    >
      <p className="menu-title" aria-hidden="true">
        {t('split.label')}
      </p>
      {points.map((segment, i) => (
        <button
          key={segment}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className="menu-item"
          onClick={() => {
            split(null);
            requestAnimationFrame(() => void (all ? splitAllBefore(version.ordinal, segment) : splitBefore(segment)));
          }}
        >
          <span className="split-number">{format.number(i + 1)}</span>
          <BidiText
            className="split-text reading"
            text={`${(book.segment(version.ordinal, segment)?.text ?? '').slice(0, shown)}…`}
            lang={version.lang}
            dir={version.direction}
          />
        </button>
      ))}
    </FloatingMenu>
  );
}
