/**
 * CSV as RFC 4180 has it, written with a byte-order mark, which Excel needs to see UTF-8. Read with whatever of comma,
 * semicolon and tab parts the first line best: spreadsheets of some countries write semicolons.
 */
const quote = (field: string): string => `"${field.replaceAll('"', '""')}"`;

/** Every field is quoted: then no field can be taken for two. */
export const writeCsv = (table: readonly (readonly string[])[]): string =>
  `\uFEFF${table.map((fields) => `${fields.map(quote).join(',')}\r\n`).join('')}`;

const maxCsvFields = 20_000_000;
const separators = [',', ';', '\t'] as const;

/** The separator that stands most often outside quotes before the first line ends. */
function separatorOf(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const c of text.slice(0, 100_000)) {
    if (c === '"') quoted = !quoted;
    else if (!quoted && (c === '\n' || c === '\r')) break;
    else if (!quoted) counts.set(c, (counts.get(c) ?? 0) + 1);
  }
  return separators.reduce((best: string, s) => ((counts.get(s) ?? 0) > (counts.get(best) ?? 0) ? s : best), ',');
}

/** Never fails: a quote that is not closed ends with the text. Null for more fields than can be held. */
export function readCsv(input: string): string[][] | null {
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input;
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let fields = 0;
  let at = 0;
  while (at <= text.length) {
    let field = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        field += text.slice(at, end < 0 ? text.length : end);
        at = end < 0 ? text.length : end + 1;
        if (end < 0 || text[at] !== '"') break;
        field += '"';
        at += 1;
      }
    }
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
    field += text.slice(from, at);
    row.push(field);
    fields += 1;
    if (fields > maxCsvFields) return null;
    if (at < text.length && text[at] === separator) {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    if (at >= text.length) break;
  }
  return rows.filter((r) => r.some((value) => value !== ''));
}
