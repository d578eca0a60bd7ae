import type { Unread } from '../unread.ts';
import type { SubscriptionLimits } from './limits.ts';

/** What a writer writes to: a WebSocket, or the response of an event stream. */
export interface Pipe {
  /** Bytes that were written and that the client has not taken yet. */
  unread(): number;
  write(data: Buffer | string): void;
  /** Reads nothing from the client until `resume`. */
  pause(): void;
  resume(): void;
  /** Closes it because the client does not read. */
  giveUp(): void;
}

type WriterLimits = Pick<SubscriptionLimits, 'behindBytes' | 'stuckBytes' | 'stuckMs' | 'unreadBytes'>;

/**
 * Writes to one client and looks at what it leaves unread, so that nobody can make this process keep what is
 * not fetched. Clients that read cost nothing but the look.
 */
export class Writer {
  readonly #pipe: Pipe;
  readonly #limits: WriterLimits;
  readonly #watch: (writer: Writer) => void;
  #whenDrained: (() => void)[] = [];
  #whenFree: (() => void)[] = [];
  #stuckSince: number | undefined;
  #isWatched = false;
  #isOver = false;

  /** @param watch called when the client has fallen behind: `look` is to be called from time to time */
  constructor(pipe: Pipe, limits: WriterLimits, watch: (writer: Writer) => void) {
    this.#pipe = pipe;
    this.#limits = limits;
    this.#watch = watch;
  }

  /** Bytes that the client has not taken; none of one that is being closed: they go with it. */
  get unread(): number {
    return this.#isOver ? 0 : this.#pipe.unread();
  }

  get isBehind(): boolean {
    return this.#pipe.unread() > this.#limits.behindBytes;
  }

  write(data: Buffer | string): void {
    if (this.#isOver) return;
    this.#pipe.write(data);
    const unread = this.#pipe.unread();
    if (unread <= this.#limits.behindBytes) return;
    if (unread > this.#limits.unreadBytes) this.giveUp();
    else this.#beWatched();
  }

  /** Calls back when the client is no longer behind; never when it goes before. */
  whenDrained(callback: () => void): void {
    if (this.#isOver) return;
    this.#whenDrained.push(callback);
    this.#beWatched();
  }

  /** How many wait for `free`. */
  get waiting(): number {
    return this.#whenFree.length;
  }

  /** Resolves when the client is not behind, or has gone. */
  free(): Promise<void> | undefined {
    if (this.#isOver || !this.isBehind) return undefined;
    this.#beWatched();
    return new Promise((resolve) => this.#whenFree.push(resolve));
  }

  /** Answers whether there is still something to look at. `nowMs` is on any clock that does not go back. */
  look(nowMs: number): boolean {
    const unread = this.#pipe.unread();
    if (this.#isOver) return false;
    this.#lookForStuck(unread, nowMs);
    if (this.#isOver || unread > this.#limits.behindBytes) return !this.#isOver;
    this.#isWatched = false;
    const callbacks = [...this.#whenDrained, ...this.#whenFree];
    this.#whenDrained = [];
    this.#whenFree = [];
    for (const callback of callbacks) callback();
    // What they have written may lie unread again, and then it is watched anew.
    return this.#isWatched;
  }

  /** The client has gone. */
  close(): void {
    this.#isOver = true;
    this.#whenDrained = [];
    for (const resolve of this.#whenFree.splice(0)) resolve();
  }

  #lookForStuck(unread: number, nowMs: number): void {
    if (unread <= this.#limits.stuckBytes) {
      if (this.#stuckSince !== undefined) this.#pipe.resume();
      this.#stuckSince = undefined;
    } else if (this.#stuckSince === undefined) {
      this.#stuckSince = nowMs;
      // Who does not take answers may not ask for more.
      this.#pipe.pause();
    } else if (nowMs - this.#stuckSince >= this.#limits.stuckMs) this.giveUp();
  }

  /** Closes it because its client does not read. */
  giveUp(): void {
    if (this.#isOver) return;
    this.close();
    this.#pipe.giveUp();
  }

  #beWatched(): void {
    if (this.#isWatched) return;
    this.#isWatched = true;
    this.#watch(this);
  }
}

/** How soon it is noticed that a client has drained. */
const LOOK_EVERY_MS = 25;

/** Looks at all writers whose client is behind; costs nothing while there is none. */
export class SlowReaders {
  readonly #slow = new Map<Writer, { readonly address: string | undefined; readonly sinceMs: number }>();
  #timer: NodeJS.Timeout | undefined;

  /** @param address what `unread` tells of it counts for; absent where somebody else tells it */
  watch(writer: Writer, address?: string): void {
    this.#slow.set(writer, { address, sinceMs: performance.now() });
    this.#timer ??= setInterval(() => this.look(performance.now()), LOOK_EVERY_MS);
  }

  look(nowMs: number): void {
    for (const writer of [...this.#slow.keys()]) if (!writer.look(nowMs)) this.#slow.delete(writer);
    if (this.#slow.size === 0) this.stop();
  }

  /** What they leave unread; nothing of those who were watched without an address. */
  *unread(): Iterable<Unread> {
    const now = performance.now();
    for (const [writer, { address, sinceMs }] of this.#slow) {
      const { unread: bytes } = writer;
      if (bytes > 0 && address !== undefined)
        yield { address, bytes, ms: now - sinceMs, cut: () => writer.giveUp() };
    }
  }

  get size(): number {
    return this.#slow.size;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
