import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importBytes } from '../../../../core/formats/import';
import type { Block } from '../../../../core/model/text';
import { findBoilerplate } from '../../../../core/segment/boilerplate';

const seeds = '../shared/data';
const hasSeeds = existsSync(`${seeds}/seeds-gold.json`);

const content: Record<string, string[]> = {
  en: [
    'The council voted on Tuesday to reopen the old bridge to walkers in the spring, after three months of delay.',
    'By Thursday, the workers had laid the last stones, and the mayor thanked them in a short speech.',
    'Related work on the southern ramp goes on, the spokeswoman said.',
    'Share prices of the builder fell.',
    'More on the list: two smaller bridges, which nobody has used for years.',
    '“Back to the drawing board,” said one critic.',
    'Print shops in the quarter hope for customers.',
    'The report was first published by a local paper on 3 May.',
    'Reuters could not confirm the figure.',
    'Sources: the mayor has known for weeks, and so has her deputy, according to two officials who asked not to be named because they may not speak to the press about the works.',
  ],
  fr: [
    'Le conseil a voté mardi la réouverture du vieux pont aux piétons dès le printemps, après trois mois de retard.',
    'À lire les comptes, la ville a dépensé deux millions de plus que prévu.',
    'Par ailleurs, la rampe sud reste fermée.',
    'Partager la route avec les vélos sera obligatoire.',
    'L’AFP a consulté le rapport.',
    'Publié lundi, le rapport accuse le constructeur.',
  ],
  ar: [
    'صوت المجلس يوم الثلاثاء على فتح الجسر القديم أمام المشاة في الربيع بعد تأخير دام ثلاثة أشهر.',
    'شارك في الاجتماع خمسة أعضاء من المعارضة.',
    'وكالات السفر تأمل في عودة الزوار.',
    'كتب رئيس البلدية رسالة إلى السكان.',
    'وقالت رويترز إنها لم تتمكن من التحقق من الرقم.',
    'شاهد عيان قال إن الجسر اهتز مرتين.',
  ],
};
const boilerplate: Record<string, string[]> = {
  en: [
    'Related articles',
    'READ MORE: Mayor opens market',
    'See also: A bridge too long',
    'Back to top button',
    'https://news.example/a?b=c',
    'Share this article',
    'Advertisement',
    '* * *',
    'Adblock Detected',
    'Please consider supporting us by disabling your ad blocker',
    '© 2024 The Lake Courier. All rights reserved.',
    'Tags: bridge, council',
    'Facebook Twitter WhatsApp',
    'Leave a comment',
  ],
  fr: [
    'Lire aussi : Le marché rouvre ses portes',
    'À lire aussi',
    'Sur le même sujet',
    'Publicité',
    'Partager sur Facebook',
    'Tous droits réservés',
    'Haut de page',
    'Mots-clés : pont, conseil',
    'Laisser un commentaire',
    'Abonnez-vous à notre lettre',
  ],
  ar: [
    'اقرأ أيضاً',
    'إقرأ أيضا: افتتاح السوق الجديد',
    'مواضيع ذات صلة',
    'شاهد أيضاً: صور الجسر',
    'إعلان',
    'جميع الحقوق محفوظة',
    'شارك على فيسبوك',
    'الوسوم: جسر، مجلس',
    'العودة إلى الأعلى',
    'اترك تعليقاً',
  ],
};

const paragraphs = (texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }));

describe('findBoilerplate', () => {
  it.each(Object.entries(content))('marks no paragraph of a report in %s, wherever it stands', (_, texts) => {
    for (let turn = 0; turn < texts.length; turn += 1) {
      const turned = [...texts.slice(turn), ...texts.slice(0, turn)];
      expect(findBoilerplate(paragraphs(turned)).flatMap((marked, at) => (marked ? [turned[at]] : []))).toEqual([]);
    }
  });

  it.each(Object.entries(boilerplate))('marks what is not the report in %s', (lang, texts) => {
    for (const text of texts) {
      const marks = findBoilerplate(paragraphs([...(content[lang] ?? []), text, content[lang]?.[0] ?? '']));
      expect(marks.at(-2), text).toBe(true);
    }
  });

  it.each([
    'By Staff, Agencies',
    'By Ada Lind and Tom Moss',
    'Par Jeanne Martin, avec AFP',
    'بقلم: سامي حداد',
    '(Reuters)',
    'AFP',
    'وكالات',
    'Published on 3 May 2024',
    'Publié le 3 mai 2024 à 8h10',
    'آخر تحديث: 3 مايو 2024',
    '3 May 2024',
  ])('marks %s below the headline', (line) => {
    const blocks: Block[] = [
      { kind: 'heading', level: 1, text: 'Old bridge to reopen' },
      ...paragraphs([line, ...(content.en ?? [])]),
    ];
    expect(findBoilerplate(blocks).slice(0, 3)).toEqual([false, true, false]);
  });

  it.each(['المصدر: وكالة المدينة', 'Source: Lake Courier', 'الشارع/ متابعات', 'رويترز'])('marks %s at the end', (line) => {
    expect(findBoilerplate(paragraphs([...(content.ar ?? []), line])).at(-1)).toBe(true);
  });

  it('marks the headlines that follow "Related articles", and no paragraph after them', () => {
    const texts = [...(content.en ?? []), 'Related articles', 'Mayor opens market', 'Lake rises again'];
    expect(findBoilerplate(paragraphs(texts)).slice(-3)).toEqual([true, true, true]);
    const goesOn = [...texts, `${content.en?.[0]} ${content.en?.[1]}`];
    expect(findBoilerplate(paragraphs(goesOn)).slice(-4)).toEqual([true, false, false, false]);
  });

  it('marks an outlet that signs below its address', () => {
    expect(findBoilerplate(paragraphs([...(content.en ?? []), 'https://courier.example', 'The Lake Courier'])).slice(-2)).toEqual(
      [true, true],
    );
  });
});

describe.skipIf(!hasSeeds)(`the seed texts${hasSeeds ? '' : ' (absent here: skipped)'}`, () => {
  const gold: { files: Record<string, string>; boilerplate: Record<string, number[]> } = hasSeeds
    ? JSON.parse(readFileSync(`${seeds}/seeds-gold.json`, 'utf8'))
    : { files: {}, boilerplate: {} };
  it.each(Object.entries(gold.files))('%s: a segment a line, boilerplate as judged', async (id, file) => {
    const bytes = new Uint8Array(readFileSync(`${seeds}/seeds/${file}`));
    const imported = await importBytes(bytes, file);
    if (!imported.ok) throw new Error(imported.error.code);
    const lines = new TextDecoder()
      .decode(bytes)
      .split('\n')
      .filter((line) => line.trim());
    expect(imported.value.blocks).toHaveLength(lines.length);
    expect(findBoilerplate(imported.value.blocks).flatMap((marked, at) => (marked ? [at] : []))).toEqual(gold.boilerplate[id]);
  });
});

describe('credits shared with agencies', () => {
  const marked = (line: string): boolean | undefined =>
    findBoilerplate([
      { kind: 'heading', text: 'The bridge reopens' },
      { kind: 'paragraph', text: line },
      {
        kind: 'paragraph',
        text: 'The council voted on Tuesday to reopen the old bridge to walkers in the spring, after long delay.',
      },
    ])[1];
  it.each([
    'Lake staff and agencies',
    'Par Jeanne Martin, avec agences',
    'ميناء البحيرة – صحيفة الجسر ووكالات',
    'Anna Roth with agencies',
  ])('marks %s below the headline', (line) => expect(marked(line)).toBe(true));
  it.each(['The mayor met with aid agencies.', 'La ville discute avec les agences.', 'وكالات السفر تأمل في عودة الزوار'])(
    'leaves the sentence %s',
    (line) => expect(marked(line)).toBe(false),
  );
});
