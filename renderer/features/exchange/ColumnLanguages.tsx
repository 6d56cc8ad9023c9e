/** The languages of a table's columns, found from the text and open to correction. */
import { useTranslation } from 'react-i18next';
import { offeredLanguages } from '../../../core/model/languages';
import { Select } from '../../components/Select';
import { useFormat } from '../../i18n/use-format';

interface ColumnLanguagesProps {
  languages: readonly string[];
  onChange(languages: string[]): void;
}

export function ColumnLanguages({ languages, onChange }: ColumnLanguagesProps) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const options = [...new Set([...languages, ...offeredLanguages])]
    .map((tag) => ({ value: tag, label: format.languageName(tag) }))
    .sort((a, b) => format.compare(a.label, b.label));
  return (
    <div className="column-languages">
      {languages.map((lang, at) => (
        <Select
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
          key={at}
          label={t('import.columnLanguage', { number: at + 1 })}
          value={lang}
          options={options}
          onChange={(value) => onChange(languages.map((old, i) => (i === at ? value : old)))}
        />
      ))}
    </div>
  );
}
