/** Settings: kept in the library, told to all who show them. */
import type { Library } from '../library/library';
import type { Handlers } from './handlers';
import type { SendEvent } from './send-event';

export const settingsHandlers = (library: Library, send: SendEvent): Handlers<'settings.update'> => ({
  'settings.update': (changes) => {
    const settings = library.settings.update(changes as never);
    send('settings.changed', settings);
    return settings;
  },
});
