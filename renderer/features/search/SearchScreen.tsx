/** Search over all texts and notes: one box, filters, lines with the match in the middle and what stands opposite. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { strongDirection } from '../../../core/text/direction';
import { AppMenu } from '../../components/AppMenu';
import { Button } from '../../components/Button';
import { ErrorMessage } from '../../components/ErrorMessage';
import { Icon } from '../../components/Icon';
import { IconButton } from '../../components/IconButton';
import { isOverlayOpen } from '../../components/overlays';
import { useCommands } from '../../state/commands';
import { flushDrafts } from '../../state/drafts';
import { useNavigation } from '../../state/navigation';
import { Filters } from './Filters';
import { FoundCodes } from './FoundCodes';
import { Lines } from './Lines';
import { ResultLine } from './ResultLine';
import { SearchHelp } from './SearchHelp';
import { HelpPopover } from './SearchSigns';
import { useSearch } from './search-store';
import '../../styles/search-lines.css';

export function SearchScreen() {
  const { t } = useTranslation(['search', 'common']);
  const { query, status, failure, lines, codes, ask } = useSearch();
  const from = useNavigation((s) => s.searchFrom);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const { searchPreset } = useNavigation.getState();
    const { begin, active, follow } = useSearch.getState();
    if (searchPreset) begin(searchPreset);
    const toField = () => {
      field.current?.focus();
      field.current?.select();
    };
    // Coming back from a line in its text, the line has the focus (Lines.tsx).
    if (searchPreset || active < 0) toField();
    const stops = [
      follow(),
      useCommands.getState().register([
        {
          id: 'search.box',
          group: 'view',
          label: 'search:box',
          keys: ['Mod+F', 'Mod+Shift+F'],
          enabled: () => !isOverlayOpen(),
          inFields: true,
          run: toField,
        },
      ]),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  useEffect(() => {
    document.title = `${t('title')} – ${t('common:appName')}`;
  }, [t]);

  const leave = async () => {
    if (!(await flushDrafts())) return;
    const { openReport, openLibrary } = useNavigation.getState();
    if (from) openReport(from);
    else openLibrary();
  };
  const none = status === 'done' && lines.length === 0 && codes.length === 0;
  return (
    <div className="screen search">
      <header className="top-bar search-bar">
        <IconButton icon="back" label={t(from ? 'backToReport' : 'common:backToLibrary')} onClick={() => void leave()} />
        <h1 className="visually-hidden">{t('title')}</h1>
        <search className="search-box">
          <Icon name="search" size={16} />
          <input
            ref={field}
            className="input"
            type="text"
            dir={query === '' ? undefined : (strongDirection(query) ?? 'auto')}
            aria-label={t('label')}
            placeholder={t('placeholder')}
            value={query}
            spellCheck={false}
            onChange={(e) => ask({ query: e.target.value })}
            onKeyDown={(e) => {
              if (e.nativeEvent.isComposing) return;
              if (e.key === 'ArrowDown') {
                e.preventDefault();
                document.querySelector<HTMLElement>('.found-code-open, .kwic[tabindex="0"]')?.focus();
              } else if (e.key === 'Enter') {
                ask({});
                useSearch.getState().remember();
              } else if (e.key === 'Escape') void leave();
            }}
          />
          {query !== '' && (
            <IconButton
              icon="close"
              label={t('clear')}
              onClick={() => {
                ask({ query: '' });
                field.current?.focus();
              }}
            />
          )}
        </search>
        <HelpPopover />
        <AppMenu />
      </header>
      <main className="search-body">
        <Filters />
        {failure && (
          <div className="search-failure">
            <ErrorMessage failure={failure} />
            <Button onClick={() => ask({})}>{t('tryAgain')}</Button>
          </div>
        )}
        {status !== 'idle' && <ResultLine />}
        {status === 'idle' && <SearchHelp />}
        {none && <NothingFound />}
        {(lines.length > 0 || codes.length > 0) && (
          <div className="kwic-scroll">
            {codes.length > 0 && <FoundCodes />}
            {lines.length > 0 && <Lines />}
          </div>
        )}
      </main>
    </div>
  );
}

/** No line: what could be changed, one press each. */
function NothingFound() {
  const { t } = useTranslation('search');
  const { literal, langs, reportId, versionId, codeId, in: place, query, indexing, ask } = useSearch();
  const phrase = /["“”«»]/.test(query);
  const narrow = langs.length > 0 || reportId !== null || versionId !== null || codeId !== null || place !== 'all';
  return (
    <div className="empty search-none">
      <h2>{t('none.title')}</h2>
      {indexing && <p>{t('none.indexing')}</p>}
      <div className="search-advice">
        {narrow && (
          <Button onClick={() => ask({ langs: [], reportId: null, versionId: null, codeId: null, in: 'all' })}>
            {t('none.everywhere')}
          </Button>
        )}
        {literal && <Button onClick={() => ask({ literal: false })}>{t('none.fold')}</Button>}
        {phrase && <Button onClick={() => ask({ query: query.replace(/["“”«»]/g, ' ').trim() })}>{t('none.words')}</Button>}
        {!query.includes('*') && query.trim() !== '' && (
          <Button onClick={() => ask({ query: `${query.trim().split(/\s+/).at(-1)}*` })}>{t('none.beginning')}</Button>
        )}
      </div>
    </div>
  );
}
