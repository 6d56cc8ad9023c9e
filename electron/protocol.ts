/** app://bundle/: the window's files, and nothing outside their folder. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { bundleFile, contentSecurityPolicy } from './bundle';

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
