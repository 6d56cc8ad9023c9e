/** How often each code stands in each version, with the passages behind each number. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodeId, VersionId } from '../../../core/model/ids';
import { BidiText } from '../../components/BidiText';
import { CodeSign } from '../../components/CodeSign';
import { EmptyState } from '../../components/EmptyState';
import { Kbd } from '../../components/Kbd';
import { keepFocus } from '../../components/keep-focus';
import { LanguageChip } from '../../components/LanguageChip';
import { Select } from '../../components/Select';
import { useFormat } from '../../i18n/use-format';
import { type CodingView, removeCodings, useCodes } from '../../state/codes';
import { useReport } from '../../state/report';
import { PassageList } from './PassageList';
import { ScrollTable } from './ScrollTable';
import { linesOf } from './tree';

export const codersOf = (codings: readonly CodingView[]): string[] => [...new Set(codings.map((c) => c.coder))].sort();

export function CodeTable() {
  const view = useRef<HTMLDivElement>(null);
  const { t } = useTranslation('codes');
  const format = useFormat();
  const { codes, codings } = useCodes();
  const report = useReport((s) => s.report);
  const [coder, setCoder] = useState('');
  const [shown, setShown] = useState<{ codeId: CodeId; versionId: VersionId | null } | null>(null);
  const versions = report?.versions ?? [];
  const counted = codings.filter((c) => coder === '' || c.coder === coder);
  const of = (codeId: CodeId, versionId: VersionId | null) =>
    counted.filter((c) => c.codeId === codeId && (versionId === null || c.target.versionId === versionId));
  const coders = codersOf(codings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a passage that is taken off takes the focus along
  useEffect(() => keepFocus(view.current, '.passages button', '.code-number'), [codings]);
  if (codes.length === 0)
    return (
      <EmptyState title={t('book.none.title')}>
        <p>
          <Kbd keys="K" /> {t('book.none.key')}
        </p>
      </EmptyState>
    );
  const passages = shown ? of(shown.codeId, shown.versionId) : [];
  const cell = (codeId: CodeId, versionId: VersionId | null, name: string, where: string) => {
    const count = of(codeId, versionId).length;
    if (count === 0) return <span className="code-zero">{format.number(0)}</span>;
    return (
      <button
        type="button"
        className="code-number"
        aria-expanded={shown?.codeId === codeId && shown.versionId === versionId}
        aria-label={t('table.show', { number: count, name, where })}
        onClick={() => setShown({ codeId, versionId })}
      >
        {format.number(count)}
      </button>
    );
  };
  return (
    <div className="code-table-view" ref={view}>
      {coders.length > 1 && (
        <Select
          label={t('table.coder')}
          value={coder}
          options={[{ value: '', label: t('table.allCoders') }, ...coders.map((name) => ({ value: name, label: name }))]}
          onChange={setCoder}
        />
      )}
      <ScrollTable caption={t('table.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('table.code')}</th>
            {versions.map((v) => (
              <th key={v.id} scope="col">
                <LanguageChip lang={v.lang} /> <BidiText text={v.outlet || v.title} />
              </th>
            ))}
            <th scope="col">{t('table.all')}</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(codes).map(({ code, depth }) => (
            <tr key={code.id}>
              <th scope="row" style={{ paddingInlineStart: `${10 + Math.min(depth, 8) * 18}px` }}>
                <CodeSign colour={code.colour} /> <BidiText text={code.name} />
              </th>
              {versions.map((v) => (
                <td key={v.id}>{cell(code.id, v.id, code.name, v.outlet || v.title || format.languageName(v.lang))}</td>
              ))}
              <td>{cell(code.id, null, code.name, t('table.everywhere'))}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {shown && passages.length > 0 && (
        <PassageList
          title={t('table.passages', { name: codes.find((c) => c.id === shown.codeId)?.name ?? '', count: passages.length })}
          passages={passages.map((c) => ({
            key: c.id,
            passage: { versionId: c.target.versionId, ...c.target.position },
            text: c.target.quote.exact,
            by: c.own ? null : c.coder,
            orphan: c.target.orphan ?? false,
            remove: () => void removeCodings([c.id]),
          }))}
        />
      )}
    </div>
  );
}
