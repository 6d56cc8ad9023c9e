/** Codes whose name or description matches, over the lines. One press shows the passages that have a code. */
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundCode } from '../../../core/contract/search';
import { BidiText } from '../../components/BidiText';
import { CodeSign } from '../../components/CodeSign';
import { marked } from './line-parts';
import { useSearch } from './search-store';
import '../../styles/search-codes.css';

const boxSelector = '.search-box input';
const focusOn = (element: HTMLElement | null | undefined): void => element?.focus();

export function FoundCodes() {
  const { t } = useTranslation('search');
  const codes = useSearch((s) => s.codes);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const openers = [...event.currentTarget.querySelectorAll<HTMLElement>('.found-code-open')];
    const at = openers.indexOf(document.activeElement as HTMLElement);
    const box = document.querySelector<HTMLElement>(boxSelector);
    if (event.key === 'ArrowDown') focusOn(openers[at + 1] ?? document.querySelector<HTMLElement>('.kwic[tabindex="0"]'));
    else if (event.key === 'ArrowUp') focusOn(openers[at - 1] ?? box);
    else if (event.key === 'Escape') focusOn(box);
    else return;
    event.preventDefault();
  };
  return (
    <section aria-labelledby="found-codes" className="found-codes">
      <h2 id="found-codes">{t('foundCodes')}</h2>
      <ul onKeyDown={onKeyDown}>
        {codes.map((code) => (
          <Code key={code.id} code={code} />
        ))}
      </ul>
    </section>
  );
}

function Code({ code }: { code: FoundCode }) {
  const { t } = useTranslation('search');
  const { ask, remember } = useSearch.getState();
  const show = () => {
    remember();
    // The button goes with the answer: the focus waits in the box.
    document.querySelector<HTMLElement>(boxSelector)?.focus();
    ask({ codeId: code.id, query: '' });
  };
  return (
    <li className="found-code">
      <CodeSign colour={code.colour} />
      <div className="found-code-words">
        <p className="found-code-name">
          {code.path.map((name, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a path may hold a name twice
            <span key={i} className="found-code-above">
              <BidiText text={name} />
              <span aria-hidden="true"> / </span>
            </span>
          ))}
          <bdi dir="auto">{marked(code.name, 0, code.nameSpans)}</bdi>
        </p>
        {code.description !== '' && (
          <p className="found-code-description" dir="auto">
            {marked(code.description, 0, code.descriptionSpans)}
          </p>
        )}
      </div>
      {code.passages > 0 ? (
        <button type="button" className="button found-code-open" onClick={show}>
          {t('showPassages', { count: code.passages })}
        </button>
      ) : (
        <span className="found-code-unused">{t('unusedCode')}</span>
      )}
    </li>
  );
}
