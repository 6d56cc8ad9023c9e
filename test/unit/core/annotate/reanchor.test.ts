import { expect, it, describe as suite } from 'vitest';
import { type Replacement, reanchored } from '../../../../core/annotate/reanchor';
import { describe } from '../../../../core/annotate/selectors';
import { newId, type VersionId } from '../../../../core/model/ids';
import { segmentDocument } from '../../../../core/segment/segment';

const old = newId<VersionId>();
const fresh = newId<VersionId>();
const textOf = (paragraphs: readonly string[]) =>
  segmentDocument(
    paragraphs.map((text) => ({ kind: 'paragraph', text })),
    'en',
  );
const before = ['He said no.', 'The ferry sails on Monday, he said.', 'The mayor spoke of a lost year for the island.'];

function replacement(after: readonly string[], successors: [number, number][]): Replacement {
  const next = textOf(after);
  return {
    old: new Set([old]),
    oldSegments: textOf(before).segments,
    newVersion: fresh,
    newText: next.text,
    newSegments: next.segments,
    successors: new Map(successors),
  };
}
const targetOn = (words: string, occurrence = 0) => {
  const { text } = textOf(before);
  let at = -1;
  for (let i = 0; i <= occurrence; i += 1) at = text.indexOf(words, at + 1);
  return { versionId: old, ...describe(text, at, at + words.length) };
};

suite('reanchored', () => {
  it('follows a paragraph that moved, for a word that stands in several', () => {
    const after = ['The ferry sails on Monday, he said.', 'Something new, he said, and he said it twice.', 'He said no.'];
    const moved = reanchored(
      targetOn('he said'),
      replacement(after, [
        [0, 2],
        [1, 0],
      ]),
    );
    expect(moved).toMatchObject({ versionId: fresh, quote: { exact: 'he said' }, position: { start: 27, end: 34 } });
  });

  it('finds a quotation whose words were touched up', () => {
    const after = ['He said no.', 'The mayor spoke of a second lost year for the islands.'];
    const found = reanchored(targetOn('a lost year for the island'), replacement(after, [[2, 1]]));
    expect(found?.quote.exact).toContain('lost year for the island');
  });

  it('gives up what is gone, and leaves other versions alone', () => {
    const after = ['He said no.', 'The museum opens on Sunday.'];
    expect(reanchored(targetOn('a lost year for the island'), replacement(after, [[0, 0]]))).toBeNull();
    const elsewhere = { ...targetOn('he said'), versionId: newId<VersionId>() };
    expect(reanchored(elsewhere, replacement(after, []))).toBe(elsewhere);
  });
});
