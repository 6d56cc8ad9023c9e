/**
 * Workers of the window. The content security policy allows scripts' addresses from one policy only, which is made here once for all
 * of them, and lets through addresses of our own bundle alone.
 */

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** True for a script that comes from where the page does. */
export function isOwnScript(address: string, page: string): boolean {
  try {
    const own = new URL(page);
    const url = new URL(address, own);
    return url.protocol === own.protocol && url.host === own.host && /\.[jt]s$/.test(url.pathname);
  } catch {
    return false;
  }
}

let policy: { createScriptURL(url: string): string } | null = null;
function trusted(address: string): string {
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (!trustedTypes) return address;
  policy ??= trustedTypes.createPolicy('triptych', {
    createScriptURL(url) {
      if (!isOwnScript(url, location.href)) throw new TypeError('not a script of this app');
      return url;
    },
  });
  return policy.createScriptURL(address);
}

/** `address`: what `import … from './some-worker?worker&url'` gives. */
export const startWorker = (address: string, name: string): Worker => new Worker(trusted(address), { type: 'module', name });
