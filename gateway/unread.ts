import type { UnreadLimits } from './http/http-limits.ts';
import { addressKey } from './rates/address-key.ts';

/** What one connection has been sent and has not read. */
export interface Unread {
  readonly address: string;
  readonly bytes: number;
  /** For how long there has always been something. */
  readonly ms: number;
  cut(): void;
}

/** How often it is measured anew, at most, what has just been found to be too much. */
const MEASURE_EVERY_MS = 20;
/** A connection that has been behind for less is not cut for its address: its answer may be just on its way. */
const JUST_WRITTEN_MS = 1_000;

/** What all clients leave unread, whatever they are connected by: of each address, and together. */
export class UnreadLedger {
  readonly #limits: Pick<UnreadLimits, 'bytes' | 'bytesPerAddress'>;
  readonly #now: () => number;
  readonly #sources = new Set<() => Iterable<Unread>>();
  #ofAddress = new Map<string, number>();
  #measuredAt = Number.NEGATIVE_INFINITY;

  /** @param now milliseconds of a clock that never goes back */
  constructor(limits: Pick<UnreadLimits, 'bytes' | 'bytesPerAddress'>, now = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Asks `source` from now on what its connections leave unread; answers how to end that. */
  add(source: () => Iterable<Unread>): () => void {
    this.#sources.add(source);
    return () => this.#sources.delete(source);
  }

  /** So many bytes have just been written to this address. */
  written(address: string, bytes: number): void {
    const key = addressKey(address);
    this.#ofAddress.set(key, (this.#ofAddress.get(key) ?? 0) + bytes);
  }

  /** Whether an address leaves so much unread that nothing large may be made for it. */
  isOver(address: string): boolean {
    const key = addressKey(address);
    if ((this.#ofAddress.get(key) ?? 0) <= this.#limits.bytesPerAddress) return false;
    if (this.#now() - this.#measuredAt >= MEASURE_EVERY_MS) this.#measure();
    return (this.#ofAddress.get(key) ?? 0) > this.#limits.bytesPerAddress;
  }

  /** Cuts where an address, or all together, leave too much unread: first whose bytes times their time are most. */
  sweep(): void {
    const all = this.#measure().sort((one, other) => other.bytes * other.ms - one.bytes * one.ms);
    let total = all.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { address, bytes, ms, cut } of all) {
      const key = addressKey(address);
      const ofAddress = this.#ofAddress.get(key) ?? 0;
      const isTooMuch = total > this.#limits.bytes && ms > 0;
      const isTooMuchOfAddress = ofAddress > this.#limits.bytesPerAddress && ms >= JUST_WRITTEN_MS;
      if (!isTooMuch && !isTooMuchOfAddress) continue;
      total -= bytes;
      this.#ofAddress.set(key, ofAddress - bytes);
      cut();
    }
  }

  #measure(): Unread[] {
    const all = [...this.#sources].flatMap((source) => [...source()]);
    this.#ofAddress = new Map();
    for (const { address, bytes } of all) this.written(address, bytes);
    this.#measuredAt = this.#now();
    return all;
  }
}
