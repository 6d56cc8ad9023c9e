/** In a report that a search has opened: lights the match, brings it into view, and leads back to the results. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/Icon';
import { isOverlayOpen } from '../../components/overlays';
import { useCommands } from '../../state/commands';
import { flushDrafts } from '../../state/drafts';
import { type FoundPlace, useNavigation } from '../../state/navigation';
import { useReport, versionOf } from '../../state/report';
import { rowSheet } from '../../state/row-sheet';
import { useFind } from './find/find-store';

async function back(): Promise<void> {
  if (await flushDrafts()) useNavigation.getState().openSearch(null);
}

/** Shows the place once the sheet has come to its row. */
function light({ versionId, segment, start, end, rowId }: FoundPlace): () => void {
  let frame = 0;
  const look = () => {
    const version = versionOf(useReport.getState().report, versionId)?.ordinal;
    if (version === undefined || !rowSheet()?.position()) {
      frame = requestAnimationFrame(look);
      return;
    }
    const match = { row: rowId, version, segment, start, end };
    frame = requestAnimationFrame(() => useFind.setState({ matches: [match], current: 0, done: true }));
  };
  frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}

export function BackToSearch() {
  const { t } = useTranslation('reader');
  const found = useNavigation((s) => s.found);
  const here = useReport((s) => s.status === 'open' && s.report?.id === found?.reportId);
  useEffect(() => {
    if (!found || !here) return;
    const stops = [
      light(found),
      useCommands.getState().register([
        {
          id: 'view.back-to-search',
          group: 'move',
          label: 'reader:backToSearch',
          keys: ['Backspace'],
          // After a jump within the report the key leads back from that first.
          enabled: () => !isOverlayOpen() && useReport.getState().returnTo === null,
          run: () => void back(),
        },
      ]),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [found, here]);
  if (!found || !here) return null;
  return (
    <button type="button" className="tool-button back-to-search" onClick={() => void back()}>
      <Icon name="search" size={15} />
      {t('backToSearch')}
    </button>
  );
}
