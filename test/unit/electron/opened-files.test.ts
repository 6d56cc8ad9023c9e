import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { filesIn, openedFiles } from '../../../electron/opened-files';

describe('files on a command line', () => {
  it('are the words that look like texts, as absolute paths', () => {
    const words = ['.', '--no-sandbox', 'a.txt', '/b/C.DOCX', '--file=x.txt', 'photo.png', 'page.html'];
    expect(filesIn(words, '/home/reader')).toEqual([
      path.resolve('/home/reader/a.txt'),
      path.resolve('/b/C.DOCX'),
      path.resolve('/home/reader/page.html'),
    ]);
  });
});

describe('opened files', () => {
  it('wait until they are taken, once each', () => {
    const told = vi.fn();
    const opened = openedFiles(told);
    opened.add([]);
    expect(told).not.toHaveBeenCalled();
    opened.add(['/a.txt', '/b.txt']);
    opened.add(['/a.txt']);
    expect(told).toHaveBeenCalledTimes(2);
    expect(opened.take()).toEqual(['/a.txt', '/b.txt']);
    expect(opened.take()).toEqual([]);
  });
});
