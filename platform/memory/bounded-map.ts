/** What the entries of a map may weigh in all, and what one weighs, both in bytes. */
export interface WeightLimit<Key, Value> {
  readonly max: number;
  of(value: Value, key: Key): number;
}

/**
 * A map that holds at most `limit` entries and forgets the one that was used longest ago. For caches whose
 * keys come from outside, so that no stream of new keys can fill the memory. Entries whose size is up to
 * whoever sends them need a weight as well: a thousand entries of 4 MB are few, and much. An entry that is
 * heavier than all may be together is not kept.
 */
export class BoundedMap<Key, Value> {
  readonly #limit: number;
  readonly #weightLimit: WeightLimit<Key, Value> | undefined;
  readonly #entries = new Map<Key, { readonly value: Value; readonly weight: number }>();
  #weight = 0;

  constructor(limit: number, weightLimit?: WeightLimit<Key, Value>) {
    if (!Number.isInteger(limit) || limit < 1) {
      throw new Error(`expected a limit of at least 1, got ${limit}`);
    }
    this.#limit = limit;
    this.#weightLimit = weightLimit;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** What all entries weigh; 0 without a weight limit. */
  get weight(): number {
    return this.#weight;
  }

  /** The value, which thereby counts as used just now. */
  get(key: Key): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    // A Map keeps insertion order, so inserting again makes this the youngest entry.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: Key, value: Value): void {
    this.delete(key);
    const weight = this.#weightLimit?.of(value, key) ?? 0;
    if (this.#weightLimit && weight > this.#weightLimit.max) return;
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      if (!this.#isOverfull()) return;
      this.delete(oldest);
    }
  }

  delete(key: Key): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#weight -= entry.weight;
  }

  #isOverfull(): boolean {
    return this.#entries.size > this.#limit || this.#weight > (this.#weightLimit?.max ?? 0);
  }
}
