/** The head of a column: language in itself, outlet and date as the file said them, base mark, and the column's menu. */
import { type CSSProperties, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../core/model/languages';
import type { VersionInfo } from '../../../core/model/report';
import { BidiText } from '../../components/BidiText';
import { Icon } from '../../components/Icon';
import { Menu, type MenuItem } from '../../components/Menu';
import { useFormat } from '../../i18n/use-format';
import { type Column, columnAfter, moveColumn, resizeColumn, setHidden, stepTowards, visibleVersions } from '../../state/columns';
import { useNavigation } from '../../state/navigation';
import { useReport } from '../../state/report';
import { ColumnDivider } from './ColumnDivider';
import { dragColumn } from './column-drag';
import { useReaderDialog } from './reader-dialog';
import { setBase } from './report-actions';

/** A language's name in itself, with the capital of a heading. */
export function ownLanguageName(lang: string): string {
  try {
    const name = new Intl.DisplayNames(lang, { type: 'language', fallback: 'none' }).of(lang) ?? lang;
    return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
  } catch {
    return lang;
  }
}

/** ISO dates as a day in the version's language; anything else as the file said it. */
export function versionDate(date: string, lang: string): string {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms)) return date;
  const locale = lang === 'en' ? 'en-GB' : lang === 'ar' ? 'ar-u-nu-arab' : lang;
  try {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(ms);
  } catch {
    return date;
  }
}

/** The table's parts are grids, which takes their meaning away. */
const columnRole = { role: 'columnheader' };

interface ColumnHeadProps {
  column: Column;
  version: VersionInfo;
  isBase: boolean;
}

/** Ids of what names a column: its language, its source, its marks. Those that aren't there are passed over. */
const nameParts = ['language', 'outlet', 'unrelated', 'base'] as const;

interface ColumnWordsProps extends ColumnHeadProps {
  /** Begins the ids of the parts of the column's name. */
  nameId?: string;
  children?: ReactNode;
}

/** What a column is, and its menu; `children` stand before the menu. */
export function ColumnWords({ column, version, isBase, nameId, children }: ColumnWordsProps) {
  const { t } = useTranslation('reader');
  const format = useFormat();
  const columns = useReport((s) => s.columns);
  const setColumns = useReport((s) => s.setColumns);
  const direction = directionOf(format.language);
  const move = (side: 'left' | 'right') => moveColumn(columns, version.ordinal, stepTowards(side, direction));
  const item = (id: string, label: string, to: readonly Column[], more: Partial<MenuItem> = {}): MenuItem => ({
    id,
    label,
    disabled: to === columns,
    run: () => setColumns(to),
    ...more,
  });
  const idOf = (part: (typeof nameParts)[number]) => (nameId === undefined ? undefined : `${nameId}-${part}`);
  const known = version.lang !== 'und';
  const name = known ? ownLanguageName(version.lang) : format.languageName('und');
  const details = [version.outlet || version.title || version.fileName, versionDate(version.date, version.lang)].filter(Boolean);
  const items: MenuItem[] = [
    { id: 'base', label: t('column.base'), checked: isBase, disabled: isBase, run: () => void setBase(version.id) },
    { ...item('left', t('column.left'), move('left')), separated: true },
    item('right', t('column.right'), move('right')),
    item('wider', t('column.wider'), resizeColumn(columns, version.ordinal, 1), { disabled: column.width >= 2.5 }),
    item('narrower', t('column.narrower'), resizeColumn(columns, version.ordinal, -1), { disabled: column.width <= 0.5 }),
    {
      ...item('hide', t('column.hide'), setHidden(columns, version.ordinal, true), { icon: 'eye' }),
      disabled: visibleVersions(columns).length < 2,
    },
    {
      id: 'edit',
      label: t('column.edit'),
      icon: 'pencil',
      separated: true,
      run: () => useReaderDialog.getState().show({ name: 'version', versionId: version.id }),
    },
    {
      id: 'revise',
      label: t('column.revise'),
      icon: 'files',
      run: () => {
        const report = useReport.getState().report;
        if (report) useNavigation.getState().newRevision(report.id, version.id);
      },
    },
  ];
  return (
    <div
      className="column-words"
      dir={version.direction}
      onPointerDown={(e) => dragColumn(e.currentTarget, e.nativeEvent, version.ordinal)}
    >
      <span className="column-language" id={idOf('language')} lang={known ? version.lang : format.language}>
        {name}
      </span>
      <span className="column-outlet" id={idOf('outlet')} title={details.join(' · ')}>
        {details.map((text, i) => (
          <span key={text}>
            {i > 0 && (version.direction === 'rtl' ? '، ' : ', ')}
            <BidiText text={text} lang={version.lang} />
          </span>
        ))}
      </span>
      {!version.related && (
        <span
          className="column-unrelated"
          id={idOf('unrelated')}
          lang={format.language}
          dir={direction}
          title={t('column.unrelatedHint')}
        >
          <Icon name="warning" size={14} />
          {t('column.unrelated')}
        </span>
      )}
      {isBase && (
        <span className="column-base" id={idOf('base')} lang={format.language}>
          {t('column.baseMark')}
        </span>
      )}
      {children}
      <span className="column-menu" lang={format.language} dir={direction}>
        <Menu label={t('column.menu', { name })} items={items} align={version.direction === direction ? 'end' : 'start'} />
      </span>
    </div>
  );
}

/** The border to the column that comes next; nothing behind the last one. */
export function DividerAfter({ column, className = '' }: { column: Column; className?: string }) {
  const columns = useReport((s) => s.columns);
  const versions = useReport((s) => s.report?.versions);
  const second = columnAfter(columns, column.version);
  const name = (of: Column) => {
    const version = versions?.[of.version];
    const words = version && [version.lang !== 'und' && ownLanguageName(version.lang), version.outlet || version.title];
    return words?.filter(Boolean).join(' · ') ?? '';
  };
  if (!second) return null;
  return <ColumnDivider first={column} second={second} names={[name(column), name(second)]} className={className} />;
}

export function ColumnHead(props: ColumnHeadProps) {
  const columns = useReport((s) => s.columns);
  // A border reaches into the next head, which would cover it otherwise.
  const style = { '--layer': columns.length - visibleVersions(columns).indexOf(props.version.ordinal) } as CSSProperties;
  // The border inside speaks of the next column as well: it is no part of this one's name.
  const id = useId();
  const name = nameParts.map((part) => `${id}-${part}`).join(' ');
  return (
    <th {...columnRole} scope="col" className="column-head" aria-labelledby={name} data-v={props.version.ordinal} style={style}>
      <ColumnWords {...props} nameId={id} />
      <DividerAfter column={props.column} />
    </th>
  );
}
