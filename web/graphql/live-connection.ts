import { type Client, CloseCode, createClient } from 'graphql-ws';
import type { SubscriptionForwarder } from 'urql';
import type { Session } from '../app/session.ts';

/** Whether the server is heard: `lost` as soon as a pong is overdue or the browser says that it is offline. */
export type LiveState = 'connecting' | 'live' | 'lost';

/** A GraphQL result of a subscription; docs/subscriptions.md says what its extensions mean. */
export interface LiveMessage {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
  readonly extensions?: { readonly cursor?: string; readonly reset?: boolean };
}

export interface LiveRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** Where to go on from, at first. */
  readonly since?: string;
}

export interface LiveSink {
  next(message: LiveMessage): void;
  /** The subscription may not be opened, or has come to its end. */
  ended(errors: readonly Error[]): void;
}

const PING_EVERY_MS = 10_000;
const ANSWER_WITHIN_MS = 5_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
/** How this client closes what nobody listens to. */
const NORMAL_CLOSURE = 1_000;

/**
 * One WebSocket for all subscriptions of the app. It comes back by itself, at once when the browser says that it is
 * online or visible again, and every subscription goes on from the last cursor that it has seen.
 */
export class LiveConnection {
  readonly #client: Client;
  readonly #listeners = new Set<() => void>();
  #state: LiveState = 'connecting';
  #socket: WebSocket | null = null;
  #overdue: ReturnType<typeof setTimeout> | undefined;
  #wake: (() => void) | undefined;
  /** Whether the server has let go of the connection because of who the caller was. */
  #isRefused = false;
  #isOpenedAgain = false;

  constructor(session: Session) {
    this.#client = createClient({
      url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
      lazy: true,
      lazyCloseTimeout: 3_000,
      keepAlive: PING_EVERY_MS,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      retryWait: (tries) => this.#pause(tries),
      connectionParams: async () => {
        const token = await this.#tokenOf(session);
        return token === null ? {} : { authorization: `Bearer ${token}` };
      },
      on: {
        opened: (socket) => {
          this.#socket = socket as WebSocket;
        },
        // A network that swallows packets answers no handshake either.
        connecting: () => this.#expectSoon(),
        connected: () => {
          clearTimeout(this.#overdue);
          this.#become('live');
        },
        ping: (received) => {
          if (!received) this.#expectSoon();
        },
        pong: (received) => {
          if (received) clearTimeout(this.#overdue);
        },
        closed: (event) => {
          const { code } = event as CloseEvent;
          this.#isRefused = code === CloseCode.Forbidden;
          clearTimeout(this.#overdue);
          this.#socket = null;
          // Nobody listens any more, or it is opened again at once: nothing is amiss.
          const isOwn = code === NORMAL_CLOSURE || this.#isOpenedAgain;
          this.#isOpenedAgain = false;
          this.#become(isOwn ? 'connecting' : 'lost');
        },
      },
    });
    // Who the caller is is said once a connection.
    session.onChange(() => this.again());
    addEventListener('online', () => this.again());
    addEventListener('offline', () => this.#become('lost'));
    addEventListener('pageshow', ({ persisted }) => persisted && this.again());
    document.addEventListener(
      'visibilitychange',
      () => document.visibilityState === 'visible' && this.#wake?.(),
    );
  }

  state(): LiveState {
    return this.#state;
  }

  onState(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Lets go of the present connection and opens another one at once. */
  again(): void {
    if (this.#socket) {
      this.#isOpenedAgain = true;
      this.#client.terminate();
    }
    this.#wake?.();
  }

  /** Subscribes, and goes on by cursor whenever the connection was lost. The answer ends it. */
  subscribe({ query, variables, since }: LiveRequest, sink: LiveSink): () => void {
    // graphql-ws sends this very object again when it comes back.
    const payload: { query: string; variables?: Record<string, unknown>; extensions?: { since: string } } = {
      query,
      ...(variables ? { variables } : {}),
      ...(since === undefined ? {} : { extensions: { since } }),
    };
    // Who lets go is not told that it has ended: graphql-ws completes either way.
    let isLetGo = false;
    const stop = this.#client.subscribe<Record<string, unknown>>(payload, {
      next: (result) => {
        const message = result as LiveMessage;
        if (message.extensions?.cursor) payload.extensions = { since: message.extensions.cursor };
        sink.next(message);
      },
      error: (cause) => !isLetGo && sink.ended(asErrors(cause)),
      complete: () => !isLetGo && sink.ended([]),
    });
    return () => {
      isLetGo = true;
      stop();
    };
  }

  /** For urql's subscriptionExchange. */
  asObservable({ query = '', variables }: Parameters<SubscriptionForwarder>[0]) {
    return {
      subscribe: (sink: {
        next(message: LiveMessage): void;
        error(error: unknown): void;
        complete(): void;
      }) => ({
        unsubscribe: this.subscribe(
          { query, variables: variables as Record<string, unknown> },
          {
            next: (message) => sink.next(message),
            ended: (errors) => (errors.length > 0 ? sink.error(errors) : sink.complete()),
          },
        ),
      }),
    };
  }

  /** A session that was ended elsewhere has a token that looks good: without asking, it would be refused for ever. */
  async #tokenOf(session: Session): Promise<string | null> {
    if (!this.#isRefused || session.user() === null) return session.freshToken();
    await session.renew();
    return session.accessToken();
  }

  #expectSoon(): void {
    clearTimeout(this.#overdue);
    this.#overdue = setTimeout(() => this.#giveUp(), ANSWER_WITHIN_MS);
  }

  /** A network that swallows packets closes nothing: who does not answer in time is taken for gone. */
  #giveUp(): void {
    this.#become('lost');
    this.#client.terminate();
  }

  #pause(tries: number): Promise<void> {
    const longest = Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, longest * (0.5 + Math.random() / 2));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #become(state: LiveState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function asErrors(cause: unknown): readonly Error[] {
  if (Array.isArray(cause)) return cause.map(({ message }) => new Error(String(message)));
  return [cause instanceof Error ? cause : new Error('The connection was closed.')];
}
