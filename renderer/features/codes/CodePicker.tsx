/**
 * Puts a code on the selection, the note, the cell or the row by a few keys: type to filter, Enter applies (or takes off what is
 * there), 1 to 9 for the codes used last. A combobox with a list after the ARIA practices guide.
 */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BidiText } from '../../components/BidiText';
import { CodeSign } from '../../components/CodeSign';
import { codeColours } from '../../components/code-colours';
import { Dialog } from '../../components/Dialog';
import { Icon } from '../../components/Icon';
import { Kbd } from '../../components/Kbd';
import { useFormat } from '../../i18n/use-format';
import { applyCode, type CodeTarget, editCode, ownCodings, removeCodings, useCodes } from '../../state/codes';
import { announce } from '../../state/toasts';
import { type Choice, choicesFor, recentCodes } from './picker';
import { linesOf } from './tree';

const nameOf = (choice: Choice): string => (choice.type === 'code' ? choice.line.code.name : choice.name);
const digitOf = (event: KeyboardEvent): number | null => {
  const typed = event.key.normalize('NFKC').replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660));
  return /^[1-9]$/.test(typed) && !event.ctrlKey && !event.altKey && !event.metaKey ? Number(typed) : null;
};

function Picker({ target, onClose }: { target: CodeTarget; onClose(): void }) {
  const { t } = useTranslation('codes');
  const format = useFormat();
  const { codes, codings } = useCodes();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  // The order stays as it was when the picker opened, whatever is applied meanwhile.
  const [recent] = useState(() => recentCodes(codings));
  const choices = useMemo(() => choicesFor(linesOf(codes), recent, query), [codes, recent, query]);
  const active = Math.min(at, choices.length - 1);
  const isOn = (choice: Choice): boolean =>
    choice.type === 'code' && ownCodings(codings, choice.line.code.id, target.passages).length >= target.passages.length;

  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, active]);

  const run = async (choice: Choice | undefined) => {
    if (!choice) return;
    const name = nameOf(choice);
    if (isOn(choice) && choice.type === 'code') {
      const own = ownCodings(codings, choice.line.code.id, target.passages);
      onClose();
      if (await removeCodings(own.map((c) => c.id))) announce(t('picker.removed', { name }));
      return;
    }
    onClose();
    let codeId = choice.type === 'code' ? choice.line.code.id : null;
    if (codeId === null) {
      const colour = codeColours[codes.length % codeColours.length]!;
      codeId = (await editCode({ type: 'create', parentId: null, name, description: '', colour }))?.codeId ?? null;
    }
    if (codeId && (await applyCode(codeId, target))) announce(t('picker.applied', { name }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = choices.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + 8),
      PageUp: Math.max(0, active - 8),
    };
    const digit = query === '' ? digitOf(event) : null;
    const numbered = digit === null ? undefined : choices.find((c) => c.type === 'code' && c.digit === digit);
    if (event.key in moves) setAt(moves[event.key]!);
    else if (event.key === 'Enter') void run(choices[active]);
    else if (numbered) void run(numbered);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title={t(`picker.title.${target.kind}`)} size="small" onClose={onClose} initialFocus={field}>
      <div className="code-picker">
        <input
          ref={field}
          className="input"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={choices.length > 0 ? `${listId}-${active}` : undefined}
          aria-autocomplete="list"
          aria-label={t('picker.field')}
          placeholder={t('picker.placeholder')}
          dir="auto"
          maxLength={500}
          value={query}
          onChange={(e) => {
            setQuery(e.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div className="code-choices" role="listbox" id={listId} aria-label={t('picker.list')}>
          {choices.map((choice, i) => (
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the field
            <div
              key={choice.type === 'code' ? choice.line.code.id : 'create'}
              id={`${listId}-${i}`}
              role="option"
              aria-selected={i === active}
              className="code-choice"
              onClick={() => void run(choice)}
            >
              {choice.type === 'code' ? (
                <>
                  <CodeSign colour={choice.line.code.colour} />
                  <span className="grow">
                    {choice.line.path.map((name, depth) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a path's names stand in a fixed order
                      <span key={depth} className="code-path">
                        <bdi>{name}</bdi>
                        {' › '}
                      </span>
                    ))}
                    <BidiText text={choice.line.code.name} />
                  </span>
                  {isOn(choice) && (
                    <span className="code-on">
                      <Icon name="check" size={16} />
                      <span className="visually-hidden">{t('picker.on')}</span>
                    </span>
                  )}
                  {choice.digit !== null && <span className="code-digit">{format.number(choice.digit)}</span>}
                </>
              ) : (
                <>
                  <Icon name="plus" size={16} />
                  <span className="grow">{t('picker.create', { name: choice.name })}</span>
                </>
              )}
            </div>
          ))}
        </div>
        {choices.length === 0 && <p className="field-hint">{t('picker.none')}</p>}
        <p className="field-hint code-keys">
          <Kbd keys="Enter" /> {t('picker.enter')} {recent.length > 0 && t('picker.digits')}
        </p>
      </div>
    </Dialog>
  );
}

export function CodePicker() {
  const target = useCodes((s) => s.picking);
  const pick = useCodes((s) => s.pick);
  return target ? <Picker target={target} onClose={() => pick(null)} /> : null;
}
