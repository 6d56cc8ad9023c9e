/** How much was found, how far the index is, the order of the lines, and taking them out. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SearchInput, searchSorts } from '../../../core/contract/search';
import { call } from '../../bridge/call';
import { Button } from '../../components/Button';
import { Select } from '../../components/Select';
import { useFormat } from '../../i18n/use-format';
import { sayFailure } from '../../state/report-failure';
import { announce, showToast } from '../../state/toasts';
import { exportLimit, linesAsCsv } from './line-actions';
import { useSearch } from './search-store';

function useWords() {
  const { t } = useTranslation('search');
  const { status, count, lines, indexing, sortedWithin, query } = useSearch();
  // Without a word, what has the chosen code is counted.
  const byCode = query.trim() === '';
  const format = useFormat();
  if (status === 'looking' || !count) return lines.length > 0 ? null : t('looking');
  const found = [
    ...(count.codes > 0 ? [t('count.codes', { count: count.codes })] : []),
    byCode
      ? t('count.passages', { count: count.paragraphs })
      : t(count.capped ? 'count.capped' : 'count.paragraphs', { count: count.paragraphs }),
    ...(count.notes > 0 ? [t('count.notes', { count: count.notes })] : []),
  ];
  const more = [
    ...(sortedWithin ? [t('sortedWithin', { count: sortedWithin })] : []),
    ...(indexing ? [t('indexing', { part: format.percent(indexing.done / Math.max(1, indexing.total)) })] : []),
  ];
  return [format.list(found), ...more].join(' · ');
}

export function ResultLine() {
  const { t } = useTranslation('search');
  const format = useFormat();
  const words = useWords();
  const { sort, ask } = useSearch();
  const lines = useSearch((s) => s.lines.length);
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState('');
  useEffect(() => {
    if (!words) return;
    setShown(words);
    const timer = setTimeout(() => announce(words), 700);
    return () => clearTimeout(timer);
  }, [words]);

  const save = async () => {
    const state = useSearch.getState();
    setBusy(true);
    const made = await linesAsCsv(state, {
      report: t('table.report'),
      version: t('table.version'),
      language: t('table.language'),
      row: t('table.row'),
      paragraph: t('table.paragraph'),
      before: t('table.before'),
      match: t('table.match'),
      after: t('table.after'),
      opposite: (lang) => t('table.opposite', { language: format.languageName(lang) }),
    });
    const saved = made.ok ? await call('files.save', { name: t('table.file'), bytes: made.value.bytes }) : made;
    setBusy(false);
    if (!saved.ok) return sayFailure(saved.error);
    if (saved.value.name === null || !made.ok) return;
    const { count } = made.value;
    showToast({ message: t(count === exportLimit ? 'table.savedFirst' : 'table.saved', { count, name: saved.value.name }) });
    state.remember();
  };
  return (
    <div className="search-result">
      <p className="search-count">{words ?? shown}</p>
      {lines > 0 && (
        <Select
          hideLabel
          label={t('sort.label')}
          value={sort}
          options={searchSorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onChange={(value) => ask({ sort: value as SearchInput['sort'] })}
        />
      )}
      {lines > 0 && (
        <Button variant="quiet" disabled={busy} onClick={() => void save()}>
          {t('table.save')}
        </Button>
      )}
    </div>
  );
}
