// What the screens show in words: those of the reader in the pictures, and the interface's own.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup.mjs';

/** Words of this reader, in the language of the interface. */
export const written = {
  en: {
    notes: ['Which figure is right?', 'Only here.', 'Compare what the company says **before** and after.'],
    codes: [
      ['Frames', 'How the event is told', null],
      ['Blame', 'Who is made responsible, and by whom', 0],
      ['Official source', 'An authority is quoted or named', null],
      ['Everyday life', 'Pupils, patients, shopkeepers: what it means for them', 0],
    ],
    search: 'ferries | ferry | العبارات',
    codeWord: 'offic*',
    collection: 'Storms',
    table: 'English,Français\r\nThe harbour is closed.,Le port est fermé.\r\nNobody was hurt.,Personne n’a été blessé.\r\n',
  },
  fr: {
    notes: ['Quel chiffre est le bon ?', 'Seulement ici.', 'Comparer ce que dit la compagnie **avant** et après.'],
    codes: [
      ['Cadrages', 'Comment l’événement est raconté', null],
      ['Responsabilité', 'Qui est mis en cause, et par qui', 0],
      ['Source officielle', 'Une autorité est citée ou nommée', null],
      ['Vie quotidienne', 'Élèves, malades, commerçants : ce que cela change', 0],
    ],
    search: 'ferry | traversier | bac | العبارات',
    codeWord: 'offic*',
    collection: 'Tempêtes',
    table: 'English,Français\r\nThe harbour is closed.,Le port est fermé.\r\nNobody was hurt.,Personne n’a été blessé.\r\n',
  },
  ar: {
    notes: ['أيّ رقم هو الصحيح؟', 'هنا فقط.', 'قارن ما تقوله الشركة **قبل** العاصفة وبعدها.'],
    codes: [
      ['الأطر', 'كيف يُروى الحدث', null],
      ['تحميل المسؤولية', 'من يُحمَّل المسؤولية، ومن يحمّلها', 0],
      ['مصدر رسمي', 'جهة رسمية تُقتبس أو تُذكر', null],
      ['الحياة اليومية', 'التلاميذ والمرضى وأصحاب المتاجر: ماذا يعني لهم ما حدث', 0],
    ],
    search: 'عبارة | العبارات | ferry',
    codeWord: 'رسمي',
    collection: 'عواصف',
    table: 'English,العربية\r\nThe harbour is closed.,الميناء مغلق.\r\nNobody was hurt.,لم يُصب أحد بأذى.\r\n',
  },
};

/** Texts of the interface by `namespace:key`, without what stands in braces. */
export function wordsOf(language) {
  const files = new Map();
  return (name) => {
    const [file, keys] = name.split(':');
    if (!files.has(file))
      files.set(file, JSON.parse(readFileSync(path.join(root, 'resources', 'locales', language, `${file}.json`), 'utf8')));
    const found = keys.split('.').reduce((at, k) => at?.[k], files.get(file));
    if (typeof found !== 'string') throw new Error(`no text ${name} in ${language}`);
    return found;
  };
}
