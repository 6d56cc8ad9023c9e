/** What the preload gives the window (core/contract/bridge.ts). */
import type { Bridge } from '../core/contract/bridge';

declare global {
  interface Window {
    readonly triptych: Bridge;
  }
}
