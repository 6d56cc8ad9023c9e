/** One report in the list. The whole card opens it; the button that does so carries the title as its name. */
import { useTranslation } from 'react-i18next';
import { BidiText } from '../../components/BidiText';
import { LanguageChip } from '../../components/LanguageChip';
import { Menu } from '../../components/Menu';
import { useFormat } from '../../i18n/use-format';
import type { ReportSummary } from './library-store';

interface ReportItemProps {
  report: ReportSummary;
  onOpen(): void;
  onRename(): void;
  onExport(): void;
  onCollections(): void;
  onDelete(): void;
}

export function ReportItem({ report, onOpen, onRename, onExport, onCollections, onDelete }: ReportItemProps) {
  const { t } = useTranslation(['library', 'common', 'exchange']);
  const format = useFormat();
  const outlets = report.versions.map((v) => ({ id: v.id, lang: v.lang, name: v.outlet })).filter((v) => v.name);
  return (
    <li className="report">
      <div className="report-main">
        <button type="button" className="report-open" onClick={onOpen}>
          <BidiText text={report.title} className="report-title" />
        </button>
        <p className="report-outlets">
          {outlets.map((outlet) => (
            <span key={outlet.id}>
              <BidiText text={outlet.name} lang={outlet.lang} />
            </span>
          ))}
        </p>
      </div>
      <p className="chips">
        {report.versions.map((version) => (
          <LanguageChip key={version.id} lang={version.lang} />
        ))}
      </p>
      <p className="report-facts">
        {report.noteCount > 0 && <span>{t('notes', { count: report.noteCount })}</span>}
        <span>
          {report.openedAtMs === null
            ? t('added', { when: format.ago(report.createdAtMs) })
            : t('opened', { when: format.ago(report.openedAtMs) })}
        </span>
      </p>
      <Menu
        label={t('actionsFor', { title: report.title })}
        items={[
          { id: 'open', label: t('common:open'), keys: 'Enter', run: onOpen },
          { id: 'rename', label: t('rename.action'), icon: 'pencil', keys: 'F2', run: onRename },
          { id: 'collections', label: t('collections.menu'), icon: 'files', run: onCollections },
          { id: 'export', label: t('exchange:export.action'), icon: 'export', keys: 'Mod+E', run: onExport },
          { id: 'delete', label: t('delete'), icon: 'trash', keys: 'Delete', danger: true, separated: true, run: onDelete },
        ]}
      />
    </li>
  );
}
