/** Before anything is searched for: what was searched for lately, and how a query is written. */
import { useTranslation } from 'react-i18next';
import { BidiText } from '../../components/BidiText';
import { useSettings } from '../../state/settings';
import { QuerySigns, SearchKeys } from './SearchSigns';
import { useSearch } from './search-store';

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
        <QuerySigns />
      </section>
      <section aria-labelledby="search-keys">
        <h2 id="search-keys">{t('help.keys')}</h2>
        <SearchKeys />
      </section>
    </div>
  );
}
