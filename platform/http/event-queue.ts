/** Values that are pushed on one side and awaited on the other; `return` ends a `next` that waits. */
export class EventQueue<Value> implements AsyncIterableIterator<Value, undefined> {
  readonly #values: Value[] = [];
  readonly #waiting: ((step: IteratorResult<Value, undefined>) => void)[] = [];
  readonly #most: number;
  readonly #onReturn: () => void;
  #isOver = false;

  /**
   * @param most values that lie unread at most
   * @param onReturn called once when the reader wants no more
   */
  constructor(most: number, onReturn: () => void) {
    this.#most = most;
    this.#onReturn = onReturn;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** False when too much lies unread: the value was not taken. */
  push(value: Value): boolean {
    if (this.#isOver) return true;
    const reader = this.#waiting.shift();
    if (reader) reader({ done: false, value });
    else if (this.#values.length >= this.#most) return false;
    else this.#values.push(value);
    return true;
  }

  /** What lies unread is read first, then `last` where there is one, then it is over. */
  end(last?: Value): void {
    if (this.#isOver) return;
    if (last !== undefined) {
      const reader = this.#waiting.shift();
      if (reader) reader({ done: false, value: last });
      else this.#values.push(last);
    }
    this.#close();
  }

  async next(): Promise<IteratorResult<Value, undefined>> {
    const value = this.#values.shift();
    if (value !== undefined) return { done: false, value };
    if (this.#isOver) return over;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async return(): Promise<IteratorResult<Value, undefined>> {
    this.#values.length = 0;
    if (!this.#isOver) {
      this.#close();
      this.#onReturn();
    }
    return over;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #close(): void {
    this.#isOver = true;
    for (const resolve of this.#waiting.splice(0)) resolve(over);
  }
}

const over: IteratorReturnResult<undefined> = { done: true, value: undefined };
