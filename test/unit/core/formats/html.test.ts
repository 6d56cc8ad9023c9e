import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importBytes, importPasted } from '../../../../core/formats/import';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (html: string | Uint8Array, name = 'page.html') => {
  const result = await importBytes(typeof html === 'string' ? utf8(html) : html, name);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const fixture = (lang: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/import/page-${lang}.html`));

describe('saved web pages', () => {
  it('in English: the article alone, with headings, quotation, list and the other language marked', async () => {
    const page = await read(fixture('en'));
    expect(page).toMatchObject({
      format: 'html',
      title: 'Old bridge to reopen in spring',
      outlet: 'The Lake Courier',
      date: '2024-05-03',
      lang: 'en',
      warnings: [],
    });
    const all = page.blocks.map((block) => block.text).join('\n');
    for (const foreign of [
      'SCRIPTED',
      'HIDDEN',
      'Weather',
      'cookies',
      'Rainwell',
      'Mayor opens market',
      'Tweet',
      'rights reserved',
    ])
      expect(all).not.toContain(foreign);
    expect(page.blocks[0]).toEqual({ kind: 'heading', level: 1, text: 'Old bridge to reopen in spring' });
    expect(page.blocks.filter((block) => block.kind === 'heading').map((block) => block.text)).toEqual([
      'Old bridge to reopen in spring',
      'Two million more',
    ]);
    expect(page.blocks.filter((block) => block.kind === 'list-item')).toHaveLength(2);
    expect(page.blocks.filter((block) => block.kind === 'quotation').map((block) => block.text)).toEqual([
      'The drawings were wrong, and nobody had looked at them for a hundred years.',
    ]);
    expect(page.blocks.at(-1)).toMatchObject({ kind: 'paragraph', lang: 'fr' });
    expect(all).toContain('« Enfin ! » said a baker');
  });

  it('in French: outlet, headline and date from JSON-LD', async () => {
    const page = await read(fixture('fr'));
    expect(page).toMatchObject({
      title: 'Le vieux pont rouvrira au printemps',
      outlet: 'Le Journal du Lac',
      date: '2024-05-04',
      lang: 'fr',
      warnings: [],
    });
    expect(page.blocks.filter((block) => block.text.length > 100)).toHaveLength(5);
    expect(page.blocks.map((block) => block.text).join('\n')).not.toContain('La neige revient');
  });

  it('in Arabic: all paragraphs, date from the time element', async () => {
    const page = await read(fixture('ar'));
    expect(page).toMatchObject({
      title: 'الجسر القديم يفتح أبوابه في الربيع',
      outlet: 'صحيفة البحيرة',
      date: '2024-05-05',
      lang: 'ar',
      warnings: [],
    });
    expect(page.blocks.filter((block) => block.text.length > 100)).toHaveLength(5);
    expect(page.blocks.map((block) => block.text).join('\n')).not.toContain('افتتاح السوق الجديد');
  });

  it('are known by content, whatever they are called', async () => {
    expect((await read(fixture('fr'), 'page.txt')).format).toBe('html');
  });

  it('in windows-1256 are decoded as they declare', async () => {
    const bytes = Uint8Array.from([
      ...utf8('<html><head><meta charset="windows-1256"></head><body><p>'),
      0xe3,
      0xd1,
      0xcd,
      0xc8,
      0xc7,
      ...utf8('</p></body></html>'),
    ]);
    const page = await read(bytes);
    expect(page.encoding).toBe('windows-1256');
    expect(page.blocks).toEqual([{ kind: 'paragraph', text: 'مرحبا' }]);
  });

  it('without an article give all their text, and say so', async () => {
    const page = await read(
      '<html><body><table><tr><td>Monday</td><td>rain</td></tr><tr><td>Tuesday</td><td>snow</td></tr></table></body></html>',
    );
    expect(page.warnings).toContain('no-article-found');
    expect(page.blocks.map((block) => block.text)).toEqual(['Monday | rain', 'Tuesday | snow']);
  });
});

describe('hostile pages', () => {
  it.each([
    ['tags nested 10,000 deep', `<html><body>${'<div>'.repeat(10_000)}deep words${'</div>'.repeat(10_000)}`],
    ['tags never closed', `<html><body>deep words${'<b><i>'.repeat(20_000)}`],
    ['tags never opened', `<html><body>deep words${'</b></i>'.repeat(50_000)}`],
    ['a hundred thousand siblings', `<html><body>deep words${'<p>x</p>'.repeat(100_000)}`],
    ['stray angle brackets', `<html><body>deep words ${'<'.repeat(300_000)}`],
    ['references without end', `<html><body>deep words ${'&amp'.repeat(100_000)}`],
    ['a tag without end', `<html><body>deep words<a href="${'x'.repeat(300_000)}`],
  ])('%s: read, not crashed', async (_, html) => {
    const page = await read(html);
    expect(page.blocks[0]?.text.startsWith('deep words')).toBe(true);
  });

  it('give no script, style or hidden text, and no markup', async () => {
    const page = await read(
      '<html><body><p onclick="x()">seen words<script>SECRET</script><style>SECRET</style><svg><text>SECRET</text></svg><noscript>SECRET</noscript></p><SCRIPT>SECRET</SCRIPT><p hidden>SECRET</p><img src=x onerror="SECRET"><template>SECRET</template><p>&lt;b&gt;plain&lt;/b&gt;</p></body></html>',
    );
    expect(page.blocks.map((block) => block.text)).toEqual(['seen words', '<b>plain</b>']);
  });

  it('cannot turn round their own title', async () => {
    const page = await read(
      '<html><head><title>Bridge \u202Egnp.exe</title></head><body><p>Some words \u202Eof the page\u202C here.</p></body></html>',
    );
    expect(page.title).toBe('Bridge gnp.exe');
    expect(page.warnings).toContain('bidi-controls');
    expect(page.blocks[0]?.text).toContain('\u202E');
  });
});

describe('importPasted', () => {
  it('takes structure from the clipboard where there is some', async () => {
    const pasted = await importPasted({
      html: '<meta charset="utf-8"><h2>Bridge opens</h2><p>The bridge opens today.</p>',
      text: 'Bridge opens\nThe bridge opens today.',
    });
    expect(pasted.ok && pasted.value.blocks).toEqual([
      { kind: 'heading', level: 2, text: 'Bridge opens' },
      { kind: 'paragraph', text: 'The bridge opens today.' },
    ]);
    expect(pasted.ok && pasted.value.warnings).not.toContain('no-article-found');
  });

  it('takes the text where the HTML is one run of words', async () => {
    const pasted = await importPasted({ html: '<span>one two three</span>', text: 'one two three\n\nfour five six' });
    expect(pasted.ok && pasted.value.blocks).toHaveLength(2);
  });

  it('says that there was nothing', async () => {
    const pasted = await importPasted({ html: ' ', text: '' });
    expect(pasted.ok ? null : pasted.error.code).toBe('file-empty');
  });
});
