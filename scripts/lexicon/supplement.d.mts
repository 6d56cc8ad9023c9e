export interface SupplementRow {
  /** Line in the file, from 1. */
  number: number;
  /** Alternatives per column: en, fr, ar. */
  cells: string[][];
}
export const supplementLanguages: readonly string[];
export function parseSupplement(text: string): SupplementRow[];
