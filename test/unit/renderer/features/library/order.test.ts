import { describe, expect, it } from 'vitest';
import type { ReportId, VersionId } from '../../../../../core/model/ids';
import { newId } from '../../../../../core/model/ids';
import type { ReportSummary } from '../../../../../renderer/features/library/library-store';
import { matching, ordered } from '../../../../../renderer/features/library/order';

const report = (title: string, more: Partial<ReportSummary> = {}): ReportSummary => ({
  id: newId<ReportId>(),
  title,
  kind: 'event',
  versions: [{ id: newId<VersionId>(), lang: 'ar', outlet: 'صحيفة الميناء', title: 'العبّارات إلى صفا' }],
  rowCount: 1,
  noteCount: 0,
  createdAtMs: 0,
  openedAtMs: null,
  ...more,
});
const compare = new Intl.Collator('en', { numeric: true }).compare;
const titles = (reports: ReportSummary[]) => reports.map((r) => r.title);

describe('library order', () => {
  const old = report('Chapter 10', { createdAtMs: 1, openedAtMs: 90, noteCount: 2 });
  const fresh = report('Chapter 9', { createdAtMs: 50 });
  const noted = report('Épilogue', { createdAtMs: 20, openedAtMs: 30, noteCount: 7 });

  it('puts the newest first; what was never opened counts by when it was added', () => {
    expect(titles(ordered([noted, fresh, old], 'opened', compare))).toEqual(['Chapter 10', 'Chapter 9', 'Épilogue']);
    expect(titles(ordered([noted, fresh, old], 'created', compare))).toEqual(['Chapter 9', 'Épilogue', 'Chapter 10']);
  });

  it('sorts titles as a person does, and notes by number', () => {
    expect(titles(ordered([noted, old, fresh], 'title', compare))).toEqual(['Chapter 9', 'Chapter 10', 'Épilogue']);
    expect(titles(ordered([fresh, old, noted], 'notes', compare))).toEqual(['Épilogue', 'Chapter 10', 'Chapter 9']);
  });

  it('filters by every word, in titles and outlets, accents and marks aside', () => {
    const all = [old, fresh, noted];
    expect(titles(matching(all, 'epilogue'))).toEqual(['Épilogue']);
    expect(titles(matching(all, '  '))).toHaveLength(3);
    expect(titles(matching(all, 'الميناء العبارات'))).toHaveLength(3);
    expect(titles(matching(all, 'chapter nothing'))).toEqual([]);
  });
});
