// Debian packages as sources: fetched with apt-get into a cache folder and unpacked there; nothing is installed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * Unpacks a package. Returns {folder, source: {package, version, sha256}}; throws where neither the cache nor apt has it.
 */
export function unpackDebian(name, cache) {
  mkdirSync(cache, { recursive: true });
  const stored = () => readdirSync(cache).find((file) => file.startsWith(`${name}_`) && file.endsWith('.deb'));
  if (!stored()) execFileSync('apt-get', ['download', name], { cwd: cache, stdio: ['ignore', 'ignore', 'ignore'] });
  const archive = stored();
  if (!archive) throw new Error(`apt-get download ${name} left no file`);
  const folder = path.join(cache, 'unpacked', name);
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('dpkg-deb', ['-x', path.join(cache, archive), folder]);
  }
  const version = archive.split('_')[1];
  return {
    folder,
    source: { package: name, version: decodeURIComponent(version), sha256: sha256(readFileSync(path.join(cache, archive))) },
  };
}
