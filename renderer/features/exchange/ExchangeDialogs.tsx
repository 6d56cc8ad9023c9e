/** The dialog of this room that is open, if one is, and the keys that open them. */
import { useEffect } from 'react';
import { isOverlayOpen } from '../../components/overlays';
import { useCommands } from '../../state/commands';
import { useExchange } from '../../state/exchange';
import { useNavigation } from '../../state/navigation';
import { ExportDialog } from './ExportDialog';
import { ImportDialog } from './ImportDialog';
import { ImportNotesDialog } from './ImportNotesDialog';
import '../../styles/exchange.css';
import '../../styles/exchange-import.css';

/** The report on screen. */
function openReport() {
  const { route } = useNavigation.getState();
  return route.name === 'reader' ? route.reportId : null;
}

export function ExchangeDialogs() {
  const dialog = useExchange((s) => s.dialog);
  const dealt = useExchange((s) => s.dealt);
  useEffect(() => {
    const { exportReport, importNotes } = useExchange.getState();
    const enabled = () => !isOverlayOpen() && openReport() !== null;
    const onReport = (run: (reportId: NonNullable<ReturnType<typeof openReport>>) => void) => () => {
      const id = openReport();
      if (id) run(id);
    };
    return useCommands.getState().register([
      {
        id: 'report.export',
        group: 'report',
        label: 'exchange:export.action',
        keys: ['Mod+E'],
        inFields: true,
        enabled,
        run: onReport(exportReport),
      },
      {
        id: 'report.import-notes',
        group: 'report',
        label: 'exchange:notes.action',
        keys: [],
        enabled,
        run: onReport(importNotes),
      },
    ]);
  }, []);
  if (dialog?.name === 'export') return <ExportDialog key={dialog.reportId} reportId={dialog.reportId} />;
  if (dialog?.name === 'import') return <ImportDialog key={`${dealt} ${dialog.source.name}`} source={dialog.source} />;
  if (dialog?.name === 'import-notes') return <ImportNotesDialog reportId={dialog.reportId} />;
  return null;
}
