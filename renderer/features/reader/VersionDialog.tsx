/** What is known about a version, to be corrected: language, outlet, title, date. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offeredLanguages } from '../../../core/model/languages';
import type { VersionInfo } from '../../../core/model/report';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { useFormat } from '../../i18n/use-format';
import { useReport, versionOf } from '../../state/report';
import { useReaderDialog } from './reader-dialog';
import { updateVersion } from './report-actions';

function VersionForm({ version }: { version: VersionInfo }) {
  const { t } = useTranslation(['reader', 'common']);
  const format = useFormat();
  const close = useReaderDialog((s) => s.close);
  const [lang, setLang] = useState(version.lang);
  const [outlet, setOutlet] = useState(version.outlet);
  const [title, setTitle] = useState(version.title);
  const [date, setDate] = useState(version.date);
  const languages = [...new Set([version.lang, ...offeredLanguages])]
    .map((tag) => ({ value: tag, label: format.languageName(tag) }))
    .sort((a, b) => format.compare(a.label, b.label));
  const save = async () => {
    const changes = {
      ...(lang !== version.lang ? { lang } : {}),
      ...(outlet !== version.outlet ? { outlet } : {}),
      ...(title !== version.title ? { title } : {}),
      ...(date !== version.date ? { date } : {}),
    };
    if (Object.keys(changes).length === 0 || (await updateVersion(version.id, changes))) close();
  };
  return (
    <Dialog
      title={t('version.title')}
      size="small"
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('common:cancel')}</Button>
          <Button variant="primary" onClick={() => void save()}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <div className="version-form">
        <Select label={t('version.language')} value={lang} options={languages} onChange={setLang} />
        <TextField label={t('version.outlet')} value={outlet} onChange={setOutlet} maxLength={500} lang={lang} />
        <TextField label={t('version.name')} value={title} onChange={setTitle} maxLength={500} lang={lang} />
        <TextField label={t('version.date')} value={date} onChange={setDate} maxLength={40} hint={t('version.dateHint')} />
        <p className="field-hint">{t('version.file', { name: version.fileName })}</p>
      </div>
    </Dialog>
  );
}

export function VersionDialog() {
  const dialog = useReaderDialog((s) => s.dialog);
  const report = useReport((s) => s.report);
  const version = dialog?.name === 'version' ? versionOf(report, dialog.versionId) : null;
  return version ? <VersionForm key={version.id} version={version} /> : null;
}
