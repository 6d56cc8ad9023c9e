import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFile, contentSecurityPolicy, isLocalAddress } from '../../../electron/bundle';
import { newFolder, removeFolder } from './support/host';

let folder: string;
let root: string;
beforeAll(() => {
  folder = realpathSync(newFolder());
  root = path.join(folder, 'renderer');
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(root, 'index.html'), '<p>');
  writeFileSync(path.join(root, 'assets', 'a b.js'), '1');
  writeFileSync(path.join(folder, 'secret.json'), '{}');
  symlinkSync(path.join(folder, 'secret.json'), path.join(root, 'assets', 'link.json'));
});
afterAll(() => removeFolder(folder));

describe('addresses of the bundle', () => {
  it('lead to files of the bundle', async () => {
    expect(await bundleFile(root, 'app://bundle/')).toBe(path.join(root, 'index.html'));
    expect(await bundleFile(root, 'app://bundle/assets/a%20b.js?x#y')).toBe(path.join(root, 'assets', 'a b.js'));
  });
  it.each([
    'app://bundle/../secret.json',
    'app://bundle/..%2fsecret.json',
    'app://bundle/%2e%2e/secret.json',
    'app://bundle/%2e%2e%2fsecret.json',
    'app://bundle/assets/..%5c..%5csecret.json',
    'app://bundle//etc/passwd',
    'app://bundle/%2fetc%2fpasswd',
    'app://bundle/index.html%00.js',
    'app://bundle/assets/link.json',
    'app://bundle/none.js',
    'app://bundle/%E0%A4%A',
    'app://other/index.html',
    'file:///etc/passwd',
    'nonsense',
  ])('%s leads nowhere', async (address) => {
    expect(await bundleFile(root, address)).toBeNull();
  });
  it('are all that a request may be for', () => {
    for (const address of ['app://bundle/x.js', 'blob:app://bundle/1', 'data:,x']) expect(isLocalAddress(address)).toBe(true);
    const foreign = [
      'https://a.example/',
      'http://127.0.0.1/',
      'ws://a.example',
      'file:///etc/passwd',
      'ftp://a',
      'app://evil/x',
      '',
    ];
    for (const address of foreign) expect(isLocalAddress(address)).toBe(false);
  });
  it('come with a policy that names no source but the bundle', () => {
    const rules = new Map(
      contentSecurityPolicy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
    );
    expect(rules.get('default-src')).toBe("'none'");
    expect(rules.get('script-src')).toBe("'self'");
    expect(rules.get('object-src')).toBe("'none'");
    expect(rules.get('require-trusted-types-for')).toBe("'script'");
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*|data:/);
  });
});
