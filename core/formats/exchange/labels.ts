/** The few words that an export itself says. The window passes them in the reader's language. */
export interface ExportLabels {
  /** BCP 47: language and direction of these words and of the frame of a page. */
  lang: string;
  absent: string;
  notes: string;
  contents: string;
  row: string;
  score: string;
  status: string;
  versions: string;
  source: string;
}

export const englishLabels: ExportLabels = {
  lang: 'en',
  absent: 'Not in this version',
  notes: 'Notes',
  contents: 'Contents',
  row: 'Row',
  score: 'Score',
  status: 'Status',
  versions: 'Versions',
  source: 'Source',
};
