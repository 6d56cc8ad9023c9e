/** What this is, under which licence, on whose data it stands, where the library lies. */
import { useTranslation } from 'react-i18next';
import { BidiText } from '../../components/BidiText';
import { Dialog } from '../../components/Dialog';
import { useNavigation } from '../../state/navigation';

const notices = ['freedict', 'apertium', 'geonames', 'cldr', 'own', 'stemmers', 'fonts', 'udhr'] as const;

export function AboutDialog({ version, libraryFolder }: { version: string; libraryFolder: string }) {
  const { t } = useTranslation('settings');
  const close = useNavigation((s) => s.closeDialog);
  return (
    <Dialog title={t('about.title')} onClose={close} reading>
      <div className="about">
        <p className="about-name">
          <strong>{t('about.name')}</strong> <span>{t('about.version', { version })}</span>
        </p>
        <p>{t('about.purpose')}</p>
        <p>{t('about.offline')}</p>
        <h3>{t('about.licenceTitle')}</h3>
        <p>{t('about.licence')}</p>
        <h3>{t('about.dataTitle')}</h3>
        <ul className="about-notices">
          {notices.map((notice) => (
            <li key={notice}>{t(`about.notices.${notice}`)}</li>
          ))}
        </ul>
        <h3>{t('about.libraryTitle')}</h3>
        <p>
          <BidiText as="code" dir="ltr" text={libraryFolder} />
        </p>
      </div>
    </Dialog>
  );
}
