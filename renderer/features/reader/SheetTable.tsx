/** The table of rows: heads by React, rows by the sheet controller. Column layout reaches both as custom properties. */
import { type CSSProperties, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport } from '../../state/report';
import { showCard } from '../../state/show-note';
import { ColumnHead } from './ColumnHead';
import { SheetController } from './sheet/sheet-controller';
import { useSheetWords } from './use-sheet-words';
import '../../styles/reader-range.css';

const gutter = '3rem';
/** The parts of the table are blocks and grids (reader-sheet.css), which takes their meaning away: roles give it back. */
const role = (name: string) => ({ role: name });

export function SheetTable() {
  const { t } = useTranslation('reader');
  const report = useReport((s) => s.report);
  const columns = useReport((s) => s.columns);
  const words = useSheetWords();
  const first = useRef(words);
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const controller = useRef<SheetController | null>(null);

  useEffect(() => {
    if (!table.current || !scroller.current) return;
    const made = new SheetController(table.current, scroller.current, first.current, showCard);
    controller.current = made;
    return () => made.destroy();
  }, []);
  useEffect(() => controller.current?.setWords(words), [words]);

  if (!report) return null;
  const visible = columns.filter((c) => !c.hidden);
  const style = {
    '--columns': `${gutter} ${visible.map((c) => `minmax(0, ${c.width}fr)`).join(' ')}`,
    '--column-count': visible.length,
  } as CSSProperties;
  return (
    <div className="sheet" ref={scroller} data-region="sheet">
      <table
        ref={table}
        className="rows"
        {...role('grid')}
        aria-label={t('sheet')}
        aria-rowcount={report.rowCount + 1}
        aria-colcount={visible.length + 1}
        data-hidden={columns
          .filter((c) => c.hidden)
          .map((c) => c.version)
          .join(' ')}
        style={style}
      >
        <thead {...role('rowgroup')}>
          <tr {...role('row')} aria-rowindex={1}>
            <th {...role('columnheader')} scope="col" className="g">
              <span className="visually-hidden">{t('rowNumber')}</span>
            </th>
            {visible.map((column) => {
              const version = report.versions[column.version];
              return (
                version && (
                  <ColumnHead
                    key={column.versionId}
                    column={column}
                    version={version}
                    isBase={version.id === report.baseVersionId}
                  />
                )
              );
            })}
          </tr>
        </thead>
      </table>
    </div>
  );
}
