import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

const documents = {
  Register: 'register',
  TopUpWallet: 'top-up-wallet',
  Events: 'events',
  SeatMap: 'seat-map',
  CreateBooking: 'create-booking',
} as const;
type OperationName = keyof typeof documents;

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string }[];
}
interface Asking {
  readonly token?: string;
  readonly traceparent?: string;
}
interface Payload {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

export interface Bought {
  readonly bookingId: string;
  /** Of the trace that the booking's request said it belongs to. */
  readonly traceId: string;
}

/**
 * Opens an account, puts money into its wallet and buys the first free seat of the first event on sale, as any client
 * would.
 *
 * @throws Error saying what was refused, or that nothing is on sale
 */
export async function buyTicket(api: string): Promise<Bought> {
  const nickname = `trace-${randomUUID().slice(0, 8)}`;
  const { session } = await act<{ session: { accessToken: string } }>(api, 'Register', {
    nickname,
    email: `${nickname}@example.org`,
    password: randomUUID(),
  });
  const token = session.accessToken;
  const { eventId, seatId, price } = await findSeat(api);
  await whenOpen(() => act(api, 'TopUpWallet', { amount: price, idempotencyKey: randomUUID() }, { token }));
  const traceId = randomBytes(16).toString('hex');
  const traceparent = `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
  const { booking } = await act<{ booking: { id: string; status: string } | null }>(
    api,
    'CreateBooking',
    { eventId, seatIds: [seatId], payNow: true, idempotencyKey: randomUUID() },
    { token, traceparent },
  );
  if (booking?.status !== 'CONFIRMED') {
    throw new Error(`expected a booking that is confirmed, got ${booking?.status ?? 'none'}`);
  }
  return { bookingId: booking.id, traceId };
}

interface SeatMap {
  readonly event: {
    readonly seatMap: {
      readonly seats: {
        readonly nodes: readonly {
          readonly state: string;
          readonly seat: { readonly id: string };
          readonly price: object;
        }[];
      };
    } | null;
  } | null;
}

async function findSeat(api: string) {
  const { events } = await ask<{ events: { nodes: readonly { id: string; status: string }[] } }>(
    api,
    'Events',
    { first: 50 },
  );
  for (const { id, status } of events.nodes) {
    if (status !== 'ON_SALE') continue;
    const { event } = await ask<SeatMap>(api, 'SeatMap', { eventId: id });
    const free = event?.seatMap?.seats.nodes.find(({ state }) => state === 'FREE');
    if (free) return { eventId: id, seatId: free.seat.id, price: free.price };
  }
  throw new Error('expected an event on sale with a free seat; the demo has some');
}

const WALLET_WITHIN_MS = 60_000;

/** A wallet is opened by the fact that somebody has registered, a moment later. */
async function whenOpen<Result>(topUp: () => Promise<Result>): Promise<Result> {
  const until = Date.now() + WALLET_WITHIN_MS;
  for (;;) {
    try {
      return await topUp();
    } catch (error) {
      if (Date.now() > until || !(error instanceof Refused) || error.code !== 'WALLET_NOT_FOUND') throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

class Refused extends Error {
  readonly code: string;
  constructor(operation: string, { code, message }: Payload['userErrors'][number]) {
    super(`expected ${operation} to be done, got ${code}: ${message}`);
    this.code = code;
  }
}

async function act<Result>(
  api: string,
  name: OperationName,
  input: object,
  asking: Asking = {},
): Promise<Result> {
  const [payload] = Object.values(await ask<Record<string, Result & Payload>>(api, name, { input }, asking));
  const refused = payload?.userErrors[0];
  if (refused) throw new Refused(name, refused);
  return payload as Result;
}

async function ask<Data>(
  api: string,
  name: OperationName,
  variables: object,
  asking: Asking = {},
): Promise<Data> {
  const file = new URL(`../../contracts/operations/clients/${documents[name]}.graphql`, import.meta.url);
  const response = await fetch(api, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(asking.token ? { authorization: `Bearer ${asking.token}` } : {}),
      ...(asking.traceparent ? { traceparent: asking.traceparent } : {}),
    },
    body: JSON.stringify({ query: readFileSync(file, 'utf8'), variables }),
  });
  const { data, errors } = (await response.json()) as Answer<Data>;
  if (errors || !data)
    throw new Error(`expected an answer to ${name}, got: ${errors?.[0]?.message ?? response.status}`);
  return data;
}
