import type { RegisterInput, Role, TypedDocumentString } from '../graphql/generated/graphql.ts';
import { forgetTickets } from '../shop/ticket/kept-tickets.ts';
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
const LOCK = 'parterre.renew';
/** A token is renewed this long before it ends. */
const SPARE_MS = 30_000;

/**
 * Who is signed in, in all tabs alike. The access token lives in memory; the refresh token in a cookie that only the
 * session's own address is sent. A refresh token works once, so tabs take turns, and one tells the others.
 */
export class Session {
  #current: Current | null = null;
  #isKnown = false;
  /** The answer to an ending takes the cookie away: it must not be that of the next session. */
  #ending: Promise<void> = Promise.resolve();
  readonly #listeners = new Set<() => void>();
  readonly #tabs = new BroadcastChannel('parterre.session');

  constructor() {
    this.#tabs.onmessage = ({ data }: MessageEvent<News>) => {
      this.#set('signedOut' in data ? null : data.current);
    };
  }

  /** Renews what an earlier page left, if there is anything. Resolves when it is known who is here. */
  async start(): Promise<void> {
    const mark = localStorage.getItem(MARK);
    if (mark === ENDING) this.#ending = this.#end();
    else if (mark !== null) await this.renew();
    this.#isKnown = true;
    this.#tell();
  }

  /** False until `start` has found out who is here. */
  isKnown(): boolean {
    return this.#isKnown;
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
    await this.#ending;
    const { login: payload } = await post(SignIn, { input: { login, password } });
    return this.#enter(payload);
  }

  async signUp(input: RegisterInput): Promise<Refusal | null> {
    await this.#ending;
    const { register: payload } = await post(SignUp, { input });
    return this.#enter(payload);
  }

  /**
   * Signs out here and in all tabs, and only then on the server: so no tab asks with a token that has just ended. When
   * the network is away, the next page tells the server.
   */
  async signOut(): Promise<void> {
    this.#leave();
    localStorage.setItem(MARK, ENDING);
    this.#ending = this.#end();
    await this.#ending;
  }

  /** Exchanges the refresh token, unless another tab does so meanwhile. A network fault leaves all as it is. */
  async renew(): Promise<void> {
    const before = this.#current?.accessToken;
    await navigator.locks.request(LOCK, async () => {
      if (this.#current && this.#current.accessToken !== before) return;
      const { refreshSession: payload } = await post(StaySignedIn, { input: { refreshToken: '' } });
      if (payload && this.#enter(payload) !== null) this.#leave();
    });
  }

  async #end(): Promise<void> {
    const isTold = await post(SignOut, { input: { refreshToken: '' } }).then(
      () => true,
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
      staleAt: Date.parse(accessTokenExpiresAt) - SPARE_MS,
    };
    localStorage.setItem(MARK, '1');
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
    if (!isSame) this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** @throws Error when the server does not answer, or refuses the request as a whole. */
async function post<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(ADDRESS, {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = await response.json();
  if (data) return data;
  throw new Error(errors?.[0]?.extensions?.code ?? `status ${response.status}`);
}
