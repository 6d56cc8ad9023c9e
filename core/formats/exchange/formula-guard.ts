/**
 * Keeps a spreadsheet from running a text as a formula: cells that begin with = + - @, tab or return (also in their
 * full-width forms) get a leading apostrophe. Texts that begin with apostrophes before such a sign get one more, so that
 * taking one away on import always gives back what was there.
 */
const guarded = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const unguarded = /^'(?='*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/;

export const guardFormula = (value: string): string => (guarded.test(value) ? `'${value}` : value);
export const unguardFormula = (value: string): string => value.replace(unguarded, '');
