import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { serverClock } from './server-clock.ts';
import { Session } from './session.ts';

const MARK = 'parterre.signed-in';
const TEN_MINUTES_MS = 600_000;

/** A server whose clock is ahead of this device's, and which answers when it is told to. */
function server(aheadMs = 0) {
  const asked: string[] = [];
  const waiting: ((answer: Response | Error) => void)[] = [];
  const now = () => Date.now() + aheadMs;
  const session = () => ({
    accessToken: `token ${asked.length}`,
    accessTokenExpiresAt: new Date(now() + TEN_MINUTES_MS).toISOString(),
  });
  const payload = () => ({ user: { id: 'u1', nickname: 'mira' }, session: session(), userErrors: [] });
  const answerTo = (field: string) =>
    field === 'logout' ? { signedOut: true, userErrors: [] } : field === 'refused' ? refused : payload();
  const refused = { user: null, session: null, userErrors: [{ code: 'INVALID_REFRESH_TOKEN' }] };
  globalThis.fetch = async (_address, init) => {
    const field = /(login|refreshSession|logout)\(/.exec(String(init?.body))?.[1] ?? '';
    asked.push(field);
    const answer = await new Promise<Response | Error>((resolve) => waiting.push(resolve));
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return {
    asked,
    answer(outcome: 'as asked' | 'refused' | 'outage' | 'no answer' = 'as asked') {
      const next = waiting.shift();
      if (!next) throw new Error('expected somebody to wait for an answer');
      if (outcome === 'no answer') return next(new TypeError('fetch failed'));
      const field = asked.at(-1 - waiting.length) ?? '';
      const data = { [field]: answerTo(outcome === 'refused' ? 'refused' : field) };
      const errors = [{ message: 'away', extensions: { code: 'SERVICE_UNAVAILABLE' } }];
      if (outcome === 'outage') return next(Response.json({ data: { [field]: null }, errors }));
      next(Response.json({ data }, { headers: { date: new Date(now()).toUTCString() } }));
    },
    async asks(count: number) {
      await until(() => asked.length >= count);
    },
  };
}

/** All that is waited for here comes within some turns of the event loop: nothing takes time. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turns = 0; !isSo(); turns += 1) {
    if (turns === 10_000) throw new Error('expected that to come within 10,000 turns of the event loop');
    await new Promise(setImmediate);
  }
}

function kept(): Storage {
  const entries = new Map<string, string>();
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
    key: (at: number) => [...entries.keys()][at] ?? null,
    get length() {
      return entries.size;
    },
    clear: () => entries.clear(),
  };
}

const names = [
  'fetch',
  'localStorage',
  'navigator',
  'BroadcastChannel',
  'addEventListener',
  'removeEventListener',
];
const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
let online: (() => void) | undefined;

function give(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

beforeEach(() => {
  give('localStorage', kept());
  // A page that is not secure, as one of the local network: it has no locks.
  give('navigator', {});
  give(
    'BroadcastChannel',
    class {
      postMessage() {}
    },
  );
  give('addEventListener', (_name: string, listener: () => void) => {
    online = listener;
  });
  give('removeEventListener', () => {
    online = undefined;
  });
});

afterEach(() => {
  online?.();
  for (const [name, property] of before) {
    if (property) Object.defineProperty(globalThis, name, property);
    else Reflect.deleteProperty(globalThis, name);
  }
});

async function signedIn(backend: ReturnType<typeof server>): Promise<Session> {
  const session = new Session();
  const entering = session.signIn('mira', 'a long password');
  await backend.asks(1);
  backend.answer();
  expect(await entering).toBeNull();
  return session;
}

describe('Session', () => {
  it('leaves no ticket where another tab signed out, whenever that tab forgets them', () => {
    const channel: { onmessage?: (event: object) => void } = {};
    give(
      'BroadcastChannel',
      class {
        constructor() {
          // biome-ignore lint/correctness/noConstructorReturn: what the session listens at is the test's
          return channel;
        }
      },
    );
    new Session();
    localStorage.setItem('parterre.ticket.one', '{}');
    channel.onmessage?.({ data: { signedOut: true } });
    expect(localStorage.length).toBe(0);
  });

  it('says why the request as a whole is refused', async () => {
    globalThis.fetch = async () =>
      Response.json(
        { errors: [{ message: 'no', extensions: { code: 'RATE_LIMITED', retryAfterMs: 40_000 } }] },
        { status: 429 },
      );
    const entering = new Session().signIn('mira', 'a long password');
    await expect(entering).rejects.toMatchObject({ message: 'RATE_LIMITED', retryAfterMs: 40_000 });
  });

  it('keeps a token for as long as the server lets it live, whatever this device takes for the time', async () => {
    const session = await signedIn(server(-TEN_MINUTES_MS));
    expect(Math.abs(serverClock.offsetMs() + TEN_MINUTES_MS)).toBeLessThan(2_000);
    expect(session.isStale()).toBe(false);
  });

  it('renews what an earlier page left, also on a page that has no locks', async () => {
    const backend = server();
    localStorage.setItem(MARK, '1');
    const session = new Session();
    const starting = session.start();
    await backend.asks(1);
    backend.answer();
    await starting;
    expect(session.user()).toMatchObject({ nickname: 'mira' });
  });

  it('stays signed out when a renewal is answered after the sign-out, and ends what that has begun', async () => {
    const backend = server();
    const session = await signedIn(backend);
    const renewing = session.renew();
    await backend.asks(2);
    const leaving = session.signOut();
    expect(session.user()).toBeNull();
    backend.answer();
    await renewing;
    expect(session.user()).toBeNull();
    // Only now, so that the cookie that it ends is the newest.
    await backend.asks(3);
    backend.answer();
    await leaving;
    expect(backend.asked).toEqual(['login', 'refreshSession', 'logout']);
    expect(localStorage.getItem(MARK)).toBeNull();
  });

  it.each(['no answer', 'outage'] as const)(
    'has the next page end what it could not: %s',
    async (outcome) => {
      const backend = server();
      const session = await signedIn(backend);
      const leaving = session.signOut();
      await backend.asks(2);
      backend.answer(outcome);
      await leaving;
      expect(session.user()).toBeNull();
      await new Session().start();
      await backend.asks(3);
      expect(backend.asked.at(-1)).toBe('logout');
      backend.answer();
      await until(() => localStorage.getItem(MARK) === null);
    },
  );

  it.each(['no answer', 'outage'] as const)(
    'asks again for what an earlier page left: %s',
    async (outcome) => {
      const backend = server();
      localStorage.setItem(MARK, '1');
      const session = new Session();
      const starting = session.start();
      await backend.asks(1);
      backend.answer(outcome);
      await starting;
      expect([session.user(), localStorage.getItem(MARK)]).toEqual([null, '1']);
      online?.();
      await backend.asks(2);
      const known = new Promise<void>((resolve) => session.onChange(resolve));
      backend.answer();
      await known;
      expect(session.user()).toMatchObject({ nickname: 'mira' });
    },
  );

  it('signs out when the server refuses to renew', async () => {
    const backend = server();
    const session = await signedIn(backend);
    const renewing = session.renew();
    await backend.asks(2);
    backend.answer('refused');
    await renewing;
    expect([session.user(), localStorage.getItem(MARK)]).toEqual([null, null]);
  });
});
