/**
 * Names one thing that somebody wants, 32 hexadecimal characters. A try that is repeated because its outcome is not
 * known takes the same name, so that nothing happens twice; what is wanted anew takes another.
 */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Keeps the key of one thing until its outcome is known. */
export class IdempotencyKeys {
  readonly #open = new Map<string, string>();

  /** The key for what is asked: the same for the same question until `settle`. */
  keyFor(question: string): string {
    const key = this.#open.get(question) ?? newIdempotencyKey();
    this.#open.set(question, key);
    return key;
  }

  /** The server has said what came of it: who asks the same again wants it again. */
  settle(question: string): void {
    this.#open.delete(question);
  }
}
