/** Dates as files declare them (ISO 8601, RFC 2822, or a plain day), reduced to YYYY-MM-DD. What is unclear stays null. */

const isoDay = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const rfcDay = /^\s*(?:[A-Za-z]{3},\s*)?(\d{1,2})\s+(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\s+(\d{4})/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day as the file's own clock has it: a time zone is not worked out, because readers want the date on the page. */
export function declaredDay(value: string | null | undefined): string | null {
  if (!value) return null;
  const iso = isoDay.exec(value);
  if (iso) return checkedDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const rfc = rfcDay.exec(value);
  if (rfc) return checkedDay(Number(rfc[3]), months.indexOf((rfc[2] ?? '').slice(0, 3).toLowerCase()) + 1, Number(rfc[1]));
  return null;
}

function checkedDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
