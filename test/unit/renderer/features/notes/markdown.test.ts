import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteId } from '../../../../../core/model/ids';
import type { Note } from '../../../../../core/model/note';
import { firstWords, notesNamedIn, parseNote, referenceTo } from '../../../../../renderer/features/notes/markdown';
import { insertLink, linkBeingTyped, linkOffers } from '../../../../../renderer/features/notes/note-links';

const id = '0d5f1c3a-6f5e-4b7a-9c1d-2e3f4a5b6c7d' as NoteId;
const text = (value: string) => ({ type: 'text', text: value });

describe('light Markdown', () => {
  it('knows bold, italic, lists, quotations, headings and breaks', () => {
    expect(parseNote('# Title\n\n**bold** and *soft*\n\n> said\n\n3. one\n4. two')).toEqual([
      { type: 'heading', children: [text('Title')] },
      {
        type: 'paragraph',
        children: [{ type: 'strong', children: [text('bold')] }, text(' and '), { type: 'emphasis', children: [text('soft')] }],
      },
      { type: 'quote', children: [{ type: 'paragraph', children: [text('said')] }] },
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [[{ type: 'paragraph', children: [text('one')] }], [{ type: 'paragraph', children: [text('two')] }]],
      },
    ]);
  });
  it('shows http, https and mailto links, notes, and every other scheme as it is typed', () => {
    expect(parseNote('[a](https://x.example/)')).toMatchObject([{ children: [{ type: 'link', address: 'https://x.example/' }] }]);
    expect(parseNote(`[a](note:${id})`)).toMatchObject([{ children: [{ type: 'note', id, children: [text('a')] }] }]);
    for (const address of ['javascript:alert(1)', 'file:///etc', 'data:text/html,x', 'app://bundle/', 'note:../x'])
      expect(parseNote(`[a](${address})`), address).toEqual([{ type: 'paragraph', children: [text(`[a](${address})`)] }]);
  });
  it('leaves HTML and pictures as letters', () => {
    for (const source of ['<b onclick="x()">no</b>', '<script>alert(1)</script>', '![alt](https://x.example/p.png)'])
      expect(JSON.stringify(parseNote(source))).not.toMatch(/"(html|image)"/);
    expect(parseNote('<script>alert(1)</script>')).toEqual([
      { type: 'paragraph', children: [text('<script>alert(1)</script>')] },
    ]);
  });
  it('never throws, whatever is typed, and answers deep nesting', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (source) => void parseNote(source)));
    expect(parseNote('> '.repeat(2000)).length).toBeGreaterThan(0);
    expect(parseNote('*a '.repeat(5000)).length).toBeGreaterThan(0);
  });
});

describe('links between notes', () => {
  const note = (own: string, body: string, updatedAtMs = 0) => ({ id: own as NoteId, body, updatedAtMs }) as Note;
  it('are found in a text, named by first words without marks', () => {
    const link = referenceTo(id, '## **The [first]** note\nand more', 'Note');
    expect(link).toBe(`[The first note and more](note:${id})`);
    expect(notesNamedIn(`see ${link} and ${link}`)).toEqual(new Set([id]));
    expect(parseNote(link)).toMatchObject([{ children: [{ type: 'note', id }] }]);
    expect(firstWords('x'.repeat(100))).toHaveLength(61);
  });
  it('are offered from two brackets on, and take their place', () => {
    expect(linkBeingTyped('see [[fir', 9)).toBe('fir');
    expect(linkBeingTyped('see [[fir]] x', 13)).toBeNull();
    expect(linkBeingTyped('see [x', 6)).toBeNull();
    const notes = [note('a', 'The first', 1), note('b', 'Another first', 2), note('c', ''), note(id, 'first, this one')];
    expect(linkOffers(notes, id, 'FIRST').map((n) => n.id)).toEqual(['b', 'a']);
    expect(linkOffers([note('a', 'أوّل ملاحظة')], null, 'اول').map((n) => n.id)).toEqual(['a']);
    const made = insertLink('see [[fir]] there', 9, note(id, 'The first'), 'Note');
    expect(made.text).toBe(`see [The first](note:${id}) there`);
    expect(made.text.slice(0, made.caret)).toMatch(/\)$/);
  });
});
