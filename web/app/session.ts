import type { RegisterInput, Role, TypedDocumentString } from '../graphql/generated/graphql.ts';
import { forgetTickets } from '../shop/ticket/kept-tickets.ts';
import { serverClock } from './server-clock.ts';
import { SignIn, SignOut, SignUp, StaySignedIn } from './session-operations.ts';

export interface SignedInUser {
  readonly id: string;
  readonly nickname: string;
  readonly role?: Role | null;
}

/** Why nobody was signed in: the first of the server's codes, and the field that it concerns. */
export interface Refusal {
  readonly code: string;
  readonly field: string | undefined;
}

/** The gateway has refused the request as a whole, as of who asks too often. */
export class RequestRefused extends Error {
  readonly retryAfterMs: number | undefined;

  constructor(code: string, retryAfterMs: unknown) {
    super(code);
    this.retryAfterMs = typeof retryAfterMs === 'number' ? retryAfterMs : undefined;
  }
}

interface Payload {
  readonly user?: SignedInUser | null;
  readonly session?: { readonly accessToken: string; readonly accessTokenExpiresAt: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly field?: readonly string[] | null }[];
}

interface Current {
  readonly user: SignedInUser;
  readonly accessToken: string;
  /** By the clock of this device, in ms. */
  readonly staleAt: number;
}

type News = { readonly signedOut: true } | { readonly current: Current };

const ADDRESS = '/graphql/session';
/** Says to the next page that there is a session, to renew or to end; the token itself is where no script can read it. */
const MARK = 'parterre.signed-in';
/** What the mark says while the server has not heard yet that the session is over. */
const ENDING = 'ending';
/** What the mark says otherwise. */
const OPEN = '1';
const LOCK = 'parterre.renew';
/** A token is renewed this long before it ends. */
const SPARE_MS = 30_000;
/** Others wait for their turn meanwhile: a network that swallows everything may not keep them for ever. */
const ANSWER_WITHIN_MS = 15_000;
/** What an earlier page left is asked about again so much later, or as soon as the device is online. */
const ASK_AGAIN_MS = 10_000;

/**
 * Who is signed in, in all tabs alike. The access token lives in memory; the refresh token in a cookie that only the
 * session's own address is sent. A refresh token works once, and every answer changes the cookie: so whatever is asked
 * there is asked in turn, tabs included, and one tells the others.
 */
export class Session {
  #current: Current | null = null;
  /** How often it was told who is here: whoever has waited sees by it that something else has come of it. */
  #changes = 0;
  readonly #listeners = new Set<() => void>();
  readonly #tabs = new BroadcastChannel('parterre.session');

  constructor() {
    this.#tabs.onmessage = ({ data }: MessageEvent<News>) => {
      // That the other tab has forgotten them may be seen here later than its message.
      if ('signedOut' in data) forgetTickets(localStorage);
      this.#set('signedOut' in data ? null : data.current);
    };
  }

  /** Renews what an earlier page left, if there is anything; without an answer it goes on asking. */
  async start(): Promise<void> {
    const mark = localStorage.getItem(MARK);
    if (mark === ENDING) void this.#end();
    else if (mark !== null) await this.renew().catch(() => this.#renewLater());
  }

  user(): SignedInUser | null {
    return this.#current?.user ?? null;
  }

  accessToken(): string | null {
    return this.#current?.accessToken ?? null;
  }

  isStale(): boolean {
    return this.#current !== null && Date.now() > this.#current.staleAt;
  }

  /** A token with some time left, or null when nobody is signed in. */
  async freshToken(): Promise<string | null> {
    if (this.isStale()) await this.renew();
    return this.accessToken();
  }

  /** Calls back whenever somebody signs in or out, here or in another tab. The answer ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async signIn(login: string, password: string): Promise<Refusal | null> {
    return inTurn(async () => {
      const { login: payload } = await post(SignIn, { input: { login, password } });
      return this.#enter(payload);
    });
  }

  async signUp(input: RegisterInput): Promise<Refusal | null> {
    return inTurn(async () => {
      const { register: payload } = await post(SignUp, { input });
      return this.#enter(payload);
    });
  }

  /**
   * Signs out here and in all tabs, and only then on the server: so no tab asks with a token that has just ended. When
   * the network is away, the next page tells the server.
   */
  async signOut(): Promise<void> {
    this.#leave();
    localStorage.setItem(MARK, ENDING);
    await this.#end();
  }

  /** Exchanges the refresh token, unless another tab does so meanwhile. Throws, and leaves all as it is, without an answer. */
  async renew(): Promise<void> {
    const seen = this.#changes;
    await inTurn(async () => {
      if (this.#changes !== seen) return;
      const { refreshSession: payload } = await post(StaySignedIn, { input: { refreshToken: '' } });
      // Who has signed out meanwhile stays out: the ending waits for its turn, and ends what this answer has begun.
      if (this.#changes !== seen) return;
      if (!payload) throw new Error('expected to be told whether the session goes on; a service is away');
      if (this.#enter(payload) !== null && payload.userErrors.length > 0) this.#leave();
    });
  }

  #renewLater(): void {
    const again = () => {
      clearTimeout(timer);
      removeEventListener('online', again);
      if (this.#current || localStorage.getItem(MARK) !== OPEN) return;
      void this.renew().catch(() => this.#renewLater());
    };
    const timer = setTimeout(again, ASK_AGAIN_MS);
    addEventListener('online', again);
  }

  async #end(): Promise<void> {
    const isTold = await inTurn(() => post(SignOut, { input: { refreshToken: '' } })).then(
      // Null, with an error, where the service of users is away: then the session goes on.
      ({ logout }) => !!logout,
      () => false,
    );
    // Somebody may have signed in meanwhile, in another tab.
    if (isTold && localStorage.getItem(MARK) === ENDING) localStorage.removeItem(MARK);
  }

  #enter(payload: Payload | null | undefined): Refusal | null {
    if (!payload?.session || !payload.user) {
      const [error] = payload?.userErrors ?? [];
      return { code: error?.code ?? 'TRY_AGAIN', field: error?.field?.at(-1) };
    }
    const { accessToken, accessTokenExpiresAt } = payload.session;
    const current = {
      user: payload.user,
      accessToken,
      staleAt: Date.parse(accessTokenExpiresAt) - serverClock.offsetMs() - SPARE_MS,
    };
    localStorage.setItem(MARK, OPEN);
    this.#tabs.postMessage({ current } satisfies News);
    this.#set(current);
    return null;
  }

  #leave(): void {
    localStorage.removeItem(MARK);
    forgetTickets(localStorage);
    this.#tabs.postMessage({ signedOut: true } satisfies News);
    this.#set(null);
  }

  #set(current: Current | null): void {
    const isSame =
      current?.user.id === this.#current?.user.id && current?.user.role === this.#current?.user.role;
    this.#current = current;
    this.#changes += 1;
    if (!isSame) for (const listener of this.#listeners) listener();
  }
}

let lastOfThisTab: Promise<unknown> = Promise.resolve();

/** One after another, in all tabs; in this one alone where the page is not secure and so has no locks. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if ('locks' in navigator) return navigator.locks.request(LOCK, work);
  const own = lastOfThisTab.then(work);
  lastOfThisTab = own.catch(() => {});
  return own;
}

/** @throws RequestRefused when the server says so of the request as a whole, another Error when it does not answer */
async function post<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await serverClock.fetch(ADDRESS, {
    method: 'POST',
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    headers: {
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = await response.json();
  if (data) return data;
  const { code, retryAfterMs } = errors?.[0]?.extensions ?? {};
  if (code) throw new RequestRefused(code, retryAfterMs);
  throw new Error(`expected an answer, got status ${response.status}`);
}
