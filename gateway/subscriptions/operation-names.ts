/**
 * A name of our own for every operation on one socket, because clients use their ids again: while an operation
 * is being started, its id may already stand for the next one. A name never does.
 */
export class OperationNames {
  readonly #nameOf = new Map<string, string>();
  readonly #idOf = new Map<string, string>();
  #named = 0;

  /** Names an operation that the client has begun; the name in use when one of this id runs already. */
  begin(id: string): string {
    const known = this.#nameOf.get(id);
    if (known !== undefined) return known;
    this.#named += 1;
    const name = `n${this.#named}`;
    this.#nameOf.set(id, name);
    this.#idOf.set(name, id);
    return name;
  }

  /** The client has ended it: the id is free. Answers its name, undefined when none of this id runs. */
  end(id: string): string | undefined {
    const name = this.#nameOf.get(id);
    if (name !== undefined) this.#forget(name, id);
    return name;
  }

  /** The id by which the client knows a running operation. */
  idOf(name: string): string | undefined {
    return this.#idOf.get(name);
  }

  /**
   * Puts the client's id in the place of our name in a message to it, and frees the id when the message is the
   * operation's last. Null for a message of an operation that the client has ended: it must not see it.
   */
  restore(message: string): string | null {
    const match = named.exec(message);
    if (!match) return message;
    const [head, name = '', type] = match;
    const id = this.#idOf.get(name);
    if (id === undefined) return null;
    if (type !== 'next') this.#forget(name, id);
    return `{"id":${JSON.stringify(id)},"type":"${type}"${message.slice(head.length)}`;
  }

  #forget(name: string, id: string): void {
    this.#nameOf.delete(id);
    this.#idOf.delete(name);
  }
}

/** How graphql-ws writes a message about an operation; names need no escaping. */
const named = /^\{"id":"(n\d+)","type":"(next|error|complete)"/;
