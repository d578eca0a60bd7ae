import type { OpenSource, Position, Source } from '../member.ts';
import { SharedMessage } from '../shared-message.ts';

/** What a message of the fake log says, as a client reads it. */
export interface LogMessage {
  /** The entries that it adds, after `from`; with `reset` they are all there are. */
  readonly entries: readonly number[];
  readonly from: string | null;
  readonly extensions: { readonly cursor: string; readonly reset?: true };
}

/** Lets others run between two steps; a scheduler of a test decides how many. */
export type Turn = () => Promise<void>;

/**
 * A log of numbers that streams tell from any position: who comes with a known cursor gets what came after it,
 * anybody else all of it. Every stream gathers at its own pace, so that two of them often stand apart.
 */
export class FakeLog {
  #epoch = 1;
  #length = 0;
  /** Cursors before this are no longer known. */
  #keptFrom = 0;
  readonly #turn: Turn;
  readonly #waiting = new Set<() => void>();
  /** How many streams have been opened, and how many are open. */
  opened = 0;
  open = 0;
  /** How many messages have been made. */
  messages = 0;

  constructor(turn: Turn = async () => {}) {
    this.#turn = turn;
  }

  get cursor(): string {
    return `e${this.#epoch}.${this.#length}`;
  }

  get entries(): readonly number[] {
    return Array.from({ length: this.#length }, (_, index) => index);
  }

  append(count = 1): void {
    this.#length += count;
    this.#wake();
  }

  /** Forgets what came before: cursors up to here are unknown. */
  forget(): void {
    this.#keptFrom = this.#length;
  }

  /** Another log takes its place, as after a restore. */
  replace(): void {
    this.#epoch += 1;
    this.#keptFrom = 0;
    this.#wake();
  }

  readonly source: OpenSource = async (from) => {
    this.opened += 1;
    this.open += 1;
    await this.#turn();
    return this.#stream(from);
  };

  #stream(from: Position): Source {
    let position = from.kind === 'after' ? this.#read(from.cursor) : null;
    let startsAnew = from.kind === 'lost' || (from.kind === 'after' && position === null);
    let epoch = this.#epoch;
    let isOver = false;
    let wake = () => {};
    const hasNews = () => position === null || epoch !== this.#epoch || position < this.#length;
    return {
      next: async () => {
        await this.#turn();
        while (!isOver && !hasNews()) {
          const news = Promise.withResolvers<void>();
          wake = news.resolve;
          this.#waiting.add(wake);
          await news.promise;
          this.#waiting.delete(wake);
          await this.#turn();
        }
        if (isOver) return { done: true, value: undefined };
        if (epoch !== this.#epoch) {
          startsAnew = true;
          position = null;
          epoch = this.#epoch;
        }
        const fromCursor = position === null ? null : `e${epoch}.${position}`;
        const entries = this.entries.slice(position ?? 0);
        position = this.#length;
        this.messages += 1;
        const cursor = this.cursor;
        const reset = startsAnew ? ({ reset: true } as const) : {};
        startsAnew = false;
        const message: LogMessage = { entries, from: fromCursor, extensions: { cursor, ...reset } };
        return { done: false, value: new SharedMessage(JSON.stringify(message), cursor) };
      },
      return: () => {
        if (isOver) return;
        isOver = true;
        this.open -= 1;
        wake();
      },
    };
  }

  #read(cursor: string): number | null {
    const [epoch, position] = cursor.split('.');
    const at = Number(position);
    const isKnown = epoch === `e${this.#epoch}` && at <= this.#length && at >= this.#keptFrom;
    return isKnown ? at : null;
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
