/** What a transfer takes along and what it leaves, in numbers and words. Examples are foreign text. */
import { useTranslation } from 'react-i18next';
import { type TransferReport, transferKinds } from '../../../core/model/exchange';
import { BidiText } from '../../components/BidiText';
import { useFormat } from '../../i18n/use-format';

interface TransferSummaryProps {
  report: TransferReport;
  takenTitle: string;
  leftTitle: string;
  /** Said where nothing is left. */
  nothingLeft: string;
}

export function TransferSummary({ report, takenTitle, leftTitle, nothingLeft }: TransferSummaryProps) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const taken = transferKinds.filter((kind) => report.taken[kind] > 0);
  return (
    <div className="transfer-summary">
      {taken.length > 0 && (
        <section>
          <h3>{takenTitle}</h3>
          <dl className="transfer-counts">
            {taken.map((kind) => (
              <div key={kind}>
                <dt>{t(`counts.${kind}`)}</dt>
                <dd>{format.number(report.taken[kind])}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section>
        <h3>{leftTitle}</h3>
        {report.left.length === 0 ? (
          <p className="quiet">{nothingLeft}</p>
        ) : (
          <ul className="transfer-left">
            {report.left.map(({ code, count, examples }) => (
              <li key={code}>
                <span className="transfer-count">{format.number(count)}</span>
                <span>
                  {t(`transfer.${code}`)}
                  {examples.length > 0 && (
                    <span className="transfer-examples">
                      {examples.slice(0, 3).map((example) => (
                        <BidiText key={example} text={example} />
                      ))}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
