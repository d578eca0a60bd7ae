import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@parterre/platform/kernel/ids.ts';

/** What the double keeps of a session: as much of Stripe's as anybody here reads. */
export interface DoubleSession {
  readonly id: string;
  readonly object: 'checkout.session';
  readonly url: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly amount_total: number;
  readonly currency: string;
  readonly payment_status: 'paid' | 'unpaid';
  readonly status: 'open' | 'complete' | 'expired';
  /** In seconds, as Stripe counts. */
  readonly created: number;
  /** Of the payment, once there is one. */
  readonly payment_intent: string | null;
}

/** A message as it is sent: the body, and the header that signs it. */
export interface SignedMessage {
  readonly text: string;
  readonly signature: string;
}

type SessionEvent = 'completed' | 'expired' | 'async_payment_succeeded' | 'async_payment_failed';
/**
 * How the next requests are answered: not at all, though they are done; not at all, the connection kept; with a fault of
 * Stripe's; with a no.
 */
type Mood = 'well' | 'lose answers' | 'stay silent' | 'fail' | 'refuse';
/** What becomes of a page. */
type PageEnd = 'paid' | 'expired' | 'with the bank' | 'refused by the bank';

/** Stripe never takes less than about half a dollar. */
const LEAST = 50;
/** How long a page may be paid, from the moment in which Stripe makes it; where nothing is said it is the longest. */
const SHORTEST_PAGE_MS = 30 * 60_000;
const LONGEST_PAGE_MS = 24 * 3_600_000;

export type StripeDouble = Awaited<ReturnType<typeof startStripeDouble>>;

/**
 * Stripe Checkout as far as a top-up meets it, over HTTP: sessions with idempotency keys, and signed events. Written by
 * https://docs.stripe.com/api/checkout/sessions (create, retrieve, list), /api/payment_intents, /api/idempotent_requests and /webhooks, without Stripe's own library.
 */
export async function startStripeDouble() {
  const secretKey = 'sk_test_double';
  const webhookSecret = 'whsec_double';
  const sessions: DoubleSession[] = [];
  const payments = new Map<string, 'processing' | 'requires_payment_method' | 'succeeded'>();
  const asked: string[] = [];
  const requests: { readonly key: string; readonly form: URLSearchParams }[] = [];
  const kept = new Map<string, { readonly form: string; readonly session: DoubleSession }>();
  let mood: Mood = 'well';
  let aheadMs = 0;

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const send = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const refuse = (status: number, type: string, message: string) =>
      send(status, { error: { type, message } });
    const { pathname, searchParams } = new URL(request.url ?? '', url);
    if (request.headers.authorization !== `Bearer ${secretKey}`) {
      return refuse(401, 'invalid_request_error', 'Invalid API Key provided');
    }
    if (request.method === 'GET') {
      asked.push(`${pathname}${searchParams.has('starting_after') ? ' from there on' : ''}`);
      if (mood === 'fail') return refuse(500, 'api_error', 'An unknown error occurred');
      if (mood === 'lose answers') return void request.socket.destroy();
      if (mood === 'stay silent') return;
      if (mood === 'refuse') return refuse(403, 'invalid_request_error', 'The key may not read this');
      const found = pathname === '/v1/checkout/sessions' ? list(searchParams) : find(pathname);
      if (found) return send(200, found);
      const message = `No such object: '${pathname.split('/').at(-1)}'`;
      return send(404, { error: { type: 'invalid_request_error', code: 'resource_missing', message } });
    }
    if (pathname !== '/v1/checkout/sessions' || request.method !== 'POST') {
      return refuse(404, 'invalid_request_error', `no such place: ${request.method} ${request.url}`);
    }
    const key = String(request.headers['idempotency-key'] ?? '');
    const form = new URLSearchParams(text);
    requests.push({ key, form });
    if (mood === 'fail') return refuse(500, 'api_error', 'An unknown error occurred');
    const known = kept.get(key);
    if (known && known.form !== text) {
      return refuse(400, 'idempotency_error', 'Keys can only be used with the same parameters');
    }
    const amount = Number(form.get('line_items[0][price_data][unit_amount]'));
    if (mood === 'refuse' || amount < LEAST) {
      return refuse(400, 'invalid_request_error', 'The total amount must convert to at least 50 cents');
    }
    if (!known && !mayEndAt(form.get('expires_at'))) {
      const message = 'expires_at must be from 30 minutes to 24 hours after Checkout Session creation';
      return refuse(400, 'invalid_request_error', message);
    }
    const session = known?.session ?? newSession(form, amount);
    kept.set(key, { form: text, session });
    if (mood === 'lose answers') return void request.socket.destroy();
    if (mood === 'stay silent') return;
    send(200, session);
  }

  function find(path: string): object | undefined {
    const [, , kind, ...rest] = path.split('/');
    const id = rest.at(-1) ?? '';
    if (kind === 'checkout') return sessions.find((session) => session.id === id);
    const status = payments.get(id);
    return kind === 'payment_intents' && status ? { id, object: 'payment_intent', status } : undefined;
  }

  /** The newest first, a page of them. */
  function list(query: URLSearchParams): object {
    const [from, to] = [Number(query.get('created[gte]')), Number(query.get('created[lte]'))];
    const matching = sessions
      .filter(({ status, created }) => status === query.get('status') && created >= from && created <= to)
      .reverse();
    const start = matching.findIndex(({ id }) => id === query.get('starting_after')) + 1;
    const end = start + Number(query.get('limit') ?? 10);
    const data = matching.slice(start, end);
    return { object: 'list', url: '/v1/checkout/sessions', data, has_more: end < matching.length };
  }

  /** As much changes of a session, for whoever asks about it. */
  function change(session: DoubleSession, changed: Partial<DoubleSession>): DoubleSession {
    const index = sessions.findIndex(({ id }) => id === session.id);
    const kept = sessions[index];
    if (!kept) throw new Error(`expected a session of this double, got ${session.id}`);
    const next = { ...kept, ...changed };
    sessions[index] = next;
    return next;
  }

  function endPage(session: DoubleSession, end: PageEnd): DoubleSession {
    if (end === 'expired') return change(session, { status: 'expired' });
    const payment_intent = session.payment_intent ?? `pi_${session.id}`;
    const standing = {
      paid: 'succeeded',
      'with the bank': 'processing',
      'refused by the bank': 'requires_payment_method',
    } as const;
    payments.set(payment_intent, standing[end]);
    const payment_status = end === 'paid' ? 'paid' : 'unpaid';
    return change(session, { status: 'complete', payment_status, payment_intent });
  }

  function mayEndAt(seconds: string | null): boolean {
    if (seconds === null) return true;
    const lifetimeMs = Number(seconds) * 1000 - (Date.now() + aheadMs);
    return lifetimeMs >= SHORTEST_PAGE_MS && lifetimeMs < LONGEST_PAGE_MS;
  }

  function newSession(form: URLSearchParams, amount: number): DoubleSession {
    const id = `cs_test_${newId().replaceAll('-', '')}`;
    const session: DoubleSession = {
      id,
      object: 'checkout.session',
      url: `${url}/pay/${id}`,
      metadata: { parterre_top_up: form.get('metadata[parterre_top_up]') ?? '' },
      amount_total: amount,
      currency: form.get('line_items[0][price_data][currency]') ?? '',
      payment_status: 'unpaid',
      status: 'open',
      created: Math.floor((Date.now() + aheadMs) / 1000),
      payment_intent: null,
    };
    sessions.push(session);
    return session;
  }

  function sign(text: string, { at = new Date(), secret = webhookSecret } = {}): SignedMessage {
    const time = Math.floor(at.getTime() / 1000);
    const mac = createHmac('sha256', secret).update(`${time}.${text}`).digest('hex');
    return { text, signature: `t=${time},v1=${mac}` };
  }

  return {
    url,
    secretKey,
    webhookSecret,
    sessions,
    /** What opened pages. */
    requests,
    /** The paths at which it was asked about what there is. */
    asked,
    sign,
    /** What becomes of a page, without a word of it to anybody. Answers the session as it is then. */
    endPage,
    /** What the seller sells otherwise, in the same account. */
    addSession(like: DoubleSession, end: PageEnd): void {
      const session = { ...like, id: `cs_test_${newId().replaceAll('-', '')}` };
      sessions.push(session);
      endPage(session, end);
    },
    /** Changes what the books say of a session. */
    change,
    /** As if there had never been such a session. */
    forget(session: DoubleSession): void {
      const index = sessions.findIndex(({ id }) => id === session.id);
      if (index >= 0) sessions.splice(index, 1);
    },
    /** The settings of a payments subgraph that takes this for Stripe. */
    settings: {
      PAYMENT_PROVIDER: 'stripe',
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_API_URL: url,
    },
    feel(next: Mood): void {
      mood = next;
    },
    /** By so much Stripe's clock is ahead of that of whoever asks; behind where it is below zero. */
    setClock(ms: number): void {
      aheadMs = ms;
    },
    /** The session behind a page. */
    sessionAt(page: string | null): DoubleSession {
      const session = sessions.find((each) => each.url === page);
      if (!session) throw new Error(`expected a session at ${page}, got none`);
      return session;
    },
    /** What Stripe says of a session. */
    event(type: SessionEvent, session: DoubleSession, change: Partial<DoubleSession> = {}): string {
      const isPaid = type === 'completed' || type === 'async_payment_succeeded';
      const object = { ...session, payment_status: isPaid ? 'paid' : 'unpaid', ...change };
      const event = {
        id: `evt_${newId()}`,
        object: 'event',
        type: `checkout.session.${type}`,
        data: { object },
      };
      return JSON.stringify(event, null, 2);
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
