/** The first rows of a report, each cell in its version's language and direction. */
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../core/model/languages';
import { BidiText } from '../../components/BidiText';
import { useFormat } from '../../i18n/use-format';

export interface SampleColumn {
  id: string;
  lang: string;
  /** Outlet or title, where there is one. */
  name: string;
}

interface SampleTableProps {
  caption: string;
  columns: readonly SampleColumn[];
  /** Null: this version has nothing there. */
  rows: readonly (readonly (string | null)[])[];
  /** On which side the first column stands; by default as in the interface. */
  dir?: 'ltr' | 'rtl';
}

export function SampleTable({ caption, columns, rows, dir }: SampleTableProps) {
  const { t } = useTranslation('reader');
  const format = useFormat();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    // biome-ignore lint/a11y/useSemanticElements: a section of its own would crowd the landmarks
    <div className="sample-scroll" tabIndex={0} role="group" aria-label={caption}>
      <table className="sample-table" dir={dir}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" dir="auto">
                {format.languageName(column.lang)}
                {column.name && (
                  <>
                    {' · '}
                    <BidiText text={column.name} lang={column.lang} />
                  </>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the first rows, in their order
            <tr key={r}>
              {row.map((cell, c) =>
                cell === null ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells stand by column
                  <td key={c} className="sample-empty" dir="auto">
                    {t('omission')}
                  </td>
                ) : (
                  <BidiText
                    as="td"
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells stand by column
                    key={c}
                    className="reading"
                    text={cell}
                    lang={columns[c]?.lang}
                    dir={directionOf(columns[c]?.lang ?? 'und')}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
