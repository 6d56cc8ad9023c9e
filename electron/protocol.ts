/** app://bundle/: the window's files, and nothing outside their folder. */
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { contentSecurityPolicy } from './security';

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** Call before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** The real path of a file of the bundle; null for whatever is not one. */
export async function bundleFile(root: string, address: string): Promise<string | null> {
  try {
    const url = new URL(address);
    if (url.protocol !== 'app:' || url.host !== 'bundle') return null;
    const name = decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname);
    if (name.includes('\0') || name.includes('\\')) return null;
    // A link inside the folder must not lead out of it, so both ends are compared as real paths.
    const realRoot = await realpath(root);
    const file = await realpath(path.join(realRoot, name));
    const inside = path.relative(realRoot, file);
    return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? null : file;
  } catch {
    return null;
  }
}

/** Call when the app is ready. */
export function serveBundle(root: string): void {
  protocol.handle('app', async (request) => {
    const headers = {
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
    };
    const file = request.method === 'GET' ? await bundleFile(root, request.url) : null;
    const type = file ? mediaTypes[path.extname(file)] : undefined;
    const bytes = file && type ? await readFile(file).catch(() => null) : null;
    if (!bytes || !type) return new Response('not found', { status: 404, headers });
    return new Response(new Uint8Array(bytes), { headers: { ...headers, 'Content-Type': type } });
  });
}
