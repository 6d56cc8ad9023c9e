/** The tree of codes: make, rename, describe, colour, move, merge, delete; what was deleted; the codebook as a file. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Code } from '../../../core/model/code';
import type { CodeId } from '../../../core/model/ids';
import { BidiText } from '../../components/BidiText';
import { Button } from '../../components/Button';
import { CodeSign } from '../../components/CodeSign';
import { codeColours } from '../../components/code-colours';
import { EmptyState } from '../../components/EmptyState';
import { Kbd } from '../../components/Kbd';
import { keepFocus } from '../../components/keep-focus';
import { TextField } from '../../components/TextField';
import { useFormat } from '../../i18n/use-format';
import { editCode, useCodes } from '../../state/codes';
import { runCommand, useCommands } from '../../state/commands';
import { CodeBin } from './CodeBin';
import { CodeDetails } from './CodeDetails';
import { linesOf, siblingsOf } from './tree';

/** Commands of the transfer dialogs that this sheet offers, where they are on screen. */
const files = ['report.import-notes', 'report.export'] as const;

async function place(codes: readonly Code[], code: Code, step: 1 | -1): Promise<void> {
  const siblings = siblingsOf(codes, code);
  const order = siblings.findIndex((other) => other.id === code.id) + step;
  if (order >= 0 && order < siblings.length) await editCode({ type: 'move', codeId: code.id, parentId: code.parentId, order });
}

function NewCode({ parent, onMade }: { parent: Code | null; onMade(id: CodeId): void }) {
  const { t } = useTranslation('codes');
  const [name, setName] = useState('');
  const codes = useCodes((s) => s.codes);
  const make = async (parentId: CodeId | null) => {
    if (name.trim() === '') return;
    const colour = parent && parentId ? parent.colour : codeColours[codes.length % codeColours.length]!;
    const made = await editCode({ type: 'create', parentId, name, description: '', colour });
    if (!made) return;
    setName('');
    onMade(made.codeId);
  };
  return (
    <div className="code-new">
      <TextField
        label={t('book.newName')}
        value={name}
        onChange={setName}
        maxLength={500}
        onKeyDown={(e) => {
          if (e.key !== 'Enter') return;
          e.preventDefault();
          void make(null);
        }}
      />
      <Button icon="plus" disabled={name.trim() === ''} onClick={() => void make(null)}>
        {t('book.add')}
      </Button>
      {parent && (
        <Button disabled={name.trim() === ''} onClick={() => void make(parent.id)}>
          {t('book.addBelow', { name: parent.name })}
        </Button>
      )}
    </div>
  );
}

export function CodeBook() {
  const { t } = useTranslation('codes');
  const format = useFormat();
  const { codes, uses } = useCodes();
  const commands = useCommands((s) => s.commands);
  const [chosen, setChosen] = useState<CodeId | null>(useCodes.getState().chosen);
  const tree = useRef<HTMLDivElement>(null);
  const lines = linesOf(codes);
  const current = lines.find((line) => line.code.id === chosen) ?? lines[0];
  const offered = files.filter((id) => commands.some((command) => command.id === id));

  const book = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change may have taken away what had the focus
  useEffect(() => keepFocus(book.current, '[role="treeitem"][tabindex="0"]', 'input'), [codes]);

  const choose = (code: Code | undefined) => {
    if (!code) return;
    setChosen(code.id);
    requestAnimationFrame(() => tree.current?.querySelector<HTMLElement>(`[data-code="${code.id}"]`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!current) return;
    const at = lines.indexOf(current);
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      void place(codes, current.code, event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'Delete') {
      choose((lines[at + 1] ?? lines[at - 1])?.code);
      void editCode({ type: 'delete', codeId: current.code.id });
    } else {
      const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: lines.length - 1 }[event.key];
      if (to === undefined) return;
      choose(lines[to]?.code);
    }
    event.preventDefault();
  };

  return (
    <div className="code-book" ref={book}>
      <section className="code-tree-side" aria-label={t('book.tree')}>
        <NewCode parent={current?.code ?? null} onMade={setChosen} />
        {lines.length === 0 ? (
          <EmptyState title={t('book.none.title')}>
            <p>{t('book.none.how')}</p>
            <p>
              <Kbd keys="K" /> {t('book.none.key')}
            </p>
          </EmptyState>
        ) : (
          <div className="code-tree" role="tree" aria-label={t('book.tree')} ref={tree} onKeyDown={onKeyDown} tabIndex={-1}>
            {lines.map(({ code, depth }) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the tree
              <div
                key={code.id}
                role="treeitem"
                aria-level={depth + 1}
                aria-selected={code === current?.code}
                tabIndex={code === current?.code ? 0 : -1}
                data-code={code.id}
                className="code-line"
                // logical: levels step in from the side where reading begins
                style={{ paddingInlineStart: `${12 + Math.min(depth, 8) * 20}px` }}
                onClick={() => choose(code)}
              >
                <CodeSign colour={code.colour} />
                <BidiText as="span" className="grow" text={code.name} />
                <span className="code-count" title={t('book.uses')}>
                  {format.number(uses.get(code.id) ?? 0)}
                </span>
              </div>
            ))}
          </div>
        )}
        <div className="code-files">
          {offered.map((id) => (
            <Button
              key={id}
              variant="quiet"
              onClick={() => {
                useCodes.getState().openDialog(null);
                requestAnimationFrame(() => runCommand(id));
              }}
            >
              {t(id === 'report.import-notes' ? 'book.import' : 'book.export')}
            </Button>
          ))}
        </div>
        <CodeBin />
      </section>
      {current && (
        <CodeDetails
          key={current.code.id}
          code={current.code}
          place={(step) => place(codes, current.code, step)}
          onGone={() => setChosen(null)}
        />
      )}
    </div>
  );
}
