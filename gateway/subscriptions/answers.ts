import type { Writer } from './writer.ts';

/** Answers queries and mutations of one WebSocket no faster than its client reads, and ends what nobody waits for. */
export class Answers {
  readonly #writer: Writer;
  /** What ends each operation that runs or waits, by our name of it. */
  readonly #ends = new Map<string, () => void>();
  #large: Promise<void> = Promise.resolve();

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  /**
   * Does `work` when the client has read what it was sent before; a large answer also when the one before it is
   * written. Undefined when the operation is ended first.
   *
   * @param work is told by its argument how to hear of the end of the operation
   */
  async make<Result>(
    name: string,
    isLarge: boolean,
    work: (whenGone: (end: () => void) => void) => Promise<Result>,
  ): Promise<Result | undefined> {
    let isGone = false;
    let end = () => {};
    this.#ends.set(name, () => {
      isGone = true;
      end();
    });
    const written = Promise.withResolvers<void>();
    const before = this.#large;
    if (isLarge) this.#large = written.promise;
    try {
      if (isLarge) await before;
      await this.#writer.free();
      if (isGone) return undefined;
      return await work((callback) => {
        end = callback;
      });
    } finally {
      this.#ends.delete(name);
      // Whoever has asked for it writes it meanwhile.
      setImmediate(written.resolve);
    }
  }

  /** Operations that run or wait. */
  get running(): number {
    return this.#ends.size;
  }

  end(name: string): void {
    this.#ends.get(name)?.();
  }

  endAll(): void {
    for (const end of this.#ends.values()) end();
  }
}
