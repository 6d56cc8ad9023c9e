/** Wiring only: which screen, which sheet, which dialog; and what the menu and the host ask of the window as a whole. */
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../core/contract/calls';
import type { MenuCommand } from '../core/contract/events';
import type { Result } from '../core/model/result';
import { call, listen } from './bridge/call';
import { Announcements } from './components/Announcements';
import { isOverlayOpen } from './components/overlays';
import { ExchangeDialogs } from './features/exchange/ExchangeDialogs';
import { LibraryScreen } from './features/library/LibraryScreen';
import { CommandPalette } from './features/palette/CommandPalette';
import { AboutDialog } from './features/settings/AboutDialog';
import { KeysDialog } from './features/settings/KeysDialog';
import { SettingsDialog } from './features/settings/SettingsDialog';
import { StartProblem } from './features/settings/StartProblem';
import { RevisionsDialog } from './features/transfer/RevisionsDialog';
import { SampleDialog } from './features/transfer/SampleDialog';
import { TransferSheet } from './features/transfer/TransferSheet';
import { i18n } from './i18n/i18n';
import { runCommand, runKey, useCommands } from './state/commands';
import { flushDrafts } from './state/drafts';
import { useNavigation } from './state/navigation';
import { usePalette } from './state/palette';
import { followSystemTheme, steppedTextScale, useSettings } from './state/settings';
import { showToast } from './state/toasts';

const SearchScreen = lazy(() => import('./features/search/SearchScreen').then((m) => ({ default: m.SearchScreen })));
const ReaderPage = lazy(() => import('./ReaderPage').then((m) => ({ default: m.ReaderPage })));

function changeTextScale(direction: 1 | -1 | 0): void {
  const { settings, update } = useSettings.getState();
  void update({ textScale: direction === 0 ? 1 : steppedTextScale(settings.textScale, direction) });
}

/** Search, in the report that is open or in all. What is being typed is stored first. */
async function openSearch(): Promise<void> {
  const { route, openSearch: open } = useNavigation.getState();
  if (route.name !== 'search' && (await flushDrafts())) open({ reportId: route.name === 'reader' ? route.reportId : null });
}

/** In the library there is nothing to hint at yet: it says where they will be. */
function showHintsAgain(): void {
  void useSettings.getState().update({ hintsSeen: [] });
  if (useNavigation.getState().route.name !== 'reader') showToast({ message: i18n.t('tour:later') });
}

/** Files that the system asked to open begin a new report, or join the one that is begun; beside another sheet they wait. */
async function takeOpenedFiles(): Promise<void> {
  const answer = await call('files.opened', {});
  if (!answer.ok || answer.value.files.length === 0) return;
  const incoming = answer.value.files.map(({ token, name }) => ({ type: 'chosen' as const, token, name }));
  if (useNavigation.getState().handOver(incoming)) showToast({ message: i18n.t('transfer:waiting', { count: incoming.length }) });
}

/** Commands for the open report (undo, note, find …) are the reader's: it listens itself. */
function runMenuCommand(command: MenuCommand): void {
  const navigation = useNavigation.getState();
  if (command === 'text-larger') changeTextScale(1);
  else if (command === 'text-smaller') changeTextScale(-1);
  else if (command === 'text-reset') changeTextScale(0);
  else if (isOverlayOpen()) return;
  else if (command === 'export') runCommand('report.export');
  else if (command === 'new-report') navigation.newReport();
  else if (command === 'library') navigation.openLibrary();
  else if (command === 'search' || (command === 'find' && navigation.route.name === 'library')) void openSearch();
  else if (command === 'palette') usePalette.getState().show();
  else if (command === 'hints') showHintsAgain();
  else if (command === 'settings' || command === 'keys' || command === 'about') navigation.openDialog(command);
}

function useHostEvents(): void {
  useEffect(() => {
    const stops = [
      listen('menu.command', ({ command }) => runMenuCommand(command)),
      listen('settings.changed', (settings) => void useSettings.getState().take(settings)),
      // The window closes once all that was typed is stored, or could not be.
      listen('app.closing', () => void flushDrafts().finally(() => window.triptych.flushed())),
      listen('files.opened', () => void takeOpenedFiles()),
      followSystemTheme(),
      useCommands.getState().register([
        {
          id: 'app.palette',
          group: 'report',
          label: 'menu:palette',
          keys: ['Mod+K'],
          enabled: () => !isOverlayOpen(),
          inFields: true,
          run: () => usePalette.getState().show(),
        },
        {
          id: 'report.revisions',
          group: 'report',
          label: 'reader:commands.revisions',
          keys: [],
          enabled: () => !isOverlayOpen() && useNavigation.getState().route.name === 'reader',
          run: () => {
            const { route, showRevisions } = useNavigation.getState();
            if (route.name === 'reader') showRevisions(route.reportId);
          },
        },
        {
          id: 'app.search',
          group: 'view',
          label: 'menu:search',
          // Ctrl+F alone finds words in the open report (features/reader).
          keys: ['Mod+Shift+F', 'Mod+F'],
          enabled: () => !isOverlayOpen(),
          inFields: true,
          run: () => void openSearch(),
        },
        {
          id: 'app.hints',
          group: 'report',
          label: 'menu:hints',
          keys: [],
          enabled: () => !isOverlayOpen(),
          run: showHintsAgain,
        },
        {
          id: 'app.about',
          group: 'report',
          label: 'menu:about',
          keys: [],
          enabled: () => !isOverlayOpen(),
          run: () => useNavigation.getState().openDialog('about'),
        },
        {
          id: 'app.keys',
          group: 'report',
          label: 'menu:keys',
          keys: ['?'],
          enabled: () => !isOverlayOpen(),
          run: () => useNavigation.getState().openDialog('keys'),
        },
        {
          id: 'app.settings',
          group: 'report',
          label: 'menu:settings',
          keys: ['Mod+,'],
          enabled: () => !isOverlayOpen(),
          inFields: true,
          run: () => useNavigation.getState().openDialog('settings'),
        },
        {
          id: 'app.new-report',
          group: 'report',
          label: 'menu:newReport',
          keys: ['Mod+N'],
          enabled: () => !isOverlayOpen(),
          inFields: true,
          run: () => useNavigation.getState().newReport(),
        },
      ]),
    ];
    void takeOpenedFiles();
    // A file dropped where nothing takes it must not replace the window's page.
    const swallow = (event: DragEvent) => event.preventDefault();
    window.addEventListener('keydown', runKey);
    window.addEventListener('dragover', swallow);
    window.addEventListener('drop', swallow);
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener('keydown', runKey);
      window.removeEventListener('dragover', swallow);
      window.removeEventListener('drop', swallow);
    };
  }, []);
}

function Screen({ notices }: { notices: readonly string[] }) {
  const route = useNavigation((s) => s.route);
  const openLibrary = useNavigation((s) => s.openLibrary);
  const { t } = useTranslation('common');
  if (route.name === 'library') return <LibraryScreen notices={notices} />;
  if (route.name === 'search')
    return (
      <Suspense fallback={<main aria-busy="true" aria-label={t('opening')} />}>
        <SearchScreen />
      </Suspense>
    );
  return (
    <Suspense fallback={<main aria-busy="true" aria-label={t('opening')} />}>
      <ReaderPage key={route.reportId} reportId={route.reportId} onClose={openLibrary} />
    </Suspense>
  );
}

export function App({ started }: { started: Result<CallOutput<'app.start'>> }) {
  const sheet = useNavigation((s) => s.sheet);
  const dialog = useNavigation((s) => s.dialog);
  const sample = useNavigation((s) => s.sample);
  const revisionsOf = useNavigation((s) => s.revisionsOf);
  const offered = usePalette((s) => s.commands);
  useHostEvents();
  const problem = started.ok ? started.value.problem : started.error;
  if (problem || !started.ok)
    return <StartProblem failure={problem ?? { code: 'internal' }} folder={started.ok ? started.value.libraryFolder : null} />;
  return (
    <>
      <Screen notices={started.value.notices} />
      {sheet && <TransferSheet key={sheet.name === 'new-report' ? sheet.id : sheet.reportId} sheet={sheet} />}
      {revisionsOf && <RevisionsDialog key={revisionsOf} reportId={revisionsOf} />}
      <ExchangeDialogs />
      {sample && <SampleDialog key={sample} sample={sample} />}
      {offered && <CommandPalette commands={offered} />}
      {dialog === 'settings' && <SettingsDialog />}
      {dialog === 'keys' && <KeysDialog />}
      {dialog === 'about' && <AboutDialog version={started.value.appVersion} libraryFolder={started.value.libraryFolder} />}
      <Announcements />
    </>
  );
}
