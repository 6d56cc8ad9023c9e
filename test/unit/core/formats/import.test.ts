import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importBytes, maxTextBytes } from '../../../../core/formats/import';
import { answerImportRequest } from '../../../../core/formats/worker-protocol';
import { arabicText, encodeAs, frenchText } from '../../../support/encodings';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const errorOf = async (bytes: Uint8Array, name: string) => {
  const result = await importBytes(bytes, name);
  return result.ok ? null : result.error;
};
const long = 'The council of the town voted on Tuesday to reopen the old bridge to walkers in the spring.';

describe('importBytes', () => {
  it('names what is wrong with a file, and the file', async () => {
    expect(await errorOf(new Uint8Array(0), 'a.txt')).toEqual({ code: 'file-empty', params: { name: 'a.txt' } });
    expect(await errorOf(utf8(' \n\n \t\n'), 'a.txt')).toEqual({ code: 'no-text-found', params: { name: 'a.txt' } });
    expect(await errorOf(utf8('---\n\n***'), 'a.md')).toEqual({ code: 'no-text-found', params: { name: 'a.md' } });
    expect(await errorOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3), 'a.txt')).toMatchObject({
      code: 'file-binary',
    });
    expect(await errorOf(utf8('%PDF-1.7 …'), 'a.pdf')).toMatchObject({ code: 'file-format-unknown' });
    expect(await errorOf(utf8('{\\rtf1 …}'), 'a.txt')).toMatchObject({ code: 'file-format-unknown' });
  });

  it('refuses a text of 20 MB with its size and the limit', async () => {
    const error = await errorOf(new Uint8Array(20_000_000).fill(97), 'long.txt');
    expect(error).toEqual({
      code: 'file-too-large',
      params: { name: 'long.txt', sizeMb: 20, limitMb: maxTextBytes / 1_000_000 },
    });
  });

  it('shows no controls of direction in a file name', async () => {
    expect((await errorOf(new Uint8Array(0), 'a\u202Efdp.txt'))?.params).toEqual({ name: 'afdp.txt' });
  });

  it('takes the reader’s word for encoding and language', async () => {
    const result = await importBytes(encodeAs(arabicText, 'windows-1256'), 'a.txt', { encoding: 'windows-1252', lang: 'fa' });
    expect(result.ok && result.value).toMatchObject({
      encoding: 'windows-1252',
      encodingConfidence: 1,
      lang: 'fa',
      langConfidence: 1,
    });
  });

  it('gives encoding, language and what else could be meant', async () => {
    const result = await importBytes(encodeAs(arabicText, 'iso-8859-6'), 'a.txt');
    expect(result.ok && result.value).toMatchObject({ encoding: 'iso-8859-6', lang: 'ar' });
    expect(result.ok && result.value.encodingChoices).toEqual(expect.arrayContaining(['iso-8859-6', 'windows-1256', 'utf-8']));
  });

  it('never throws and never gives an empty block, whatever the bytes and the name', async () => {
    const names = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.docx', 'a', 'a.xyz');
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            '<p>',
            '</p>',
            '<',
            '# ',
            '- ',
            '> ',
            '\n\n',
            '`',
            '|',
            '&lt;',
            'word ',
            'كلمة ',
            '*',
            '---\n',
            '[a](b)',
            '<!--',
          ),
          { maxLength: 60 },
        )
        .map((parts) => utf8(parts.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, names, async (input, name) => {
        const result = await importBytes(input, name);
        if (result.ok)
          for (const block of result.value.blocks) expect(block.text.trim()).toBe(block.text === '' ? 'not empty' : block.text);
      }),
      { numRuns: 200 },
    );
  });
});

const textsOf = async (text: string, name: string) => {
  const result = await importBytes(utf8(text), name);
  if (!result.ok) throw new Error(result.error.code);
  return { ...result.value, texts: result.value.blocks.map((block) => `${block.kind}: ${block.text}`) };
};

describe('plain text', () => {
  it('takes blank lines, single lines and lines wrapped by hand for what they are', async () => {
    expect((await textsOf(`Old bridge to reopen\n\n${long}\n\n${long}`, 'a.txt')).texts).toEqual([
      'heading: Old bridge to reopen',
      `paragraph: ${long}`,
      `paragraph: ${long}`,
    ]);
    expect((await textsOf(`${long}\n${frenchText}\n${long} ${long}`, 'a.txt')).blocks).toHaveLength(3);
    const wrapped = `The council of the town voted on Tuesday to reopen the old\nbridge to walkers in the spring, three months later than it\nhad planned.\n\nCritics asked why no one had drilled before the works began\nin the year before, and why the drawings were believed.`;
    expect((await textsOf(wrapped, 'a.txt')).texts).toEqual([
      'paragraph: The council of the town voted on Tuesday to reopen the old bridge to walkers in the spring, three months later than it had planned.',
      'paragraph: Critics asked why no one had drilled before the works began in the year before, and why the drawings were believed.',
    ]);
  });

  it('reads light marks where they clearly stand, and leaves other signs alone', async () => {
    const { texts, blocks, title } = await textsOf(
      `# *Old bridge* to reopen\n\n---\n${long} It costs 5 * 3 * 2 crowns, see file_name_here.\n\n<https://courier.example/a_b_c>\n\n**The Courier**`,
      'a.txt',
    );
    expect(title).toBe('Old bridge to reopen');
    expect(texts).toEqual([
      'heading: Old bridge to reopen',
      'paragraph: ---',
      `paragraph: ${long} It costs 5 * 3 * 2 crowns, see file_name_here.`,
      'paragraph: https://courier.example/a_b_c',
      'paragraph: The Courier',
    ]);
    expect(blocks[1]?.boilerplate).toBe(true);
  });

  it('takes no sentence for a title', async () => {
    expect((await textsOf(`${long}\n\n${long}`, 'a.txt')).title).toBeNull();
  });
});

describe('Markdown', () => {
  it('gives headings, lists, quotations, code, tables and the text of HTML', async () => {
    const { texts, title } = await textsOf(
      '# Bridge\n\nA *new* [bridge](https://x.example) <b>opens</b>.\n\n- one\n- two\n\n> said\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n<div><script>no</script>raw</div>\n',
      'a.md',
    );
    expect(title).toBe('Bridge');
    expect(texts).toEqual([
      'heading: Bridge',
      'paragraph: A new bridge opens.',
      'list-item: one',
      'list-item: two',
      'quotation: said',
      'paragraph: code',
      'paragraph: a | b',
      'paragraph: c | d',
      'paragraph: raw',
    ]);
  });

  it('reads title, date, outlet and language from the front matter', async () => {
    const document = await textsOf(
      `---\ntitle: "Old bridge"\ndate: 2024-05-03\nsource: The Courier\nlang: en-GB\n---\n${long}\n`,
      'a.md',
    );
    expect(document).toMatchObject({
      title: 'Old bridge',
      date: '2024-05-03',
      outlet: 'The Courier',
      lang: 'en',
      texts: [`paragraph: ${long}`],
    });
  });

  it.each(['[', '![', '*a **b ', '> ', '`', '<', '&', '_', '- ', '1. ', '\t', '~'])(
    'with %j a hundred thousand times is read all the same',
    async (mark) => {
      const { blocks } = await textsOf(`${long}\n\n${mark.repeat(100_000)}`, 'a.md');
      expect(blocks[0]?.text).toBe(long);
    },
  );
});

describe('answerImportRequest', () => {
  it('answers under the request’s number, with segments', async () => {
    const response = await answerImportRequest({
      id: 7,
      kind: 'file',
      bytes: utf8(`${long}\n\nRelated articles`),
      fileName: 'a.txt',
    });
    expect(response.id).toBe(7);
    expect(response.result.ok && response.result.value.segmented.segments.map((segment) => segment.boilerplate)).toEqual([
      false,
      true,
    ]);
    expect(structuredClone(response)).toEqual(response);
  });
});
