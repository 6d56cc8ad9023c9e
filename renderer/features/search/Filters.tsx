/** Where to look and how: languages, report, version, notes, letters as written. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/calls';
import { type SearchInput, searchPlaces } from '../../../core/contract/search';
import type { CodeId, ReportId, VersionId } from '../../../core/model/ids';
import { call } from '../../bridge/call';
import { Select } from '../../components/Select';
import { useFormat } from '../../i18n/use-format';
import { useSearch } from './search-store';

type Reports = CallOutput<'reports.list'>['reports'];
type Codes = CallOutput<'search.codes'>['codes'];
const primary = (lang: string): string => lang.split('-')[0] ?? lang;
const everything = '';

export function Filters() {
  const { t } = useTranslation('search');
  const format = useFormat();
  const { langs, reportId, versionId, codeId, literal, in: place, ask } = useSearch();
  const [reports, setReports] = useState<Reports>([]);
  const [codes, setCodes] = useState<Codes>([]);
  useEffect(() => {
    let gone = false;
    void call('search.codes', {}).then((answer) => {
      if (answer.ok && !gone) setCodes(answer.value.codes);
    });
    void call('reports.list', {}).then((answer) => {
      if (answer.ok && !gone) setReports(answer.value.reports);
    });
    return () => {
      gone = true;
    };
  }, []);

  const report = reports.find((r) => r.id === reportId);
  const within = report ? [report] : reports;
  const offered = [...new Set(within.flatMap((r) => r.versions.map((v) => primary(v.lang))))].sort((a, b) =>
    format.compare(format.languageName(a), format.languageName(b)),
  );
  const toggle = (lang: string) => ask({ langs: langs.includes(lang) ? langs.filter((l) => l !== lang) : [...langs, lang] });
  return (
    <fieldset className="search-filters" aria-label={t('filters')}>
      <Select
        hideLabel
        label={t('in.label')}
        value={place}
        options={searchPlaces.map((value) => ({ value, label: t(`in.${value}`) }))}
        onChange={(value) => ask({ in: value as SearchInput['in'] })}
      />
      <Select
        hideLabel
        label={t('report')}
        value={reportId ?? everything}
        options={[{ value: everything, label: t('allReports') }, ...reports.map((r) => ({ value: r.id, label: r.title }))]}
        onChange={(value) => ask({ reportId: value === everything ? null : (value as ReportId), versionId: null, langs: [] })}
      />
      {report && (
        <Select
          hideLabel
          label={t('version')}
          value={versionId ?? everything}
          options={[
            { value: everything, label: t('allVersions') },
            ...report.versions.map((v) => ({
              value: v.id,
              label: [format.languageName(v.lang), v.outlet || v.title].filter(Boolean).join(' · '),
            })),
          ]}
          onChange={(value) => ask({ versionId: value === everything ? null : (value as VersionId) })}
        />
      )}
      {offered.length > 1 && versionId === null && (
        <fieldset className="search-langs" aria-label={t('languages')}>
          {offered.map((lang) => (
            <button
              key={lang}
              type="button"
              className="filter-chip"
              aria-pressed={langs.includes(lang)}
              onClick={() => toggle(lang)}
            >
              {format.languageName(lang)}
            </button>
          ))}
        </fieldset>
      )}
      {codes.length > 0 && (
        <Select
          hideLabel
          label={t('code')}
          value={codeId ?? everything}
          options={[
            { value: everything, label: t('allCodes') },
            // A list's lines can't be set in: the depth is shown by dashes.
            ...codes.map((c) => ({ value: c.id, label: `${'– '.repeat(c.depth)}${c.name}` })),
          ]}
          onChange={(value) => ask({ codeId: value === everything ? null : (value as CodeId) })}
        />
      )}
      <label className="search-switch">
        <input type="checkbox" checked={literal} onChange={(e) => ask({ literal: e.target.checked })} />
        <span>{t('literal')}</span>
      </label>
    </fieldset>
  );
}
