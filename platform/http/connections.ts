import { Connection, type ConnectionOptions } from './connection.ts';

export interface ConnectionsOptions extends ConnectionOptions {
  /** At most, each with one request at a time. */
  readonly most: number;
}

/**
 * Connections to one address that are kept. The one that was given back last is taken first, so that no more are open
 * than there is work for.
 */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #all: Connection[] = [];
  readonly #free: Connection[] = [];
  readonly #waiting: ((connection: Connection) => void)[] = [];

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  /** Calls `use` with a connection that nobody else has, at once or when one is given back; the longest wait comes first. */
  take(use: (connection: Connection) => void): void {
    const connection = this.#free.pop() ?? this.#open();
    if (connection) use(connection);
    else this.#waiting.push(use);
  }

  /** Every connection that was taken has to be given back once. */
  giveBack(connection: Connection): void {
    const next = this.#waiting.shift();
    if (next) next(connection);
    else this.#free.push(connection);
  }

  /** Cuts what runs; what waits is given a connection that is cut. */
  destroy(): void {
    for (const connection of this.#all) connection.destroy();
  }

  #open(): Connection | undefined {
    if (this.#all.length >= this.#options.most) return undefined;
    const connection = new Connection(this.#options);
    this.#all.push(connection);
    return connection;
  }
}
