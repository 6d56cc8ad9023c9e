/** Which versions go into an export: any number as columns, or a pair. */
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/calls';
import type { VersionId } from '../../../core/model/ids';
import { BidiText } from '../../components/BidiText';
import { Select } from '../../components/Select';
import { useFormat } from '../../i18n/use-format';

export type ReportVersions = CallOutput<'reports.list'>['reports'][number]['versions'];

interface ColumnsProps {
  versions: ReportVersions;
  chosen: readonly VersionId[];
  onChange(chosen: VersionId[]): void;
}

/** The columns stand as the report has them; one stays in any case. */
export function ColumnChoice({ versions, chosen, onChange }: ColumnsProps) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const toggle = (id: VersionId) => onChange(versions.flatMap((v) => (chosen.includes(v.id) !== (v.id === id) ? [v.id] : [])));
  return (
    <fieldset className="version-choice">
      <legend>{t('export.columns')}</legend>
      <p className="field-hint">{t('export.columnsHint')}</p>
      {versions.map((version) => {
        const checked = chosen.includes(version.id);
        return (
          <label key={version.id} className="check">
            <input
              type="checkbox"
              checked={checked}
              disabled={checked && chosen.length === 1}
              onChange={() => toggle(version.id)}
            />
            <span>
              {format.languageName(version.lang)}
              {(version.outlet || version.title) && ' · '}
              <BidiText text={version.outlet || version.title} lang={version.lang} />
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

interface PairProps {
  versions: ReportVersions;
  pair: readonly [VersionId, VersionId];
  onChange(pair: [VersionId, VersionId]): void;
}

/** Choosing the other side's version changes the two sides over. */
export function PairChoice({ versions, pair: [first, second], onChange }: PairProps) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const options = versions.map((v) => ({
    value: v.id,
    label: [format.languageName(v.lang), v.outlet || v.title].filter(Boolean).join(' · '),
  }));
  return (
    <fieldset className="version-choice">
      <legend>{t('export.columns')}</legend>
      <p className="field-hint">{t('export.twoVersions')}</p>
      <div className="version-pair">
        <Select
          label={t('export.first')}
          value={first}
          options={options}
          onChange={(id) => onChange([id as VersionId, id === second ? first : second])}
        />
        <Select
          label={t('export.second')}
          value={second}
          options={options}
          onChange={(id) => onChange([id === first ? second : first, id as VersionId])}
        />
      </div>
    </fieldset>
  );
}
