/** Passages with a way to each: what the numbers of a table stand for. */
import { useTranslation } from 'react-i18next';
import type { Code } from '../../../core/model/code';
import { BidiText } from '../../components/BidiText';
import { CodeSign } from '../../components/CodeSign';
import { IconButton } from '../../components/IconButton';
import { LanguageChip } from '../../components/LanguageChip';
import { useCodes } from '../../state/codes';
import { useReport, versionOf } from '../../state/report';
import type { Passage } from '../../state/row-sheet';
import { goToPassage } from './go-to';

export interface ListedPassage {
  key: string;
  passage: Passage;
  text: string;
  /** Its sign stands before the passage, and the codebook opens at it. */
  code?: Code;
  /** Said before the passage: a coder, a code. */
  by: string | null;
  orphan: boolean;
  remove?: () => void;
}
const longest = 240;

export function PassageList({ title, passages }: { title: string; passages: readonly ListedPassage[] }) {
  const { t } = useTranslation('codes');
  const report = useReport((s) => s.report);
  const close = () => {
    useCodes.getState().openDialog(null);
    useCodes.getState().openHere(false);
  };
  const open = ({ id }: Code) => {
    close();
    useCodes.getState().openDialog('book', id);
  };
  const go = (passage: Passage) => {
    close();
    // The dialog gives the focus back first.
    requestAnimationFrame(() => void goToPassage(passage));
  };
  return (
    <section className="passages" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {passages.map(({ key, passage, text, code, by, orphan, remove }) => {
          const version = versionOf(report, passage.versionId);
          const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
          return (
            <li key={key}>
              {code && (
                <button
                  type="button"
                  className="code-chip"
                  aria-label={t('here.open', { name: code.name })}
                  title={t('here.open', { name: code.name })}
                  onClick={() => open(code)}
                >
                  <CodeSign colour={code.colour} />
                  <bdi>{code.name}</bdi>
                </button>
              )}
              {version && <LanguageChip lang={version.lang} />}
              {by !== null && <bdi className="passage-by">{by}</bdi>}
              {orphan ? (
                <span className="grow">
                  <em>{t('table.orphan')}</em> <BidiText text={shown} lang={version?.lang} />
                </span>
              ) : (
                <button type="button" className="passage grow" onClick={() => go(passage)}>
                  <BidiText text={shown} lang={version?.lang} dir={version?.direction} />
                </button>
              )}
              {remove && <IconButton icon="trash" label={t('table.remove', { text: shown.slice(0, 40) })} onClick={remove} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
