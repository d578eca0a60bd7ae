import { readFileSync } from 'node:fs';

const demoDocument = readFileSync(new URL('./operations.graphql', import.meta.url), 'utf8');

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string }[];
}
interface UserError {
  readonly code: string;
  readonly message: string;
}

/** A mutation of the demo was refused by the server. */
export class DemoRefused extends Error {
  readonly code: string;
  constructor(operation: string, { code, message }: UserError) {
    super(`the demo's ${operation} was refused: ${code}, ${message}`);
    this.name = 'DemoRefused';
    this.code = code;
  }
}

/** A client of the public API, over HTTP, as one person or as nobody: asks the operations of one document. */
export class DemoClient {
  readonly #url: string;
  readonly #token: string | undefined;
  readonly #document: string;
  constructor(url: string, token?: string, document = demoDocument) {
    this.#url = url;
    this.#token = token;
    this.#document = document;
  }

  as(token: string): DemoClient {
    return new DemoClient(this.#url, token, this.#document);
  }

  /** @throws Error with the message of the first error */
  async ask<Data>(operationName: string, variables: object): Promise<Data> {
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
      },
      body: JSON.stringify({ query: this.#document, operationName, variables }),
    });
    const { data, errors } = (await response.json()) as Answer<Data>;
    if (errors || !data)
      throw new Error(`the demo's ${operationName} failed: ${errors?.[0]?.message ?? response.status}`);
    return data;
  }

  /** Runs a mutation with one input and answers its payload. @throws DemoRefused */
  async act<Payload>(operationName: string, input: object): Promise<Payload> {
    const data = await this.ask<Record<string, Payload & { userErrors: readonly UserError[] }>>(
      operationName,
      { input },
    );
    const [payload] = Object.values(data);
    if (!payload) throw new Error(`expected ${operationName} to answer a payload`);
    const [refusal] = payload.userErrors;
    if (refusal) throw new DemoRefused(operationName, refusal);
    return payload;
  }
}
