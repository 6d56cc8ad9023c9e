/** The texts side by side, each running on as its own: heads by React, texts and ribbons by the flow controller. */
import { type CSSProperties, Fragment, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { VersionInfo } from '../../../../core/model/report';
import { IconButton } from '../../../components/IconButton';
import type { Column } from '../../../state/columns';
import { useReport } from '../../../state/report';
import { showCard } from '../../../state/show-note';
import { ColumnWords, DividerAfter, ownLanguageName } from '../ColumnHead';
import { useSheetWords } from '../use-sheet-words';
import { FlowController } from './flow-controller';
import type { FlowWords } from './flow-crossings';
import '../../../styles/reader-flow.css';

/** Room of a column on average, below which the columns scroll sideways. */
const narrowestRem = 12;

/** Language and outlet; versions that have the same of both are told apart by number. */
function columnNames(versions: readonly VersionInfo[]): string[] {
  const plain = versions.map((v) =>
    [v.lang !== 'und' && ownLanguageName(v.lang), v.outlet || v.title || v.fileName].filter(Boolean).join(' · '),
  );
  return plain.map((name, i) => (plain.indexOf(name) === plain.lastIndexOf(name) ? name : `${name} (${i + 1})`));
}

function Columns({ words }: { words: FlowWords }) {
  const { t } = useTranslation('reader');
  const report = useReport((s) => s.report);
  const book = useReport((s) => s.book);
  const columns = useReport((s) => s.columns);
  const frozen = useReport((s) => s.frozen);
  const root = useRef<HTMLDivElement>(null);
  const controller = useRef<FlowController | null>(null);
  const visible = columns.filter((c) => !c.hidden);
  const shown = visible.map((c) => `${c.versionId} ${c.width}`).join(' ');
  const versions = report?.versions;

  const first = useRef(words);
  useEffect(() => {
    if (!root.current) return;
    const made = new FlowController(root.current, first.current, showCard);
    controller.current = made;
    return () => made.destroy();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the controller reads the others from the store once the page has them
  useEffect(() => {
    controller.current?.setWords(words);
    controller.current?.setColumns();
  }, [words, book, versions, shown]);

  if (!report) return null;
  const names = columnNames(report.versions);
  const all = visible.reduce((sum, c) => sum + c.width, 0);
  // All together never narrower than this; what each has of it is as its width says.
  const least = ({ width }: Column) => Math.round((narrowestRem * visible.length * width * 100) / all) / 100;
  const style = {
    '--flow-columns': visible.map((c) => `minmax(${least(c)}rem, ${c.width}fr)`).join(' var(--flow-gap) '),
  } as CSSProperties;
  return (
    <div className="flow" ref={root} data-region="sheet" style={style}>
      {visible.map((column, i) => {
        const version = report.versions[column.version];
        if (!version) return null;
        const isFrozen = frozen.includes(version.id);
        const name = names[version.ordinal];
        const at = { '--at': 2 * i + 1 } as CSSProperties;
        return (
          <Fragment key={version.id}>
            <div className="flow-head column-head" data-v={version.ordinal} style={at}>
              <ColumnWords column={column} version={version} isBase={version.id === report.baseVersionId}>
                <IconButton
                  icon="anchor"
                  className="flow-freeze"
                  label={t('flow.freeze', { name })}
                  aria-pressed={isFrozen}
                  onClick={() => useReport.getState().toggleFrozen(version.id)}
                />
              </ColumnWords>
            </div>
            <section
              className="flow-scroll"
              data-v={version.ordinal}
              aria-label={t('flow.region', { name })}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
              tabIndex={0}
              style={at}
            />
            {i < visible.length - 1 && (
              <div className="flow-divider" style={at}>
                <DividerAfter column={column} />
              </div>
            )}
            {i < visible.length - 1 && <svg className="flow-gap" aria-hidden="true" focusable="false" style={at} />}
          </Fragment>
        );
      })}
    </div>
  );
}

export function FlowReader() {
  const { t } = useTranslation('reader');
  const sheetWords = useSheetWords();
  const words = useMemo(
    () => ({
      ...sheetWords,
      beside: (paragraph: number) => t('flow.beside', { n: paragraph }),
      besideHint: t('flow.besideHint'),
    }),
    [sheetWords, t],
  );
  return <Columns words={words} />;
}
