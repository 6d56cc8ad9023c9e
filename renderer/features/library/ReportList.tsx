/** The reports, filtered and sorted; arrows move between them, F2 renames, Delete puts into the bin with a way back. */
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CollectionId } from '../../../core/model/ids';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { useFailureText } from '../../i18n/use-failure-text';
import { useFormat } from '../../i18n/use-format';
import { keyOf } from '../../state/commands';
import { useExchange } from '../../state/exchange';
import { useNavigation } from '../../state/navigation';
import { useSettings } from '../../state/settings';
import { announce, showToast } from '../../state/toasts';
import { CollectionBar } from './CollectionBar';
import { CollectionsDialog } from './CollectionsDialog';
import { type ReportSummary, useLibrary } from './library-store';
import { NameDialog } from './NameDialog';
import { matching, ordered, type SortKey, sortKeys } from './order';
import { ReportItem } from './ReportItem';

export function ReportList({ reports }: { reports: readonly ReportSummary[] }) {
  const { t } = useTranslation(['library', 'common']);
  const format = useFormat();
  const say = useFailureText();
  const { openReport, openSample } = useNavigation.getState();
  const { remove, restore, rename } = useLibrary.getState();
  const collections = useLibrary((s) => s.collections);
  const { query, collectionId, narrow } = useLibrary();
  const setQuery = (to: string) => narrow({ query: to });
  const sort = useSettings((s) => s.settings.librarySort);
  const setSort = (librarySort: SortKey) => void useSettings.getState().update({ librarySort });
  const setCollectionId = (to: CollectionId | null) => narrow({ collectionId: to });
  const [gathering, setGathering] = useState<ReportSummary | null>(null);
  const [renaming, setRenaming] = useState<ReportSummary | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const collection = collections.find((c) => c.id === collectionId);
  const within = collection ? reports.filter((r) => collection.reportIds.includes(r.id)) : reports;
  const shown = ordered(matching(within, query), sort, format.compare);

  const openers = () => [...(list.current?.querySelectorAll<HTMLElement>('.report-open') ?? [])];

  const bin = async (report: ReportSummary) => {
    const at = shown.findIndex((r) => r.id === report.id);
    const answer = await remove(report.id);
    if (!answer.ok) return void showToast({ message: say(answer.error), tone: 'error' });
    const undo = async () => {
      const back = await restore(report.id);
      if (back.ok) announce(t('restored', { title: report.title }));
      else showToast({ message: say(back.error), tone: 'error' });
    };
    const action = { label: t('common:undo'), run: () => void undo() };
    useLibrary.getState().offered(report.id, showToast({ message: t('deleted', { title: report.title }), action }));
    // Once the list is drawn again: the focus must not fall out of it.
    requestAnimationFrame(() => (openers()[Math.min(at, openers().length - 1)] ?? filter.current)?.focus());
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const all = openers();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const report = shown[at];
    if (!report) return;
    const go = (to: HTMLElement | undefined) => {
      event.preventDefault();
      to?.focus();
    };
    if (event.key === 'ArrowDown') go(all[at + 1]);
    else if (event.key === 'ArrowUp') go(all[at - 1]);
    else if (event.key === 'Home') go(all[0]);
    else if (event.key === 'End') go(all.at(-1));
    else if (event.key === 'F2') setRenaming(report);
    else if (keyOf(event.nativeEvent) === 'Mod+E') {
      event.preventDefault();
      useExchange.getState().exportReport(report.id);
    } else if (event.key === 'Delete') void bin(report);
  };

  return (
    <>
      <div className="list-head">
        <h2>
          {t('title')} <span className="list-count">{t('count', { count: reports.length })}</span>
        </h2>
        <TextField
          label={t('filter')}
          hideLabel
          placeholder={t('filter')}
          type="search"
          value={query}
          onChange={setQuery}
          inputRef={filter}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              openers()[0]?.focus();
            }
          }}
        />
        <Select
          label={t('sort')}
          hideLabel
          value={sort}
          options={sortKeys.map((key) => ({ value: key, label: t(`sortBy.${key}`) }))}
          onChange={(value) => setSort(value as SortKey)}
        />
      </div>
      <CollectionBar chosen={collection?.id ?? null} onChoose={setCollectionId} />
      {collection && within.length === 0 ? (
        <EmptyState title={t('collections.emptyTitle', { name: collection.name })}>
          <p>{t('collections.emptyText')}</p>
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState title={t('noMatch.title', { query })}>
          <Button onClick={() => setQuery('')}>{t('noMatch.clear')}</Button>
        </EmptyState>
      ) : (
        <ul className="reports" aria-label={t('title')} ref={list} onKeyDown={onKeyDown}>
          {shown.map((report) => (
            <ReportItem
              key={report.id}
              report={report}
              onOpen={() => openReport(report.id)}
              onRename={() => setRenaming(report)}
              onExport={() => useExchange.getState().exportReport(report.id)}
              onCollections={() => setGathering(report)}
              onDelete={() => void bin(report)}
            />
          ))}
        </ul>
      )}
      <p className="list-foot">
        <span>{t('samples.offer')}</span>
        {(['ferry', 'udhr'] as const).map((sample) => (
          <Button key={sample} variant="quiet" onClick={() => openSample(sample)}>
            {t(`samples.${sample}.title`)}
          </Button>
        ))}
      </p>
      {renaming && (
        <NameDialog
          title={t('rename.title')}
          label={t('rename.label')}
          value={renaming.title}
          maxLength={500}
          onSave={(title) => rename(renaming.id, title)}
          onClose={() => setRenaming(null)}
        />
      )}
      {gathering && <CollectionsDialog report={gathering} onClose={() => setGathering(null)} />}
    </>
  );
}
