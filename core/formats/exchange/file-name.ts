/** File names that every system takes: no direction marks, no separators, no reserved names, at most 80 characters. */

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

export function safeFileName(title: string): string {
  const name = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} ._-]+/gu, ' ')
    .replace(/\.+/g, '.')
    .replace(/\s+/g, ' ')
    .trim();
  const short = [...name]
    .slice(0, 80)
    .join('')
    .replace(/^[. -]+|[. -]+$/g, '');
  return short === '' || reserved.test(short) ? `report ${short}`.trim() : short;
}
