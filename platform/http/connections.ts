import { Client } from 'undici';

export interface ConnectionsOptions {
  /** http://tickets:4103 */
  readonly origin: string;
  /** At most, each with one request at a time. */
  readonly most: number;
  readonly connectMs: number;
}

/**
 * Connections to one address that are kept. The one that was given back last is taken first, so that no more are open
 * than there is work for, and none is looked for: undici's own Pool asks each in turn whether it is free.
 */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #all: Client[] = [];
  readonly #free: Client[] = [];
  readonly #waiting: ((client: Client) => void)[] = [];

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  /** Calls `use` with a connection that nobody else has, at once or when one is given back; the longest wait comes first. */
  take(use: (client: Client) => void): void {
    const client = this.#free.pop() ?? this.#open();
    if (client) use(client);
    else this.#waiting.push(use);
  }

  /** Every connection that was taken has to be given back once. */
  giveBack(client: Client): void {
    const next = this.#waiting.shift();
    if (next) next(client);
    else this.#free.push(client);
  }

  /** Cuts what runs; what waits is given a connection that is cut. */
  async destroy(): Promise<void> {
    await Promise.all(this.#all.map((client) => client.destroy()));
  }

  #open(): Client | undefined {
    const { origin, most, connectMs } = this.#options;
    if (this.#all.length >= most) return undefined;
    const client = new Client(origin, {
      connect: { timeout: connectMs },
      pipelining: 1,
      // Budgets end requests, and a client that goes away does.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    this.#all.push(client);
    return client;
  }
}
