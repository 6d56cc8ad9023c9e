/** Pins of notes: a button in each cell or row that has some, with the number of its notes for a name. */
import type { RowId } from '../../../../core/model/ids';
import type { SheetView } from './sheet-view';

/** Where a pin stands: in a cell, or with version −1 beside the row's number. */
export interface PinPlace {
  row: RowId;
  version: number;
}
interface Pin {
  place: PinPlace;
  /** Notes that it leads to, by key. */
  keys: Set<string>;
  element: HTMLButtonElement | null;
}

const nameOf = ({ row, version }: PinPlace): string => `${row} ${version}`;

export class NotePins {
  readonly #view: Pick<SheetView, 'pinHolder' | 'hasPin'>;
  readonly #pins = new Map<string, Pin>();
  /** Pins that lead to other notes than before. */
  readonly #changed = new Set<string>();
  #active: string | null = null;
  #label: (count: number) => string = String;
  readonly #said = new Map<number, string>();

  constructor(view: Pick<SheetView, 'pinHolder' | 'hasPin'>) {
    this.#view = view;
  }

  /** Moves a note's pins from where they were to where they are to be; drawn with `draw`. Answers the second. */
  put(key: string, from: readonly PinPlace[], to: readonly PinPlace[]): readonly PinPlace[] {
    const kept = new Set(to.map(nameOf));
    for (const place of from) {
      const name = nameOf(place);
      if (!kept.delete(name) && this.#pins.get(name)?.keys.delete(key)) this.#changed.add(name);
    }
    for (const place of to) {
      const name = nameOf(place);
      if (!kept.has(name)) continue;
      const pin = this.#pins.get(name) ?? { place, keys: new Set(), element: null };
      pin.keys.add(key);
      this.#pins.set(name, pin);
      this.#changed.add(name);
    }
    return to;
  }

  /** Draws pins that changed, and if `anew` those that fell out of the page. `order`: all notes, as a click on a pin goes through them. */
  draw(order: () => Iterable<string>, active: string | null, label: (count: number) => string, anew: boolean): void {
    if (this.#active !== active)
      for (const [name, { keys }] of this.#pins)
        if ([this.#active, active].some((key) => key !== null && keys.has(key))) this.#changed.add(name);
    this.#active = active;
    // Words are looked up once a number, not once a pin.
    if (this.#label !== label) for (const name of this.#pins.keys()) this.#changed.add(name);
    if (this.#label !== label) this.#said.clear();
    this.#label = label;
    if (anew) for (const [name, pin] of this.#pins) if (!this.#stands(pin)) this.#changed.add(name);
    let rank: Map<string, number> | null = null;
    for (const name of this.#changed) {
      const pin = this.#pins.get(name);
      if (!pin) continue;
      if (pin.keys.size > 1) rank ??= new Map([...order()].map((key, i) => [key, i]));
      const keys = [...pin.keys].sort((a, b) => (rank?.get(a) ?? 0) - (rank?.get(b) ?? 0));
      this.#write(name, pin, keys);
    }
    this.#changed.clear();
  }

  clear(): void {
    for (const { element } of this.#pins.values()) element?.remove();
    this.#pins.clear();
    this.#changed.clear();
    this.#active = null;
  }

  #stands({ place, element }: Pin): boolean {
    return element !== null && this.#view.hasPin(place.row, place.version, element);
  }
  #nameFor(count: number): string {
    const known = this.#said.get(count);
    const said = known ?? this.#label(count);
    this.#said.set(count, said);
    return said;
  }
  #write(name: string, pin: Pin, keys: readonly string[]): void {
    const holder = keys.length > 0 ? this.#view.pinHolder(pin.place.row, pin.place.version) : null;
    if (!holder) pin.element?.remove();
    if (keys.length === 0) this.#pins.delete(name);
    if (!holder) {
      pin.element = null;
      return;
    }
    const element = pin.element ?? newPin();
    pin.element = element;
    element.dataset.notes = keys.join(' ');
    element.title = this.#nameFor(keys.length);
    element.setAttribute('aria-label', element.title);
    element.classList.toggle('on', this.#active !== null && pin.keys.has(this.#active));
    if (element.parentElement !== holder) holder.append(element);
  }
}

function newPin(): HTMLButtonElement {
  const pin = document.createElement('button');
  pin.type = 'button';
  pin.tabIndex = -1;
  pin.className = 'pin';
  return pin;
}
