import { describe, expect, it } from 'vitest';
import { isUnsafeName, unzipSafely, zipLimits } from '../../../../core/formats/zip';
import { zipOf } from '../../../support/docx';

const all = () => true;

describe('unzipSafely', () => {
  it('gives the wanted entries whole', () => {
    const result = unzipSafely(zipOf({ 'a.txt': 'alpha', 'b/c.txt': 'beta' }), (name) => name.endsWith('c.txt'));
    expect(result.ok && [...result.value].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['b/c.txt', 'beta'],
    ]);
  });

  it.each([
    ['entries', { entries: 2 }],
    ['bytes of one entry', { entryBytes: 4 }],
    ['bytes in all', { totalBytes: 10 }],
  ])('refuses too many %s', (_, limit) => {
    const result = unzipSafely(zipOf({ a: 'alpha', b: 'beta', c: 'gamma' }), all, { ...zipLimits, ...limit });
    expect(result.ok ? null : result.error?.code).toBe('zip-too-large');
  });

  it('refuses what swells beyond the ratio', () => {
    const result = unzipSafely(zipOf({ a: new Uint8Array(5_000_000) }), all);
    expect(result.ok ? null : result.error?.code).toBe('zip-too-large');
  });
});

describe('isUnsafeName', () => {
  it.each(['', '../a', 'a/../../b', '/a', '\\a', 'c:/a', 'C:a', 'a\\..\\b', 'a\0b'])('refuses %j', (name) => {
    expect(isUnsafeName(name)).toBe(true);
  });
  it.each(['a', 'word/document.xml', 'a..b', '[Content_Types].xml', 'a/...'])('takes %j', (name) => {
    expect(isUnsafeName(name)).toBe(false);
  });
});
