/** The sheet for a new report, or for further versions of one: collect, check, align. */
import { type DragEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isReportFile } from '../../../core/formats/exchange/file-kinds';
import type { UiLanguage } from '../../../core/model/languages';
import type { Failure } from '../../../core/model/result';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { TextField } from '../../components/TextField';
import { useExchange } from '../../state/exchange';
import { incomingFrom } from '../../state/incoming';
import { type Incoming, type Sheet, useNavigation } from '../../state/navigation';
import { announce } from '../../state/toasts';
import { AddArea } from './AddArea';
import { DiscardDialog } from './DiscardDialog';
import { DraftCard } from './DraftCard';
import { suggestedTitle, versionOf } from './draft';
import { createDrafts } from './drafts-store';
import { readImport } from './import-client';
import { SheetFoot } from './SheetFoot';
import { useSheetPurpose } from './sheet-purpose';
import type { Progress, Submission } from './submit';
import { UnrelatedDialog } from './UnrelatedDialog';

const nameOf = (one: Incoming): string => (one.type === 'file' ? one.file.name : one.type === 'chosen' ? one.name : '');

export function TransferSheet({ sheet }: { sheet: Sheet }) {
  const { t, i18n } = useTranslation('transfer');
  const { closeSheet } = useNavigation.getState();
  const store = useMemo(
    () => createDrafts(readImport, sheet.name === 'new-report' ? useExchange.getState().importReport : undefined),
    [sheet.name],
  );
  const { drafts, take, choose } = useStore(store);
  const purpose = useSheetPurpose(sheet);
  const [ownTitle, setOwnTitle] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [running, setRunning] = useState<Submission | null>(null);
  const [progress, setProgress] = useState<Progress>({ phase: 'segment', done: 0 });
  const [unrelated, setUnrelated] = useState<readonly number[] | null>(null);
  const [discarding, setDiscarding] = useState(false);
  const [over, setOver] = useState(false);
  const chooseButton = useRef<HTMLButtonElement>(null);
  const body = useRef<HTMLDivElement>(null);
  /** What came with the sheet is taken once, in development's double effects, too; an open sheet may be given more. */
  const begun = useRef<Sheet | null>(null);
  const deferred = useRef<Incoming[]>([]);

  const isRunning = running !== null;
  useEffect(() => {
    if (begun.current === sheet) return;
    begun.current = sheet;
    // What comes while a report is being made is for the next one; where this one fails, it is added here.
    if (isRunning) deferred.current.push(...sheet.incoming);
    else take(sheet.incoming);
  }, [sheet, take, isRunning]);

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const inField = (event.target as Element | null)?.closest?.('input, textarea');
      if (inField || !event.clipboardData || !body.current || body.current.closest('[inert]')) return;
      const incoming = incomingFrom(event.clipboardData);
      if (incoming.length > 0) take(incoming);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [take]);

  // A sheet that was only opened for files that are whole reports is not left behind empty when they have been dealt with.
  const importing = useExchange((s) => s.dialog?.name === 'import');
  const wasImporting = useRef(false);
  useEffect(() => {
    const came = sheet.incoming;
    const onlyReports = came.length > 0 && came.every((one) => isReportFile(nameOf(one)));
    if (wasImporting.current && !importing && onlyReports && drafts.length === 0) closeSheet();
    wasImporting.current = importing;
  }, [importing, sheet, drafts.length, closeSheet]);

  const ready = drafts.filter((d) => d.state === 'ready');
  const reading = drafts.some((d) => d.state === 'reading');
  const { isNew, least, room } = purpose;
  const title = ownTitle ?? suggestedTitle(drafts, i18n.language as UiLanguage);

  const submit = async (left: readonly number[] = [], acceptUnrelated = false) => {
    const chosen = store.getState().drafts.filter((d) => d.state === 'ready' && !left.includes(d.id));
    const versions = chosen.map(versionOf).filter((v) => v !== null);
    setFailure(null);
    setUnrelated(null);
    setProgress({ phase: 'segment', done: 0 });
    const submission = purpose.submit(title, versions, acceptUnrelated, setProgress);
    setRunning(submission);
    const outcome = await submission.outcome;
    setRunning(null);
    const came = deferred.current.splice(0);
    if (outcome.type === 'stored') {
      useNavigation.getState().wait(came);
      return purpose.done(outcome.reportId);
    }
    take(came);
    for (const draft of chosen.slice(0, outcome.storedBefore)) store.getState().remove(draft.id);
    if (outcome.type === 'unrelated') setUnrelated(outcome.versions.flatMap((at) => chosen[at]?.id ?? []));
    else if (outcome.error.code === 'cancelled') announce(t('stopped'));
    else setFailure(outcome.error);
  };

  const leaveOut = (ids: readonly number[]) => {
    for (const id of ids) store.getState().remove(id);
    setUnrelated(null);
    if (store.getState().drafts.filter((d) => d.state === 'ready').length >= least) void submit();
    else chooseButton.current?.focus();
  };

  const close = () => {
    if (running) running.cancel();
    else if (drafts.length > 0) setDiscarding(true);
    else closeSheet();
  };

  /** The focus stays among the cards when one goes. */
  const removeDraft = (id: number) => {
    const at = drafts.findIndex((d) => d.id === id);
    store.getState().remove(id);
    requestAnimationFrame(() => {
      const cards = body.current?.querySelectorAll<HTMLElement>('.draft h3') ?? [];
      (cards[Math.min(at, cards.length - 1)] ?? chooseButton.current)?.focus();
    });
  };

  return (
    <Dialog
      title={purpose.heading}
      size="sheet"
      onClose={close}
      initialFocus={chooseButton}
      footer={
        <SheetFoot
          action={purpose.action}
          ready={ready.length}
          least={least}
          room={room}
          reading={reading}
          failedCount={drafts.filter((d) => d.state === 'failed').length}
          progress={running ? progress : null}
          onCancel={() => running?.cancel()}
          onSubmit={() => void submit()}
        />
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the buttons in it do the same */}
      <div
        className={over ? 'transfer drop-over' : 'transfer'}
        ref={body}
        inert={isRunning}
        onDragEnter={() => setOver(true)}
        onDragLeave={(event: DragEvent) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
        }}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          setOver(false);
          take(incomingFrom(event.dataTransfer));
        }}
      >
        {failure && <ErrorMessage failure={failure} />}
        {isNew && drafts.length > 0 && (
          <div className="transfer-title">
            <TextField label={t('reportTitle')} value={title} onChange={setOwnTitle} maxLength={500} />
          </div>
        )}
        <AddArea
          compact={drafts.length > 0}
          lead={purpose.lead}
          chooseButton={chooseButton}
          onChoose={() => void choose().then((answer) => setFailure(answer.ok ? null : answer.error))}
          onText={(text) => take([{ type: 'pasted', pasted: { text } }])}
        />
        {drafts.length > 0 && (
          <ol className="drafts" aria-label={t('versions')}>
            {drafts.map((draft, at) => (
              <DraftCard
                key={draft.id}
                draft={draft}
                position={at + 1}
                isFirst={at === 0}
                isLast={at === drafts.length - 1}
                store={store}
                onRemove={() => removeDraft(draft.id)}
              />
            ))}
          </ol>
        )}
      </div>
      {unrelated && (
        <UnrelatedDialog
          drafts={drafts.filter((d) => unrelated.includes(d.id))}
          canLeaveOut={ready.length - unrelated.length >= (isNew ? least : 0)}
          isRevision={sheet.name === 'new-revision'}
          onAdd={() => void submit([], true)}
          onLeaveOut={() => leaveOut(unrelated)}
          onBack={() => setUnrelated(null)}
        />
      )}
      {discarding && <DiscardDialog count={drafts.length} onKeep={() => setDiscarding(false)} onDiscard={closeSheet} />}
    </Dialog>
  );
}
