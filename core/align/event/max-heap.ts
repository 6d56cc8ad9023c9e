/** A binary heap that gives the highest key first; of equal keys the one pushed first, so that results do not vary. */
interface Entry<T> {
  key: number;
  order: number;
  value: T;
}

export class MaxHeap<T> {
  private readonly entries: Entry<T>[] = [];
  private pushed = 0;

  private before(x: number, y: number): boolean {
    const [p, q] = [this.entries[x], this.entries[y]];
    if (!p || !q) return false;
    return p.key > q.key || (p.key === q.key && p.order < q.order);
  }

  private swap(x: number, y: number): void {
    const [p, q] = [this.entries[x], this.entries[y]];
    if (!p || !q) return;
    this.entries[x] = q;
    this.entries[y] = p;
  }

  push(key: number, value: T): void {
    let at = this.entries.push({ key, order: this.pushed, value }) - 1;
    this.pushed += 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.before(at, parent)) break;
      this.swap(at, parent);
      at = parent;
    }
  }

  /** Undefined once the heap is empty. */
  pop(): T | undefined {
    const top = this.entries[0];
    const last = this.entries.pop();
    if (top === undefined || last === undefined) return undefined;
    if (this.entries.length === 0) return top.value;
    this.entries[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const right = left + 1;
      let first = at;
      if (left < this.entries.length && this.before(left, first)) first = left;
      if (right < this.entries.length && this.before(right, first)) first = right;
      if (first === at) break;
      this.swap(at, first);
      at = first;
    }
    return top.value;
  }
}
