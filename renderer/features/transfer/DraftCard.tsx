/** One version before it is stored: what was found, and everything that can be corrected. Failures stay on their own card. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../../core/model/error-codes';
import { offeredLanguages } from '../../../core/model/languages';
import { BidiText } from '../../components/BidiText';
import { Button } from '../../components/Button';
import { ErrorMessage } from '../../components/ErrorMessage';
import { Icon } from '../../components/Icon';
import { IconButton } from '../../components/IconButton';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { useFormat } from '../../i18n/use-format';
import { countsOf, type Draft, previewOf } from './draft';
import type { DraftsStore } from './drafts-store';

/** Codes that importers give; one that is not known here is not shown. */
const knownWarnings = ['replacement-characters', 'no-article-found', 'bidi-controls', 'language-unsure'] as const;
const namedEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1256',
  'iso-8859-6',
  'windows-1252',
  'windows-1251',
  'x-mac-arabic',
] as const;
/** Below this the card asks the person to look at the preview. */
const sureEnough = 0.85;

/** The same bytes would fail in the same way; a file that could not be got at may be back. */
const worthRetrying = new Set<ErrorCode>(['file-gone', 'file-unreadable', 'import-stopped', 'internal']);

interface DraftCardProps {
  draft: Draft;
  /** From 1. */
  position: number;
  isFirst: boolean;
  isLast: boolean;
  store: DraftsStore;
  onRemove(): void;
}

export function DraftCard({ draft, position, isFirst, isLast, store, onRemove }: DraftCardProps) {
  const { t } = useTranslation('transfer');
  const { move, retry } = store.getState();
  const headId = useId();
  const name = draft.fileName || t('pasted');
  const canRetry = draft.failure !== null && worthRetrying.has(draft.failure.code);
  return (
    <li className={`draft draft-${draft.state}`} aria-labelledby={headId}>
      <div className="draft-head">
        <h3 id={headId} tabIndex={-1}>
          <span className="visually-hidden">{t('version', { number: position })}</span>
          <Icon name={draft.fileName ? 'file' : 'paste'} size={16} /> <BidiText text={name} />
        </h3>
        <IconButton icon="back" label={t('moveEarlier', { name })} disabled={isFirst} onClick={() => move(draft.id, -1)} />
        <IconButton icon="forward" label={t('moveLater', { name })} disabled={isLast} onClick={() => move(draft.id, 1)} />
        <IconButton icon="trash" label={t('removeNamed', { name })} onClick={onRemove} />
      </div>
      {draft.state === 'reading' && !draft.outcome && (
        <p className="draft-reading" role="status">
          {t('reading')}
        </p>
      )}
      {draft.state === 'failed' && draft.failure && (
        <>
          <ErrorMessage failure={draft.failure} />
          {canRetry && (
            <p>
              <Button onClick={() => retry(draft.id)}>{t('retry')}</Button>
            </p>
          )}
        </>
      )}
      {draft.outcome && <DraftDetails draft={draft} store={store} />}
    </li>
  );
}

function DraftDetails({ draft, store }: { draft: Draft; store: DraftsStore }) {
  const { t } = useTranslation('transfer');
  const { correct } = store.getState();
  const { details, outcome } = draft;
  if (!outcome) return null;
  const { document } = outcome;
  const counts = countsOf(outcome);
  const warnings = knownWarnings.filter(
    (w) => document.warnings.includes(w) && (w !== 'language-unsure' || details.lang === 'und'),
  );
  return (
    <div className="draft-body" aria-busy={draft.state === 'reading'}>
      <Preview draft={draft} />
      <p className="draft-counts">
        <span>{t('paragraphs', { count: counts.paragraphs })}</span>
        {counts.boilerplate > 0 && <span>{t('boilerplate', { count: counts.boilerplate })}</span>}
      </p>
      {warnings.map((warning) => (
        <p className="message message-warning" key={warning}>
          <Icon name="warning" />
          <span>{t(`warnings.${warning}`)}</span>
        </p>
      ))}
      <div className="draft-choices">
        <LanguageSelect draft={draft} store={store} />
        <EncodingSelect draft={draft} store={store} />
      </div>
      <TextField
        label={t('fields.title')}
        lang={details.lang}
        value={details.title}
        maxLength={500}
        onChange={(title) => correct(draft.id, { title })}
      />
      <div className="draft-source">
        <TextField
          label={t('fields.outlet')}
          lang={details.lang}
          value={details.outlet}
          maxLength={500}
          onChange={(outlet) => correct(draft.id, { outlet })}
        />
        <TextField
          label={t('fields.date')}
          value={details.date}
          maxLength={40}
          onChange={(date) => correct(draft.id, { date })}
        />
      </div>
    </div>
  );
}

function Preview({ draft }: { draft: Draft }) {
  const { t } = useTranslation('transfer');
  if (!draft.outcome) return null;
  const unsure = draft.outcome.document.encoding !== null && draft.outcome.document.encodingConfidence < sureEnough;
  return (
    <div className="draft-preview">
      {unsure && <p className="draft-unsure">{t('looksRight')}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: a section of its own would crowd the landmarks */}
      <div className="preview-text" role="group" aria-label={t('preview')}>
        {previewOf(draft.outcome).map((text, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the first paragraphs, in their order
          <BidiText as="p" key={i} className="reading" text={text} lang={draft.details.lang} />
        ))}
      </div>
    </div>
  );
}

function LanguageSelect({ draft, store }: { draft: Draft; store: DraftsStore }) {
  const { t } = useTranslation('transfer');
  const format = useFormat();
  const { lang } = draft.details;
  const found = draft.outcome?.document.lang;
  const tags = [...new Set([...(found ? [found] : []), lang, ...offeredLanguages])];
  const options = tags.map((tag) => ({ value: tag, label: format.languageName(tag) }));
  const [first, ...rest] = options;
  const sorted = [...(first ? [first] : []), ...rest.sort((a, b) => format.compare(a.label, b.label))];
  return (
    <Select
      label={t('fields.language')}
      value={lang}
      options={sorted}
      onChange={(value) => store.getState().correct(draft.id, { lang: value })}
    />
  );
}

function EncodingSelect({ draft, store }: { draft: Draft; store: DraftsStore }) {
  const { t } = useTranslation('transfer');
  const document = draft.outcome?.document;
  if (!document?.encoding || draft.source?.kind === 'pasted') return null;
  const labels = [...new Set([document.encoding, ...document.encodingChoices])];
  const nameOf = (label: string) => {
    const named = namedEncodings.find((n) => n === label);
    return named ? t(`encodings.${named}`) : label;
  };
  return (
    <Select
      label={t('fields.encoding')}
      value={document.encoding}
      options={labels.map((label) => ({ value: label, label: nameOf(label) }))}
      onChange={(value) => store.getState().setEncoding(draft.id, value)}
    />
  );
}
