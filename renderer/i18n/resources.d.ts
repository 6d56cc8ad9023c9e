/** Types every key from the English files; plural suffixes are i18next's own business. */
import 'i18next';
import type alignment from '../../resources/locales/en/alignment.json';
import type codes from '../../resources/locales/en/codes.json';
import type common from '../../resources/locales/en/common.json';
import type errors from '../../resources/locales/en/errors.json';
import type exchange from '../../resources/locales/en/exchange.json';
import type history from '../../resources/locales/en/history.json';
import type library from '../../resources/locales/en/library.json';
import type menu from '../../resources/locales/en/menu.json';
import type notes from '../../resources/locales/en/notes.json';
import type palette from '../../resources/locales/en/palette.json';
import type reader from '../../resources/locales/en/reader.json';
import type search from '../../resources/locales/en/search.json';
import type settings from '../../resources/locales/en/settings.json';
import type tour from '../../resources/locales/en/tour.json';
import type transfer from '../../resources/locales/en/transfer.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      alignment: typeof alignment;
      codes: typeof codes;
      common: typeof common;
      errors: typeof errors;
      exchange: typeof exchange;
      history: typeof history;
      library: typeof library;
      menu: typeof menu;
      notes: typeof notes;
      palette: typeof palette;
      reader: typeof reader;
      search: typeof search;
      settings: typeof settings;
      tour: typeof tour;
      transfer: typeof transfer;
    };
  }
}
