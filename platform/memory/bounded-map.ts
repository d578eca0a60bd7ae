/** What the entries of a map may weigh in all, and what one weighs, both in bytes. */
export interface WeightLimit<Key, Value> {
  readonly max: number;
  of(value: Value, key: Key): number;
}

interface Entry<Value> {
  readonly value: Value;
  readonly weight: number;
  isUsed: boolean;
}

/**
 * A map that holds at most `limit` entries and forgets those that were not used lately. For caches whose
 * keys come from outside, so that no stream of new keys can fill the memory. Entries whose size is up to
 * whoever sends them need a weight as well: a thousand entries of 4 MB are few, and much. An entry that is
 * heavier than all may be together is not kept.
 */
export class BoundedMap<Key, Value> {
  readonly #limit: number;
  readonly #weightLimit: WeightLimit<Key, Value> | undefined;
  readonly #entries = new Map<Key, Entry<Value>>();
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

  /** The value, which thereby counts as used. */
  get(key: Key): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    // Marked instead of moved: moving it in the Map with every use costs ten times as much.
    entry.isUsed = true;
    return entry.value;
  }

  set(key: Key, value: Value): void {
    this.delete(key);
    const weight = this.#weightLimit?.of(value, key) ?? 0;
    if (this.#weightLimit && weight > this.#weightLimit.max) return;
    this.#entries.set(key, { value, weight, isUsed: false });
    this.#weight += weight;
    // A Map keeps insertion order, so the oldest come first. One that was used since it was looked at gets
    // another round; that happens once for each use, so it ends.
    for (const [oldest, entry] of this.#entries) {
      if (!this.#isOverfull()) return;
      this.delete(oldest);
      // The newest stays in any case.
      if (!entry.isUsed && oldest !== key) continue;
      this.#entries.set(oldest, { ...entry, isUsed: false });
      this.#weight += entry.weight;
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
