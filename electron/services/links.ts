/** Links in notes lead out of the app only after a question that shows where to, as the address goes out: in ASCII. */
import { ExpectedError } from '../../core/model/result';
import type { Handlers } from './handlers';

const schemes = new Set(['http:', 'https:', 'mailto:']);

/** The address in ASCII: host names in Punycode, everything else percent-encoded. Null for what is never opened. */
export function asciiAddress(address: string): string | null {
  try {
    const url = new URL(address);
    // A password in an address is there to deceive.
    if (!schemes.has(url.protocol) || url.username !== '' || url.password !== '') return null;
    return /^[\x21-\x7e]+$/.test(url.href) ? url.href : null;
  } catch {
    return null;
  }
}

/** `ask` shows the address and answers whether to go on; `open` hands it to the system. */
export const linkHandlers = (
  ask: (address: string) => Promise<boolean>,
  open: (address: string) => Promise<void>,
): Handlers<'links.open'> => ({
  'links.open': async ({ address }) => {
    const ascii = asciiAddress(address);
    if (ascii === null) throw new ExpectedError('forbidden');
    const agreed = await ask(ascii);
    if (agreed) await open(ascii);
    return { opened: agreed };
  },
});
