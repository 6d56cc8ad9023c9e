/** What a person sees on a fresh machine: what this is, and three ways to begin. */
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Icon, type IconName } from '../../components/Icon';
import { LanguageChip } from '../../components/LanguageChip';
import { type Sample, useNavigation } from '../../state/navigation';

const samples: { sample: Sample; icon: IconName; langs: string[] }[] = [
  { sample: 'ferry', icon: 'boat', langs: ['en', 'en', 'fr', 'ar'] },
  { sample: 'udhr', icon: 'columns', langs: ['en', 'fr', 'ar'] },
];

export function FirstStart() {
  const { t } = useTranslation('library');
  const { newReport, openSample } = useNavigation.getState();
  return (
    <div className="first-start">
      <h2>{t('first.title')}</h2>
      <p className="first-lead">{t('first.lead')}</p>
      <ul className="cards">
        {samples.map(({ sample, icon, langs }, at) => (
          <li key={sample} className="card">
            <span className="card-sign">
              <Icon name={icon} size={28} />
            </span>
            <h3>{t(`samples.${sample}.title`)}</h3>
            <p>{t(`samples.${sample}.text`)}</p>
            <p className="chips">
              {langs.map((lang, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
                <LanguageChip key={i} lang={lang} />
              ))}
            </p>
            <Button variant={at === 0 ? 'primary' : 'secondary'} onClick={() => openSample(sample)}>
              {t(`samples.${sample}.open`)}
            </Button>
          </li>
        ))}
        <li className="card">
          <span className="card-sign">
            <Icon name="plus" size={28} />
          </span>
          <h3>{t('first.own.title')}</h3>
          <p>{t('first.own.text')}</p>
          <p className="card-hint">{t('first.own.hint')}</p>
          <Button icon="plus" onClick={() => newReport()}>
            {t('newReport')}
          </Button>
        </li>
      </ul>
    </div>
  );
}
