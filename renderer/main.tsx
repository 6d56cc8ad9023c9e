/** Starts the window: asks the host how things stand, sets language and look before the first paint, then shows the app. */
import './bridge/zod-without-eval';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/components.css';
import './styles/overlays.css';
import './styles/settings.css';
import './styles/library.css';
import './styles/transfer.css';
import './styles/palette.css';
import './styles/reading.css';
import './styles/tour.css';
import './styles/search.css';
import { createRoot } from 'react-dom/client';
import type { CallOutput } from '../core/contract/calls';
import { uiLanguages } from '../core/model/languages';
import type { Result } from '../core/model/result';
import { App } from './App';
import { call } from './bridge/call';
import { startI18n } from './i18n/i18n';
import { useSettings } from './state/settings';

/** The system's first language that the interface speaks; used only when the host cannot say. */
const systemLanguage = () =>
  navigator.languages.map((tag) => uiLanguages.find((l) => tag.startsWith(l))).find((l) => l !== undefined) ?? 'en';

async function start(): Promise<void> {
  const started: Result<CallOutput<'app.start'>> = await call('app.start', {});
  await startI18n(started.ok ? started.value.settings.language : systemLanguage());
  if (started.ok) await useSettings.getState().take(started.value.settings);
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App started={started} />);
}

void start();
