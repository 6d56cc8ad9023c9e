/** Passages of a version: from offsets to selectors, and back to where the quotation stands now. */
import { anchor, contextLength, describe } from '../../core/annotate/selectors';
import type { ReportId, VersionId } from '../../core/model/ids';
import type { NoteTarget } from '../../core/model/note';
import { ExpectedError } from '../../core/model/result';
import { segmentSeparator } from '../../core/segment/segment';
import type { Library } from '../library/library';

export interface Passage {
  versionId: VersionId;
  start: number;
  end: number;
}

/** The text around [start, end), and where it begins. */
function textAround({ versions }: Library, versionId: VersionId, start: number, end: number): { from: number; text: string } {
  const around = versions.segmentsWithin(versionId, start, end);
  return { from: around[0]?.start ?? 0, text: around.map((segment) => segment.text).join(segmentSeparator) };
}

/** The selectors of a place, made from no more of the text than they need. Throws invalid-input for a place outside it. */
export function targetAt(library: Library, reportId: ReportId, { versionId, start, end }: Passage): NoteTarget {
  library.versions.get(reportId, versionId);
  // One unit more than the context, in case it begins within a surrogate pair.
  const { from, text } = textAround(library, versionId, Math.max(0, start - contextLength - 1), end + contextLength + 1);
  if (start >= end || end - from > text.length) throw new ExpectedError('invalid-input');
  return { versionId, quote: describe(text, start - from, end - from).quote, position: { start, end } };
}

export const textOf = ({ versions }: Library, versionId: VersionId): string =>
  versions
    .segments(versionId)
    .map((segment) => segment.text)
    .join(segmentSeparator);

/**
 * Finds where targets stand now: by position, by their exact words, by nearly the same words; else they come back as orphans.
 * Whole texts are read for those only that don't stand where they stood.
 */
export function locator(library: Library, reportId: ReportId): (targets: readonly NoteTarget[]) => NoteTarget[] {
  const known = new Set(library.versions.list(reportId).map((version) => version.id));
  const texts = new Map<VersionId, string>();
  const wholeText = (id: VersionId): string => {
    const text = texts.get(id) ?? textOf(library, id);
    texts.set(id, text);
    return text;
  };
  const locate = (target: NoteTarget): NoteTarget => {
    const { versionId, quote, position } = target;
    if (!known.has(versionId)) return { ...target, orphan: true };
    const { from, text } = textAround(library, versionId, position.start, position.end);
    const standsThere = quote.exact !== '' && text.slice(position.start - from, position.end - from) === quote.exact;
    if (position.start >= from && standsThere) return target;
    const found = anchor(wholeText(versionId), target);
    return found ? { ...target, position: { start: found.start, end: found.end } } : { ...target, orphan: true };
  };
  return (targets) => targets.map(locate);
}
