// The few web-standard globals that core may use: they stand in Node, in Electron and in every worker alike,
// but TypeScript files them under the DOM library, which core must not see.
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  decode(input?: ArrayBufferLike | ArrayBufferView, options?: { stream?: boolean }): string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare const performance: { now(): number };
declare const crypto: { randomUUID(): string };
