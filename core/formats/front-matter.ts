/** The head of a Markdown file between two `---` lines: plain `key: value` pairs only, no YAML beyond that. */

export interface FrontMatter {
  fields: Map<string, string>;
  /** The text after the closing line. */
  body: string;
}

const longest = 20_000;

export function readFrontMatter(text: string): FrontMatter {
  const none = { fields: new Map<string, string>(), body: text };
  const opening = /^\uFEFF?---[ \t]{0,8}\r?\n/.exec(text);
  if (!opening) return none;
  const head = text.slice(opening[0].length, opening[0].length + longest);
  const closing = /^(?:---|\.\.\.)[ \t]{0,8}(?:\r?\n|$)/m.exec(head);
  if (!closing) return none;
  const fields = new Map<string, string>();
  for (const line of head.slice(0, closing.index).split(/\r?\n/)) {
    const pair = /^([A-Za-z][\w-]{0,40}):[ \t]{0,8}(.{0,2000})$/.exec(line);
    if (pair?.[1] && pair[2]) fields.set(pair[1].toLowerCase(), unquote(pair[2].trim()));
    else if (line.trim() && !/^[\s#-]/.test(line)) return none;
  }
  if (fields.size === 0) return none;
  return { fields, body: text.slice(opening[0].length + closing.index + closing[0].length) };
}

function unquote(value: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(value);
  return quoted?.[2] ?? value;
}
