import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Library, openLibrary } from '../../../../electron/library/library';
import { newFolder, removeFolder } from '../support/host';
import { storeReport } from '../support/stored-report';

let folder: string;
let library: Library;
beforeEach(() => {
  folder = newFolder();
  library = openLibrary(path.join(folder, 'library.db'), { language: 'en' });
});
afterEach(() => {
  library.close();
  removeFolder(folder);
});

describe('the segments that a stretch of text touches', () => {
  it('are those that end no sooner and begin no later', () => {
    const paragraphs = ['Short.', 'B.', 'A longer paragraph stands here.', 'No.', 'The fifth of seven.', 'x'.repeat(60), 'End.'];
    const { reportId } = storeReport(library, [paragraphs, paragraphs]);
    const { id } = library.versions.list(reportId)[1]!;
    const segments = library.versions.segments(id);
    fc.assert(
      fc.property(fc.nat({ max: segments.at(-1)!.end + 3 }), fc.nat({ max: 40 }), (start, length) => {
        const touched = segments.filter((s) => s.end >= start && s.start <= start + length);
        expect(library.versions.segmentsWithin(id, start, start + length)).toEqual(touched);
      }),
    );
  });
});
