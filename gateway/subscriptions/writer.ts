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
  #stuckSince: number | undefined;
  #isWatched = false;
  #isOver = false;

  /** @param watch called when the client has fallen behind: `look` is to be called from time to time */
  constructor(pipe: Pipe, limits: WriterLimits, watch: (writer: Writer) => void) {
    this.#pipe = pipe;
    this.#limits = limits;
    this.#watch = watch;
  }

  get isBehind(): boolean {
    return this.#pipe.unread() > this.#limits.behindBytes;
  }

  write(data: Buffer | string): void {
    if (this.#isOver) return;
    this.#pipe.write(data);
    const unread = this.#pipe.unread();
    if (unread <= this.#limits.behindBytes) return;
    if (unread > this.#limits.unreadBytes) this.#giveUp();
    else this.#beWatched();
  }

  /** Calls back when the client is no longer behind; never when it goes before. */
  whenDrained(callback: () => void): void {
    if (this.#isOver) return;
    this.#whenDrained.push(callback);
    this.#beWatched();
  }

  /** Answers whether there is still something to look at. `nowMs` is on any clock that does not go back. */
  look(nowMs: number): boolean {
    const unread = this.#pipe.unread();
    if (this.#isOver) return false;
    this.#lookForStuck(unread, nowMs);
    if (this.#isOver || unread > this.#limits.behindBytes) return !this.#isOver;
    this.#isWatched = false;
    const callbacks = this.#whenDrained;
    this.#whenDrained = [];
    for (const callback of callbacks) callback();
    // What they have written may lie unread again, and then it is watched anew.
    return this.#isWatched;
  }

  /** The client has gone. */
  close(): void {
    this.#isOver = true;
    this.#whenDrained = [];
  }

  #lookForStuck(unread: number, nowMs: number): void {
    if (unread <= this.#limits.stuckBytes) {
      if (this.#stuckSince !== undefined) this.#pipe.resume();
      this.#stuckSince = undefined;
    } else if (this.#stuckSince === undefined) {
      this.#stuckSince = nowMs;
      // Who does not take answers may not ask for more.
      this.#pipe.pause();
    } else if (nowMs - this.#stuckSince >= this.#limits.stuckMs) this.#giveUp();
  }

  #giveUp(): void {
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
const LOOK_EVERY_MS = 100;

/** Looks at all writers whose client is behind; costs nothing while there is none. */
export class SlowReaders {
  readonly #slow = new Set<Writer>();
  #timer: NodeJS.Timeout | undefined;

  watch(writer: Writer): void {
    this.#slow.add(writer);
    this.#timer ??= setInterval(() => this.look(performance.now()), LOOK_EVERY_MS);
  }

  look(nowMs: number): void {
    for (const writer of [...this.#slow]) if (!writer.look(nowMs)) this.#slow.delete(writer);
    if (this.#slow.size === 0) this.stop();
  }

  get size(): number {
    return this.#slow.size;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
