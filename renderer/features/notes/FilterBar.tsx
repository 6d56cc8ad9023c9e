/** Which notes are shown: by words, version and code. */
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodeId, VersionId } from '../../../core/model/ids';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { useFormat } from '../../i18n/use-format';
import { useCodes } from '../../state/codes';
import { useReport } from '../../state/report';
import { useNotesPanel } from './panel-store';

export function FilterBar() {
  const { t } = useTranslation('notes');
  const format = useFormat();
  const { filter, setFilter, openFilter } = useNotesPanel();
  const versions = useReport((s) => s.report?.versions) ?? [];
  const codes = useCodes((s) => s.codes);
  const field: RefObject<HTMLInputElement | null> = useRef(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <search
      className="note-filter"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        openFilter(false);
        document.querySelector<HTMLElement>('[data-filter-toggle]')?.focus();
      }}
    >
      <TextField
        label={t('filter.text')}
        hideLabel
        placeholder={t('filter.text')}
        type="search"
        inputRef={field}
        maxLength={200}
        value={filter.text}
        onChange={(text) => setFilter({ text })}
      />
      <Select
        label={t('filter.version')}
        hideLabel
        value={filter.versionId ?? ''}
        options={[
          { value: '', label: t('filter.anyVersion') },
          ...versions.map((v) => ({ value: v.id, label: v.outlet || v.title || format.languageName(v.lang) })),
        ]}
        onChange={(value) => setFilter({ versionId: value === '' ? null : (value as VersionId) })}
      />
      {codes.length > 0 && (
        <Select
          label={t('filter.code')}
          hideLabel
          value={filter.codeId ?? ''}
          options={[{ value: '', label: t('filter.anyCode') }, ...codes.map((c) => ({ value: c.id, label: c.name }))]}
          onChange={(value) => setFilter({ codeId: value === '' ? null : (value as CodeId) })}
        />
      )}
    </search>
  );
}
