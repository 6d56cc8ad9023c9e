/** What a PDF holds, read back: words with their places. */
import { getDocumentProxy } from 'unpdf';

export interface PdfWord {
  /** From 0 on. */
  page: number;
  /** Points from the lower left corner of the page: beginning of the base line. */
  x: number;
  y: number;
  text: string;
}

export async function readPdf(bytes: Uint8Array): Promise<{ pages: number; words: PdfWord[] }> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const words: PdfWord[] = [];
  for (let page = 0; page < pdf.numPages; page++) {
    const content = await (await pdf.getPage(page + 1)).getTextContent();
    for (const item of content.items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , , x, y] = item.transform as number[];
      words.push({ page, x: x!, y: y!, text: item.str });
    }
  }
  return { pages: pdf.numPages, words };
}
