/** A note's words as they are meant. Links out of the app open only after the host has shown their address and asked. */
import { Fragment, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteId } from '../../../core/model/ids';
import { strongDirection } from '../../../core/text/direction';
import { call } from '../../bridge/call';
import { withBidiMarks } from '../../components/BidiText';
import { sayFailure } from '../../state/report-failure';
import { type Block, type Inline, parseNote } from './markdown';

interface NoteTextProps {
  body: string;
  onNote(id: NoteId): void;
}

async function openLink(address: string): Promise<void> {
  const answer = await call('links.open', { address });
  if (!answer.ok) sayFailure(answer.error);
}

const plain = (children: readonly Inline[]): string =>
  children.map((c) => ('text' in c ? c.text : 'children' in c ? plain(c.children) : ' ')).join('');

export function NoteText({ body, onNote }: NoteTextProps) {
  const { t } = useTranslation('notes');
  const click = (run: () => void) => (event: MouseEvent) => {
    event.stopPropagation();
    run();
  };
  const inline = (nodes: readonly Inline[]): ReactNode => nodes.map((node, i) => inlineOne(node, `${i}`));
  const inlineOne = (node: Inline, key: string): ReactNode => {
    switch (node.type) {
      case 'text':
        return <Fragment key={key}>{withBidiMarks(node.text)}</Fragment>;
      case 'break':
        return <br key={key} />;
      case 'code':
        return <code key={key}>{withBidiMarks(node.text)}</code>;
      case 'strong':
        return <strong key={key}>{inline(node.children)}</strong>;
      case 'emphasis':
        return <em key={key}>{inline(node.children)}</em>;
      case 'link':
        return (
          <button
            key={key}
            type="button"
            className="note-link"
            title={t('link.outside', { address: node.address })}
            onClick={click(() => void openLink(node.address))}
          >
            <bdi>{inline(node.children)}</bdi>
          </button>
        );
      case 'note':
        return (
          <button
            key={key}
            type="button"
            className="note-link inside"
            title={t('link.note')}
            onClick={click(() => onNote(node.id))}
          >
            <bdi>{inline(node.children)}</bdi>
          </button>
        );
    }
  };
  const block = (nodes: readonly Block[]): ReactNode => nodes.map((node, i) => blockOne(node, `${i}`));
  const blockOne = (node: Block, key: string): ReactNode => {
    switch (node.type) {
      case 'paragraph':
        return (
          <p key={key} dir={strongDirection(plain(node.children)) ?? 'auto'}>
            {inline(node.children)}
          </p>
        );
      case 'heading':
        return (
          <p key={key} className="note-head" dir={strongDirection(plain(node.children)) ?? 'auto'}>
            {inline(node.children)}
          </p>
        );
      case 'quote':
        return <blockquote key={key}>{block(node.children)}</blockquote>;
      case 'code':
        return <pre key={key}>{withBidiMarks(node.text)}</pre>;
      case 'list': {
        // biome-ignore lint/suspicious/noArrayIndexKey: a note's text has no ids, and is drawn anew as a whole
        const items = node.items.map((item, k) => <li key={k}>{block(item)}</li>);
        const dir = strongDirection(body) ?? 'auto';
        return node.ordered ? (
          <ol key={key} start={node.start} dir={dir}>
            {items}
          </ol>
        ) : (
          <ul key={key} dir={dir}>
            {items}
          </ul>
        );
      }
    }
  };
  return <div className="note-text">{block(parseNote(body))}</div>;
}
