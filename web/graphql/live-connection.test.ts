import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Session } from '../app/session.ts';
import { LiveConnection } from './live-connection.ts';

const FORBIDDEN = 4403;
const TERMINATED = 4499;

/** A socket of which the test is the server. */
class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static all: FakeSocket[] = [];
  readyState = FakeSocket.CONNECTING;
  readonly sent: { readonly type: string; readonly payload?: unknown; readonly id?: string }[] = [];
  onopen: (() => void) | null = null;
  onclose: ((event: object) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  onmessage: ((event: object) => void) | null = null;

  constructor() {
    FakeSocket.all.push(this);
    setImmediate(() => {
      this.readyState = FakeSocket.OPEN;
      this.onopen?.();
    });
  }

  send(text: string): void {
    const message = JSON.parse(text);
    this.sent.push(message);
    if (message.type === 'connection_init') this.say({ type: 'connection_ack' });
  }

  say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  close(code = 1_000, reason = ''): void {
    if (this.readyState === FakeSocket.CLOSED) return;
    this.readyState = FakeSocket.CLOSED;
    // Whoever terminates it has taken its handlers away before a browser says so.
    if (code !== TERMINATED) this.onclose?.({ code, reason, wasClean: true });
  }
}

const stood = Object.entries({
  WebSocket: FakeSocket,
  location: { origin: 'http://parterre.example' },
  addEventListener: () => {},
  document: { addEventListener: () => {}, visibilityState: 'visible' },
}).map(([name, value]) => ({ name, value, before: Object.getOwnPropertyDescriptor(globalThis, name) }));

let stop: (() => void) | undefined;

beforeEach(() => {
  FakeSocket.all = [];
  for (const { name, value } of stood) Object.defineProperty(globalThis, name, { value, configurable: true });
});

afterEach(() => {
  // Going away: it waits before it comes back, and finds nobody subscribed then.
  for (const socket of FakeSocket.all) socket.close(1_001);
  stop?.();
  for (const { name, before } of stood) {
    if (before) Object.defineProperty(globalThis, name, before);
    else Reflect.deleteProperty(globalThis, name);
  }
});

/** A session whose tokens come and go as the test says. */
function sessionOf(parts: Partial<Session>): Session {
  return { onChange: () => () => {}, user: () => null, accessToken: () => null, ...parts } as Session;
}

function subscribed(live: LiveConnection): string[] {
  const ended: string[] = [];
  stop = live.subscribe(
    { query: 'subscription { walletChanged { id } }' },
    { next: () => {}, ended: (errors) => ended.push(...errors.map(({ message }) => message), 'ended') },
  );
  return ended;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}

const hasSubscribed = (socket: FakeSocket | undefined) =>
  socket?.sent.some(({ type }) => type === 'subscribe') === true;

describe('LiveConnection', () => {
  it('finds out whether the session still is when the server lets go of its caller', async () => {
    let user: ReturnType<Session['user']> = { id: 'u1', nickname: 'mira' };
    const session = sessionOf({
      user: () => user,
      accessToken: () => (user ? 'ended' : null),
      freshToken: async () => (user ? 'ended' : null),
      renew: async () => {
        user = null;
      },
    });
    const live = new LiveConnection(session);
    const ended = subscribed(live);
    await until(() => hasSubscribed(FakeSocket.all[0]));
    FakeSocket.all[0]?.close(FORBIDDEN, 'Forbidden: the session has been ended');
    await until(() => hasSubscribed(FakeSocket.all[1]));
    expect(FakeSocket.all[1]?.sent[0]?.payload).toEqual({});
    expect(ended).toEqual([]);
  });

  it('takes nothing for lost that it has closed itself', async () => {
    let changed = () => {};
    const onChange = (listener: () => void) => {
      changed = listener;
      return () => {};
    };
    const live = new LiveConnection(sessionOf({ onChange, freshToken: async () => null }));
    const states: string[] = [];
    live.onState(() => states.push(live.state()));
    subscribed(live);
    await until(() => hasSubscribed(FakeSocket.all[0]));
    // Somebody signs in.
    changed();
    await until(() => hasSubscribed(FakeSocket.all[1]));
    expect(states).toEqual(['live', 'connecting', 'live']);
    FakeSocket.all[1]?.close(1_012, 'the server is being stopped');
    expect(live.state()).toBe('lost');
    // Before it comes back.
    stop?.();
  });
});
