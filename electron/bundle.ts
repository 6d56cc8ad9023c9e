/** The window's own files: where they are addressed, what they may do, which path an address stands for. */
import { realpath } from 'node:fs/promises';
import path from 'node:path';

export const windowAddress = 'app://bundle/';

/** Trusted types: the one policy, `triptych`, is for addresses of the window's own workers. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types triptych',
].join('; ');

/** Schemes that never reach the network. devtools is there for development; releases have no developer tools. */
const localSchemes = new Set(['app:', 'blob:', 'data:', 'devtools:']);

export const isLocalAddress = (address: string): boolean => {
  try {
    const url = new URL(address);
    return localSchemes.has(url.protocol) && (url.protocol !== 'app:' || url.host === 'bundle');
  } catch {
    return false;
  }
};

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
