/**
 * The one written interface of all importers. An importer gets a file's bytes, which may be hostile, and gives back plain
 * data; it never reaches for a file, an address or the document of a window, so it runs in any worker.
 */
import type { Result } from '../model/result';
import type { Block, ImportedDocument } from '../model/text';

export type ImportFormat = ImportedDocument['format'];

export interface ImportOptions {
  /** Skips the recognition of the format. */
  format?: ImportFormat;
  /** A WHATWG label, or 'x-mac-arabic': decodes again with what the reader knows better. */
  encoding?: string;
  /** BCP 47: what the reader says the language is; kept as it is, with confidence 1. */
  lang?: string;
}

/** What the bytes of a text format said once decoded. */
export interface DecodedText {
  text: string;
  encoding: string;
  confidence: number;
  choices: string[];
  warnings: string[];
}

/** What an importer reads out of a file, before languages and marks that all formats share. */
export interface ImportedParts {
  title: string | null;
  outlet: string | null;
  date: string | null;
  /** The language that the file itself declares, BCP 47; null where it says none. */
  lang: string | null;
  warnings: string[];
  blocks: Block[];
}

/** A format of characters: the encoding is found for all of them in one place. */
export interface TextImporter {
  kind: 'text';
  format: ImportFormat;
  /** Lower case, without the dot. */
  extensions: readonly string[];
  /** True where the first characters alone show the format, whatever the file is called. */
  recognises(head: string): boolean;
  read(text: string): Result<ImportedParts>;
}

/** A format of bytes, such as a zip of XML. */
export interface BinaryImporter {
  kind: 'binary';
  format: ImportFormat;
  extensions: readonly string[];
  recognises(bytes: Uint8Array): boolean;
  /** Largest file taken, in bytes. */
  maxBytes: number;
  read(bytes: Uint8Array): Promise<Result<ImportedParts>>;
}

export type Importer = TextImporter | BinaryImporter;
