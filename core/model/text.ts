/** The words for a version's text: blocks as importers give them, segments as everything else uses them. */

export type Direction = 'ltr' | 'rtl';

/** What a paragraph is. `boilerplate` is a separate mark, because a heading can be boilerplate, too. */
export type SegmentKind = 'heading' | 'paragraph' | 'list-item' | 'quotation';

/** One block of an imported file, in reading order. */
export interface Block {
  kind: SegmentKind;
  /** 1 to 6, for headings. */
  level?: number;
  /** Plain text, white space folded, never empty. */
  text: string;
  /** BCP 47 language of this block where the file says one. */
  lang?: string;
  /** The importer or the boilerplate marks took this for navigation, agency line, link, rule and the like. */
  boilerplate?: boolean;
}

/** What an importer makes of a file's bytes. Plain data: it crosses from worker to window to host. */
export interface ImportedDocument {
  format: 'txt' | 'md' | 'html' | 'docx';
  title: string | null;
  outlet: string | null;
  /** ISO 8601 date (YYYY-MM-DD) where the file says one. */
  date: string | null;
  /** BCP 47 primary language: detected, or declared by the file. `und` when unsure. */
  lang: string;
  /** 0..1, how sure the language is. */
  langConfidence: number;
  /** WHATWG encoding label, for formats that have one. */
  encoding: string | null;
  /** 0..1, how sure the encoding is; 1 for a byte-order mark or valid UTF-8. */
  encodingConfidence: number;
  /** Encodings worth offering when unsure, best first, the chosen one included. */
  encodingChoices: string[];
  /** Codes of things the person should know: 'replacement-characters', 'no-article-found', 'bidi-controls', … */
  warnings: string[];
  blocks: Block[];
}

/** UTF-16 offsets, start inclusive, end exclusive. */
export type Span = readonly [start: number, end: number];

/** One paragraph of a version. Offsets count in the version's text, which never changes after import. */
export interface Segment {
  /** Zero-based position in the version's own order. */
  index: number;
  kind: SegmentKind;
  level?: number;
  boilerplate: boolean;
  /** Where the segment stands in the version's text. */
  start: number;
  end: number;
  text: string;
  /** Sentence spans relative to the segment's own text. */
  sentences: Span[];
}
