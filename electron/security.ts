/**
 * What the window may do: nothing but show its own bundle. Every rule here answers a threat from an imported text that got to
 * run something after all: no request leaves the machine, no page but ours is shown, no permission is given.
 */
import { app, type Session, session } from 'electron';
import { isLocalAddress } from './bundle';

function denyEverything(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.on('will-download', (event) => event.preventDefault());
  target.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocalAddress(details.url) }));
  // The spelling checker fetches dictionaries.
  target.setSpellCheckerEnabled(false);
}

/** Call before the app is ready. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** Call when the app is ready, before the first window. */
export function guardSession(): void {
  denyEverything(session.defaultSession);
  app.on('session-created', denyEverything);
}
