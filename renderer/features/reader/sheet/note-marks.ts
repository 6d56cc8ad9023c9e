/**
 * Marks of notes in the text: a shade for what a note quotes, deeper where notes overlap or lie in each other (CSS Custom Highlight
 * API: ranges, no extra elements, so offsets stay simple), and a pin in each cell or row that has notes. A report may have thousands
 * of notes: only what changed is drawn again, and choosing another note touches the two.
 */
import type { RowId, VersionId } from '../../../../core/model/ids';
import type { NoteScope } from '../../../../core/model/note';
import type { VersionInfo } from '../../../../core/model/report';
import { levelsOf, markLevels } from '../../../state/mark-levels';
import type { RowBook } from '../../../state/row-book';
import { NotePins, type PinPlace } from './note-pins';
import { pointsWithin, toStretches } from './offsets';
import type { SheetView } from './sheet-view';

/** The same object as long as nothing of it changed. */
export interface MarkedNote {
  key: string;
  scope: NoteScope;
  targets: readonly { versionId: VersionId; start: number; end: number }[];
}
/** What stands on the page, and how it is named. */
export interface MarkedText {
  versions: readonly VersionInfo[];
  book: RowBook;
  /** Names a pin with so many notes. */
  label: (count: number) => string;
}

type Target = MarkedNote['targets'][number];
/** One quotation as it is drawn: a range for each paragraph that the page has. */
interface Shade {
  name: string;
  ranges: StaticRange[];
}
interface Drawn {
  note: MarkedNote;
  level: Map<Target, number>;
  shades: Map<Target, Shade>;
  places: readonly PinPlace[];
}

/** By level, then the chosen note's: later ones lie above. */
const names = [...Array.from({ length: markLevels }, (_, level) => `note-${level + 1}`), 'note-on'];
const registry = (): HighlightRegistry | null => (typeof CSS !== 'undefined' && CSS.highlights) || null;

const quoted = ({ scope, targets }: MarkedNote): readonly Target[] => (scope === 'selection' ? targets : []);
const sameTarget = (a: Target, b: Target | undefined) => a.versionId === b?.versionId && a.start === b.start && a.end === b.end;
const samePlaces = (a: MarkedNote, b: MarkedNote) =>
  a.scope === b.scope && a.targets.length === b.targets.length && a.targets.every((t, i) => sameTarget(t, b.targets[i]));
/** A paragraph that was drawn anew has left its ranges without text. */
const stands = ({ ranges }: Shade) => ranges.every((range) => range.startContainer.isConnected);

export class NoteMarks {
  readonly #view: Pick<SheetView, 'segment' | 'pinHolder' | 'hasPin'>;
  readonly #highlights: Map<string, Highlight>;
  readonly #pins: NotePins;
  /** By key, in the order of the notes. */
  #drawn = new Map<string, Drawn>();
  #notes: readonly MarkedNote[] | null = null;
  #active: string | null = null;
  #text: MarkedText | null = null;

  constructor(view: Pick<SheetView, 'segment' | 'pinHolder' | 'hasPin'>) {
    this.#view = view;
    this.#pins = new NotePins(view);
    this.#highlights = new Map(registry() ? names.map((name) => [name, new Highlight()]) : []);
  }

  /**
   * Draws what is not drawn yet. Paragraphs and rows that are drawn already are looked at again only if `pageChanged`, or where
   * `text` is not what it was; notes only if the list is another one.
   */
  draw(notes: readonly MarkedNote[], active: string | null, text: MarkedText, pageChanged: boolean): void {
    for (const [name, highlight] of this.#highlights) if (registry()?.get(name) !== highlight) registry()?.set(name, highlight);
    const anew = pageChanged || this.#text?.book !== text.book || this.#text.versions !== text.versions;
    const turned = this.#active === active ? [] : [this.#active, active];
    this.#text = text;
    this.#active = active;
    const { changed, levelled } = this.#take(notes);
    this.#setLevels(levelled);
    const some = anew || levelled.size > 0 ? this.#drawn.keys() : new Set([...changed, ...turned]);
    for (const key of some) {
      const drawn = key === null ? undefined : this.#drawn.get(key);
      if (!drawn) continue;
      this.#shade(drawn, key === active, anew);
      if (anew || changed.has(drawn.note.key))
        drawn.places = this.#pins.put(drawn.note.key, drawn.places, this.#placesOf(drawn.note));
    }
    this.#pins.draw(() => this.#drawn.keys(), active, text.label, anew);
  }

  clear(): void {
    for (const drawn of this.#drawn.values()) this.#erase(drawn);
    this.#drawn.clear();
    this.#pins.clear();
    for (const [name, highlight] of this.#highlights) if (registry()?.get(name) === highlight) registry()?.delete(name);
    this.#notes = null;
    this.#text = null;
    this.#active = null;
  }

  /** Takes over the notes: which ones stand elsewhere than before, and in which versions they overlap in another way. */
  #take(notes: readonly MarkedNote[]): { changed: Set<string>; levelled: Set<VersionId> } {
    const changed = new Set<string>();
    const levelled = new Set<VersionId>();
    if (notes === this.#notes) return { changed, levelled };
    const before = this.#drawn;
    this.#notes = notes;
    this.#drawn = new Map();
    const moves = (note: MarkedNote) => {
      for (const { versionId } of quoted(note)) levelled.add(versionId);
    };
    for (const note of notes) {
      const known = before.get(note.key);
      before.delete(note.key);
      if (known && samePlaces(known.note, note)) {
        if (known.note !== note) known.note = this.#renamed(known, note);
        this.#drawn.set(note.key, known);
        continue;
      }
      moves(note);
      if (known) moves(known.note);
      if (known) this.#erase(known);
      changed.add(note.key);
      this.#drawn.set(note.key, { note, level: new Map(), shades: new Map(), places: known?.places ?? [] });
    }
    for (const gone of before.values()) {
      moves(gone.note);
      this.#erase(gone);
      this.#pins.put(gone.note.key, gone.places, []);
    }
    return { changed, levelled };
  }
  /** Another state of a note that stands where it stood: what is drawn for its passages is theirs. */
  #renamed(drawn: Drawn, note: MarkedNote): MarkedNote {
    const moved = <T>(map: Map<Target, T>) =>
      new Map(
        drawn.note.targets.flatMap((target, i) => (map.has(target) ? [[note.targets[i]!, map.get(target)!] as const] : [])),
      );
    drawn.level = moved(drawn.level);
    drawn.shades = moved(drawn.shades);
    return note;
  }
  #setLevels(versions: ReadonlySet<VersionId>): void {
    const byVersion = new Map([...versions].map((id) => [id, [] as { target: Target; drawn: Drawn }[]]));
    if (byVersion.size > 0)
      for (const drawn of this.#drawn.values())
        for (const target of quoted(drawn.note)) byVersion.get(target.versionId)?.push({ target, drawn });
    for (const list of byVersion.values()) {
      const levels = levelsOf(list.map(({ target }) => target));
      for (const [i, { target, drawn }] of list.entries()) drawn.level.set(target, levels[i]!);
    }
  }
  #ordinalOf(id: VersionId): number {
    return this.#text?.versions.find((v) => v.id === id)?.ordinal ?? -1;
  }
  #shade({ note, level, shades }: Drawn, active: boolean, anew: boolean): void {
    for (const target of quoted(note)) {
      const name = active ? 'note-on' : `note-${(level.get(target) ?? 0) + 1}`;
      const known = shades.get(target);
      const stays = known && !(anew && !this.#isWhole(target, known));
      if (stays && known.name === name) continue;
      if (known) this.#unshade(known);
      const shade = { name, ranges: stays ? known.ranges : this.#rangesOf(target) };
      for (const range of shade.ranges) this.#highlights.get(name)?.add(range);
      shades.set(target, shade);
    }
  }
  #isWhole({ versionId, start, end }: Target, shade: Shade): boolean {
    const paragraphs = this.#text?.book.segmentsBetween(this.#ordinalOf(versionId), start, end).length;
    return shade.ranges.length === paragraphs && stands(shade);
  }
  #rangesOf({ versionId, start, end }: Target): StaticRange[] {
    const book = this.#text?.book;
    if (!book || this.#highlights.size === 0) return [];
    return toStretches(book, this.#ordinalOf(versionId), start, end).flatMap((stretch) => {
      const element = this.#view.segment(stretch.version, stretch.segment);
      return element ? [new StaticRange(pointsWithin(element, stretch.start, stretch.end))] : [];
    });
  }
  #unshade({ name, ranges }: Shade): void {
    for (const range of ranges) this.#highlights.get(name)?.delete(range);
  }
  #erase({ shades }: Drawn): void {
    for (const shade of shades.values()) this.#unshade(shade);
    shades.clear();
  }
  /** One pin in each cell, or beside the number of each row, in which a passage begins. */
  #placesOf({ scope, targets }: MarkedNote): PinPlace[] {
    const places = new Map<string, PinPlace>();
    for (const { versionId, start, end } of targets) {
      const version = this.#ordinalOf(versionId);
      const first = this.#text?.book.segmentsBetween(version, start, end)[0];
      const row: RowId | null | undefined = first && this.#text?.book.rowOf(version, first.index);
      if (row == null) continue;
      const place = { row, version: scope === 'row' ? -1 : version };
      places.set(`${place.row} ${place.version}`, place);
    }
    return [...places.values()];
  }
}
