/** Passages with a way to each: what the numbers of a table stand for. */
import { useTranslation } from 'react-i18next';
import { BidiText } from '../../components/BidiText';
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
  /** Said before the passage: a coder, a code. */
  by: string | null;
  orphan: boolean;
  remove?: () => void;
}
const longest = 240;

export function PassageList({ title, passages }: { title: string; passages: readonly ListedPassage[] }) {
  const { t } = useTranslation('codes');
  const report = useReport((s) => s.report);
  const go = (passage: Passage) => {
    useCodes.getState().openDialog(null);
    // The dialog gives the focus back first.
    requestAnimationFrame(() => void goToPassage(passage));
  };
  return (
    <section className="passages" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {passages.map(({ key, passage, text, by, orphan, remove }) => {
          const version = versionOf(report, passage.versionId);
          const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
          return (
            <li key={key}>
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
