/** The bar over the sheet: way back, title, undo, notes, text settings, and what is needed less often. */
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/Icon';
import { IconButton } from '../../components/IconButton';
import { Kbd } from '../../components/Kbd';
import { Menu, type MenuItem } from '../../components/Menu';
import { useFormat } from '../../i18n/use-format';
import { setHidden } from '../../state/columns';
import { runCommand } from '../../state/commands';
import { useNavigation } from '../../state/navigation';
import { useNotes } from '../../state/notes';
import { usePalette } from '../../state/palette';
import { useReport } from '../../state/report';
import { BackToSearch } from './BackToSearch';
import { ownLanguageName } from './ColumnHead';
import { ModeChoice } from './flow/ModeChoice';
import { TextPopover } from './TextPopover';
import { TitleField } from './TitleField';

function HistoryButtons() {
  const { t } = useTranslation(['reader', 'history']);
  const history = useReport((s) => s.history);
  const label = (which: 'undo' | 'redo') => {
    const step = history[which];
    return step ? t(`history:${which}What`, { step: t(`history:${step}`) }) : t(`history:${which}`);
  };
  return (
    <>
      <IconButton icon="undo" label={label('undo')} disabled={!history.undo} onClick={() => runCommand('report.undo')} />
      <IconButton icon="redo" label={label('redo')} disabled={!history.redo} onClick={() => runCommand('report.redo')} />
    </>
  );
}

function HiddenColumns() {
  const { t } = useTranslation('reader');
  const report = useReport((s) => s.report);
  const columns = useReport((s) => s.columns);
  const hidden = columns.filter((c) => c.hidden);
  if (!report || hidden.length === 0) return null;
  const items: MenuItem[] = hidden.map((c) => {
    const version = report.versions[c.version];
    return {
      id: c.versionId,
      label: [version && ownLanguageName(version.lang), version?.outlet || version?.title].filter(Boolean).join(' · '),
      icon: 'eye',
      run: () => useReport.getState().setColumns(setHidden(columns, c.version, false)),
    };
  });
  return (
    <Menu
      className="tool-button"
      label={t('hiddenColumns', { count: hidden.length })}
      text={t('hiddenColumns', { count: hidden.length })}
      items={items}
    />
  );
}

export function ReaderBar({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['reader', 'exchange', 'menu']);
  const format = useFormat();
  const report = useReport((s) => s.report);
  const notesOpen = useReport((s) => s.notesOpen);
  const count = useNotes((s) => s.notes.length);
  const { addVersion, newReport, openDialog } = useNavigation.getState();
  const more: MenuItem[] = [
    { id: 'add', label: t('more.addVersion'), icon: 'plus', disabled: !report, run: () => report && addVersion(report.id) },
    { id: 'realign', label: t('more.realign'), icon: 'columns', disabled: !report, run: () => runCommand('rows.realign') },
    { id: 'rename', label: t('more.rename'), icon: 'pencil', keys: 'F2', run: () => runCommand('report.rename') },
    { id: 'print', label: t('more.print'), icon: 'file', keys: 'Mod+P', run: () => runCommand('report.print') },
    { id: 'pdf', label: t('more.pdf'), icon: 'file', keys: 'Mod+Shift+P', run: () => runCommand('report.save-pdf') },
    { id: 'export', label: t('exchange:export.action'), icon: 'export', keys: 'Mod+E', run: () => runCommand('report.export') },
    { id: 'import-notes', label: t('exchange:notes.action'), icon: 'import', run: () => runCommand('report.import-notes') },
    { id: 'new', label: t('more.newReport'), icon: 'file', keys: 'Mod+N', separated: true, run: () => newReport() },
    { id: 'settings', label: t('more.settings'), icon: 'settings', keys: 'Mod+,', run: () => openDialog('settings') },
    { id: 'palette', label: t('menu:palette'), icon: 'search', keys: 'Mod+K', run: () => usePalette.getState().show() },
    { id: 'keys', label: t('more.keys'), keys: '?', run: () => openDialog('keys') },
    { id: 'about', label: t('menu:about'), icon: 'info', separated: true, run: () => openDialog('about') },
  ];
  return (
    <header className="top-bar reader-bar" data-region="bar">
      <IconButton icon="back" label={t('backToLibrary')} onClick={onClose} />
      <BackToSearch />
      {report && <TitleField title={report.title} />}
      {report && <span className="reader-kind">{t(`kinds.${report.kind}`)}</span>}
      <span className="grow" />
      <button type="button" className="find-button" title={t('find.button')} onClick={() => runCommand('view.find')}>
        <Icon name="search" size={15} />
        <span className="grow">{t('find.button')}</span>
        <Kbd keys="Mod+F" />
      </button>
      <ModeChoice />
      <HiddenColumns />
      <HistoryButtons />
      <span className="bar-rule" />
      <button type="button" className="tool-button" aria-pressed={notesOpen} onClick={() => runCommand('view.notes')}>
        {t('notes')} {count > 0 && <span className="tool-count">{format.number(count)}</span>}
      </button>
      <TextPopover />
      <Menu label={t('more.label')} items={more} />
    </header>
  );
}
