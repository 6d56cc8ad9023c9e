/** Two coders: this reader's name, how far two agree on each code, and where they differ. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/calls';
import type { AgreementView } from '../../../core/contract/codes';
import type { Code } from '../../../core/model/code';
import type { CodeId, VersionId } from '../../../core/model/ids';
import { call } from '../../bridge/call';
import { BidiText } from '../../components/BidiText';
import { Button } from '../../components/Button';
import { CodeSign } from '../../components/CodeSign';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { formatLocale } from '../../i18n/languages';
import { useFormat } from '../../i18n/use-format';
import { useCodes } from '../../state/codes';
import { runCommand, useCommands } from '../../state/commands';
import { useReport } from '../../state/report';
import { sayFailure } from '../../state/report-failure';
import { useSettings } from '../../state/settings';
import { codersOf } from './CodeTable';
import { PassageList } from './PassageList';
import { ScrollTable } from './ScrollTable';

type Compared = CallOutput<'codings.agreement'>;
/** As many differences as a person looks at in one go. */
const shownDifferences = 200;

function OwnName() {
  const { t } = useTranslation('codes');
  const { settings, update } = useSettings();
  const [name, setName] = useState(settings.coder);
  const store = async () => {
    const wanted = name.trim();
    if (wanted === '' || wanted === settings.coder) return setName(settings.coder);
    const answer = await update({ coder: wanted });
    if (!answer.ok) return sayFailure(answer.error);
    const id = useReport.getState().report?.id;
    if (id) await useCodes.getState().load(id);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: stored when the focus leaves the field
    <div onBlur={() => void store()}>
      <TextField label={t('coders.ownName')} hint={t('coders.ownHint')} value={name} maxLength={200} onChange={setName} />
    </div>
  );
}

function AgreementRow({ code, agreement }: { code: Code | null; agreement: AgreementView }) {
  const { t } = useTranslation('codes');
  const format = useFormat();
  const locale = formatLocale(format.language);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const decimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const { both, onlyFirst, onlySecond, neither, observed, kappa } = agreement;
  return (
    <tr className={code ? undefined : 'code-total'}>
      <th scope="row">
        {code ? (
          <>
            <CodeSign colour={code.colour} /> <BidiText text={code.name} />
          </>
        ) : (
          t('coders.all')
        )}
      </th>
      {[both, onlyFirst, onlySecond, neither].map((count, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: four columns in a fixed order
        <td key={i}>{format.number(count)}</td>
      ))}
      <td>{observed === null ? '–' : percent.format(observed)}</td>
      <td>
        {kappa === null ? <span title={t('coders.noKappaWhy')}>{t('coders.noKappa')}</span> : <bdi>{decimals.format(kappa)}</bdi>}
      </td>
    </tr>
  );
}

function textBetween(versionId: VersionId, start: number, end: number): string {
  const { book, report } = useReport.getState();
  const version = report?.versions.find((v) => v.id === versionId)?.ordinal;
  if (!book || version === undefined) return '';
  return book
    .segmentsBetween(version, start, end)
    .map((segment) => segment.text)
    .join(' ');
}

export function Coders() {
  const { t } = useTranslation('codes');
  const { codes, codings } = useCodes();
  const own = useSettings((s) => s.settings.coder);
  const reportId = useReport((s) => s.report?.id);
  const canImport = useCommands((s) => s.commands.some((c) => c.id === 'report.import-notes'));
  const coders = [...new Set([own, ...codersOf(codings)])];
  const [first, setFirst] = useState(own);
  const [second, setSecond] = useState('');
  const [found, setFound] = useState<Compared | null>(null);
  const one = coders.includes(first) ? first : own;
  const other = second !== '' && second !== one ? second : (coders.find((name) => name !== one) ?? '');
  useEffect(() => {
    setFound(null);
    if (!reportId || other === '' || codings.length === 0) return;
    let current = true;
    void call('codings.agreement', { reportId, first: one, second: other }).then((answer) => {
      if (!current) return;
      if (answer.ok) setFound(answer.value);
      else sayFailure(answer.error);
    });
    return () => {
      current = false;
    };
  }, [reportId, one, other, codings]);
  const nameOf = (id: CodeId) => codes.find((c) => c.id === id)?.name ?? '';
  const options = (without: string) => coders.filter((name) => name !== without).map((name) => ({ value: name, label: name }));
  return (
    <div className="coders">
      <OwnName />
      {canImport && (
        <Button
          onClick={() => {
            useCodes.getState().openDialog(null);
            requestAnimationFrame(() => runCommand('report.import-notes'));
          }}
        >
          {t('coders.import')}
        </Button>
      )}
      {other === '' ? (
        <p className="field-hint">{t('coders.alone')}</p>
      ) : (
        <>
          <div className="code-row">
            <Select label={t('coders.first')} value={one} options={options(other)} onChange={setFirst} />
            <Select label={t('coders.second')} value={other} options={options(one)} onChange={setSecond} />
          </div>
          {found && (
            <>
              <ScrollTable caption={t('coders.caption', { count: found.units })}>
                <thead>
                  <tr>
                    <th scope="col">{t('table.code')}</th>
                    <th scope="col">{t('coders.both')}</th>
                    <th scope="col">{t('coders.only', { name: one })}</th>
                    <th scope="col">{t('coders.only', { name: other })}</th>
                    <th scope="col">{t('coders.neither')}</th>
                    <th scope="col">{t('coders.observed')}</th>
                    <th scope="col">{t('coders.kappa')}</th>
                  </tr>
                </thead>
                <tbody>
                  {found.byCode.map(({ codeId, agreement }) => {
                    const code = codes.find((c) => c.id === codeId);
                    return code ? <AgreementRow key={codeId} code={code} agreement={agreement} /> : null;
                  })}
                  <AgreementRow code={null} agreement={found.all} />
                </tbody>
              </ScrollTable>
              <p className="field-hint">{t('coders.method')}</p>
              {found.differences.length > 0 && (
                <PassageList
                  title={t('coders.differences', { count: found.differenceCount })}
                  passages={found.differences.slice(0, shownDifferences).map((d) => ({
                    key: `${d.codeId} ${d.versionId} ${d.start}`,
                    passage: { versionId: d.versionId, start: d.start, end: d.end },
                    text: textBetween(d.versionId, d.start, d.end),
                    by: t('coders.difference', { code: nameOf(d.codeId), coder: d.coder }),
                    orphan: false,
                  }))}
                />
              )}
            </>
          )}
        </>
      )}
    </div>
  );
}
