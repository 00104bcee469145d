/** What an id table holds: each knows its id, and the one that shares its slot. */
export interface Identified<T> {
  readonly id: number;
  sibling: T | null;
}

const SLOTS = 64;

/** Filled, for browsers make a table of their own of an array with gaps. */
function emptySlots<T>(count: number): (T | null)[] {
  const slots: (T | null)[] = [];
  for (let slot = 0; slot < count; slot++) slots[slot] = null;
  return slots;
}

/**
 * What is known by an id that the browser counts up: the last bits of an id are its slot. Costs a tenth of
 * a Map, whose methods a page could replace besides.
 */
export class IdTable<T extends Identified<T>> {
  #slots = emptySlots<T>(SLOTS);
  #count = 0;
  /** One less than the number of slots, which is a power of two. */
  #mask = SLOTS - 1;

  get(id: number): T | null {
    let found = this.#slots[id & this.#mask] ?? null;
    while (found && found.id !== id) found = found.sibling;
    return found;
  }

  /** Takes in one whose id none of the others has. */
  add(item: T): void {
    if (this.#count++ > this.#mask) this.#grow();
    this.#put(item);
  }

  /** Takes out one, if it is in. */
  remove(item: T): void {
    const slot = item.id & this.#mask;
    let other = this.#slots[slot] ?? null;
    if (other === item) {
      this.#slots[slot] = item.sibling;
      this.#count--;
      return;
    }
    while (other && other.sibling !== item) other = other.sibling;
    if (!other) return;
    other.sibling = item.sibling;
    this.#count--;
  }

  /** Visits all that are in, in no order; a visit may neither add nor remove any. */
  each(visit: (item: T) => void): void {
    for (let slot = 0; slot < this.#slots.length; slot++) {
      for (let item = this.#slots[slot] ?? null; item; item = item.sibling) visit(item);
    }
  }

  #put(item: T): void {
    const slot = item.id & this.#mask;
    item.sibling = this.#slots[slot] ?? null;
    this.#slots[slot] = item;
  }

  #grow(): void {
    const before = this.#slots;
    this.#mask = this.#mask * 2 + 1;
    this.#slots = emptySlots(this.#mask + 1);
    for (let slot = 0; slot < before.length; slot++) {
      for (let item = before[slot] ?? null; item; ) {
        const { sibling } = item;
        this.#put(item);
        item = sibling;
      }
    }
  }
}
