import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileToken, newId } from '../../../../core/model/ids';
import { fileHandlers, maxFileBytes } from '../../../../electron/services/files';
import { runCall } from '../../../../electron/services/handlers';
import { newFolder, removeFolder } from '../support/host';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => removeFolder(folder));

const put = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
async function choose(...files: string[]) {
  const handlers = fileHandlers(async () => files);
  const chosen = await handlers['files.choose']({});
  return { ...chosen, read: (token: FileToken) => runCall('files.read', { token }, handlers['files.read']) };
}

describe('chosen files', () => {
  it('are named to the window without their paths, and read whole', async () => {
    const { files, read } = await choose(put('a.txt', 'Text'), put('b.md', '# Title'));
    expect(files.map(({ name, sizeBytes }) => ({ name, sizeBytes }))).toEqual([
      { name: 'a.txt', sizeBytes: 4 },
      { name: 'b.md', sizeBytes: 7 },
    ]);
    expect(JSON.stringify(files)).not.toContain(folder);
    const answer = await read(files[0]!.token);
    expect(answer).toEqual({ ok: true, value: { name: 'a.txt', bytes: new TextEncoder().encode('Text') } });
  });
  it('that are gone, empty, too large or no files at all are told of', async () => {
    const gone = put('gone.txt', 'x');
    const large = put('large.txt', 'x');
    truncateSync(large, maxFileBytes + 1);
    mkdirSync(path.join(folder, 'folder.txt'));
    const { files, read } = await choose(gone, put('empty.txt', ''), large, path.join(folder, 'folder.txt'));
    rmSync(gone);
    const answers = [];
    for (const { token } of files) answers.push(await read(token));
    expect(answers.map((a) => (a.ok ? 'ok' : [a.error.code, a.error.params?.name]))).toEqual([
      ['file-gone', 'gone.txt'],
      ['file-empty', 'empty.txt'],
      ['file-too-large', 'large.txt'],
      ['file-unreadable', 'folder.txt'],
    ]);
  });
  it('are the only ones: a token that was not given out opens nothing', async () => {
    const { read } = await choose(put('a.txt', 'Text'));
    expect(await read(newId<FileToken>())).toMatchObject({ ok: false, error: { code: 'file-gone' } });
    expect(await read('/etc/passwd' as FileToken)).toEqual({ ok: false, error: { code: 'invalid-input' } });
  });
});
