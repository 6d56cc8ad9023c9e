/** What the export dialog has to know of each format: its group, and what there is to choose. */
import type { ExportFormat } from '../../../core/model/exchange';

export const formatGroups = [
  { id: 'reading', formats: ['html', 'docx', 'epub', 'txt', 'md'] },
  { id: 'translation', formats: ['tmx', 'xliff', 'csv', 'xlsx'] },
  { id: 'research', formats: ['tei', 'annotations', 'qdpx', 'qdc', 'beads', 'ladder'] },
  { id: 'everything', formats: ['triptych'] },
] as const satisfies readonly { id: string; formats: readonly ExportFormat[] }[];

interface Choices {
  /** `any`: those chosen become columns; `two`: a pair; `all`: the whole report; `none`: no texts in it. */
  versions: 'any' | 'two' | 'all' | 'none';
  /** Whether notes can be left out, and what goes with them. */
  notes: 'no' | 'notes' | 'notesAndCodes';
}

const holdsCodes: ReadonlySet<ExportFormat> = new Set(['qdpx', 'triptych']);

export function choicesFor(format: ExportFormat): Choices {
  if (format === 'beads' || format === 'ladder') return { versions: 'two', notes: 'no' };
  if (format === 'annotations' || format === 'qdc') return { versions: 'none', notes: 'no' };
  return { versions: format === 'triptych' ? 'all' : 'any', notes: holdsCodes.has(format) ? 'notesAndCodes' : 'notes' };
}
