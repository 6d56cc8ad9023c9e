import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { isReportFile } from '../../../core/formats/exchange/file-kinds';
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
  it('may be written as addresses, as desktops do; those of other machines are no files', () => {
    const words = [
      'file:///home/reader/my%20report.triptych',
      'file://server/share/a.tmx',
      'https://example.org/a.tmx?x',
      'FILE:///%ZZ.xlf',
    ];
    expect(filesIn(words, '/')).toEqual(['/home/reader/my report.triptych']);
  });
  it('are all those that the packed app is registered for', async () => {
    const address = new URL('../../../electron-builder.config.mjs', import.meta.url).href;
    const config = (await import(address)) as { default: { fileAssociations: { ext: string }[] } };
    const extensions = config.default.fileAssociations.map(({ ext }) => ext);
    expect(extensions).toEqual(expect.arrayContaining(['triptych', 'tmx', 'xlf']));
    expect(
      filesIn(
        extensions.map((ext) => `a.${ext}`),
        '/',
      ),
    ).toHaveLength(extensions.length);
    expect(extensions.every((ext) => isReportFile(`a.${ext}`))).toBe(true);
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
