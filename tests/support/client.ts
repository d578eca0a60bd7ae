import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { operation, type SavedOperations } from './operations.ts';

/** What the API answered, as JSON. Tests reach into `data` by the names that the saved operations fix. */
export interface Answer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string };
  }[];
}

/** For how long a machine may be too busy to answer within the deadline of operations. */
const PATIENCE_MS = 120_000;
const ASK_AGAIN_MS = 200;
/** What a machine with too much to do answers. */
const notYet: readonly unknown[] = ['SERVICE_UNAVAILABLE', 'DEADLINE_EXCEEDED'];

function isBusy({ errors }: Answer<unknown>): boolean {
  return errors?.some(({ extensions }) => notYet.includes(extensions?.code)) ?? false;
}

/** A stranger with an HTTP client and a WebSocket client: knows the address and the saved operations. */
export class Client {
  readonly url: string;
  readonly accessToken: string | null;
  readonly #operation: SavedOperations;

  constructor(url: string, accessToken: string | null = null, saved: SavedOperations = operation) {
    this.url = url;
    this.accessToken = accessToken;
    this.#operation = saved;
  }

  /** The same client, signed in. */
  as(accessToken: string): Client {
    return new Client(this.url, accessToken, this.#operation);
  }

  /** Sends any document. */
  async send<Data>(query: string, variables: object = {}): Promise<Answer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.#authorization() },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer<Data>, 'status'>) };
  }

  /**
   * Sends a saved operation and gives its data back; throws when the answer has errors. What a busy machine did not
   * answer in time is asked again, where that is the same as asking once.
   */
  async ask<Data>(name: string, variables: object = {}): Promise<Data> {
    const query = this.#operation(name);
    const mayRepeat = !/^mutation\b/m.test(query) || JSON.stringify(variables).includes('"idempotencyKey":');
    const giveUpAt = Date.now() + (mayRepeat ? PATIENCE_MS : 0);
    let answer = await this.send<Data>(query, variables);
    while (isBusy(answer) && Date.now() < giveUpAt) {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      answer = await this.send<Data>(query, variables);
    }
    if (answer.errors || !answer.data)
      throw new Error(`${name} answered ${JSON.stringify(answer.errors ?? answer)}`);
    return answer.data;
  }

  /** Sends a saved mutation, expects no userErrors, and gives its payload back. */
  async act<Payload extends object>(name: string, input: object): Promise<Payload> {
    const payload = await this.outcome<Payload>(name, input);
    if (payload.userErrors.length > 0)
      throw new Error(`${name} was refused: ${JSON.stringify(payload.userErrors)}`);
    return payload;
  }

  /** The payload of a saved mutation that is an outcome: TRY_AGAIN says that there is none yet, and is asked again. */
  async outcome<Payload extends object>(name: string, input: object): Promise<Payload & Refusable> {
    const giveUpAt = Date.now() + PATIENCE_MS;
    let payload = await this.attempt<Payload>(name, input);
    while (payload.userErrors.some(({ code }) => code === 'TRY_AGAIN') && Date.now() < giveUpAt) {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      payload = await this.attempt<Payload>(name, input);
    }
    return payload;
  }

  /** Sends a saved mutation and gives its payload back, userErrors and all. */
  async attempt<Payload extends object>(name: string, input: object): Promise<Payload & Refusable> {
    const data = await this.ask<Record<string, Payload & Refusable>>(name, { input });
    const payload = Object.values(data)[0];
    if (!payload) throw new Error(`${name} answered without a payload`);
    return payload;
  }

  /** Sends a saved mutation once, whatever comes of it; throws when the answer has errors. */
  async once<Payload extends object>(name: string, input: object): Promise<Payload & Refusable> {
    const { data, errors } = await this.send<Record<string, Payload & Refusable>>(this.#operation(name), {
      input,
    });
    const [payload] = Object.values(data ?? {});
    if (errors || !payload) throw new Error(`${name} answered ${JSON.stringify(errors ?? data)}`);
    return payload;
  }

  /** Opens a saved subscription on a WebSocket of its own; with `since` it goes on from that cursor, whatever it is. */
  watch<Data>(name: string, variables: object = {}, since?: string): Watch<Data> {
    const socket = createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: this.#authorization(),
      retryAttempts: 0,
    });
    const results = socket.iterate<Data>({
      query: this.#operation(name),
      variables: variables as Record<string, unknown>,
      ...(since === undefined ? {} : { extensions: { since } }),
    });
    return {
      async next() {
        const { value, done } = await results.next();
        if (done) throw new Error(`${name} ended while a message was awaited`);
        if (value.errors || !value.data) throw new Error(`${name} answered ${JSON.stringify(value.errors)}`);
        return value.data;
      },
      async close() {
        await results.return?.();
        await socket.dispose();
      },
    };
  }

  #authorization(): Record<string, string> {
    return this.accessToken ? { authorization: `Bearer ${this.accessToken}` } : {};
  }
}

export interface Refusable {
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly field?: readonly string[] | null;
  }[];
}

/** An open subscription. */
export interface Watch<Data> {
  /** The next message. */
  next(): Promise<Data>;
  close(): Promise<void>;
}
