/** A language as two or three letters; its name in the interface language is its tooltip and what is read out. */
import { useFormat } from '../i18n/use-format';

export function LanguageChip({ lang }: { lang: string }) {
  const name = useFormat().languageName(lang);
  return (
    <span className="chip" title={name}>
      <span aria-hidden="true" dir="ltr">
        {lang === 'und' ? '?' : (lang.split('-')[0] ?? lang).toUpperCase()}
      </span>
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
