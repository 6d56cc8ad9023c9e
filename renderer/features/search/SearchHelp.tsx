/** Before anything is searched for: what was searched for lately, and how a query is written. */
import { useTranslation } from 'react-i18next';
import { BidiText } from '../../components/BidiText';
import { Kbd } from '../../components/Kbd';
import { useSettings } from '../../state/settings';
import { useSearch } from './search-store';

const signs = ['words', 'phrase', 'beginning', 'either', 'without', 'near'] as const;
const keys = [
  ['ArrowDown', 'lines'],
  ['Enter', 'open'],
  ['N', 'note'],
  ['Escape', 'box'],
] as const;

export function SearchHelp() {
  const { t } = useTranslation('search');
  const recent = useSettings((s) => s.settings.recentSearches);
  const { update } = useSettings.getState();
  const ask = useSearch((s) => s.ask);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll what is read
    // biome-ignore lint/a11y/useSemanticElements: a section would be a second landmark of the same name
    <div className="search-start" tabIndex={0} role="group" aria-label={t('title')}>
      {recent.length > 0 && (
        <section aria-labelledby="search-recent">
          <div className="search-start-head">
            <h2 id="search-recent">{t('recent.title')}</h2>
            <button type="button" className="link-button" onClick={() => void update({ recentSearches: [] })}>
              {t('recent.forget')}
            </button>
          </div>
          <ul className="search-recent">
            {recent.map((query) => (
              <li key={query}>
                <button type="button" className="filter-chip" onClick={() => ask({ query })}>
                  <BidiText text={query} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="search-help">
        <h2 id="search-help">{t('help.title')}</h2>
        <dl className="search-help">
          {signs.map((sign) => (
            <div key={sign}>
              <dt>
                <bdi dir="auto">{t(`help.${sign}.query`)}</bdi>
              </dt>
              <dd>{t(`help.${sign}.means`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('help.folded')}</p>
      </section>
      <section aria-labelledby="search-keys">
        <h2 id="search-keys">{t('help.keys')}</h2>
        <dl className="search-help">
          {keys.map(([key, what]) => (
            <div key={key}>
              <dt>
                <Kbd keys={key} />
              </dt>
              <dd>{t(`help.${what}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
