// `node ops/verify/buy-a-ticket.ts <url>`: a buyer of the demo watches a seat map through the entry over WebSocket, buys a
// seat, and sees it sold. Ends with 0 and a line for each, or with 1 and what was expected.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { demoBuyers } from '../launch/demo/accounts.ts';

const PATIENCE_MS = 60_000;
const [entry = 'http://127.0.0.1:8080'] = process.argv.slice(2);
const url = new URL('/graphql', entry).href;

const found = /* GraphQL */ `{
  events(first: 5) { nodes { id title seatMap { seats(first: 1, state: FREE) { nodes { seat { id } } } } } }
}`;
const signIn = /* GraphQL */ `mutation ($login: String!, $password: String!) {
  login(input: { login: $login, password: $password }) { session { accessToken } userErrors { message } }
}`;
const buy = /* GraphQL */ `mutation ($eventId: ID!, $seatId: ID!, $key: String!) {
  createBooking(input: { eventId: $eventId, seatIds: [$seatId], payNow: true, idempotencyKey: $key }) {
    booking { status tickets { code } }
    userErrors { message }
  }
}`;
const watch = /* GraphQL */ `subscription ($eventId: ID!) {
  seatMapChanged(eventId: $eventId) {
    __typename
    ... on SeatMapDelta { changes { state seat { id } } }
  }
}`;

interface Found {
  events: {
    nodes: {
      id: string;
      title: string;
      seatMap: { seats: { nodes: { seat: { id: string } }[] } } | null;
    }[];
  };
}
interface Bought {
  createBooking: {
    booking: { status: string; tickets: { code: string }[] } | null;
    userErrors: { message: string }[];
  };
}
interface Signed {
  login: { session: { accessToken: string } | null; userErrors: { message: string }[] };
}
interface Watched {
  seatMapChanged: {
    __typename: string;
    changes?: { state: string; seat: { id: string } }[];
  };
}

async function ask<Data>(query: string, variables: object, token?: string): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (!data || errors) throw new Error(`expected data, got ${response.status} ${errors?.[0]?.message ?? ''}`);
  return data;
}

/** Resolves when the seat is told as sold; `isWatching` is called with the first message. */
async function untilSold(eventId: string, seatId: string, isWatching: () => void): Promise<void> {
  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  try {
    for await (const { data } of client.iterate<Watched>({ query: watch, variables: { eventId } })) {
      isWatching();
      const changes = data?.seatMapChanged.changes ?? [];
      if (changes.some(({ seat, state }) => seat.id === seatId && state === 'SOLD')) return;
    }
    throw new Error('expected the seat map to be told until the seat is sold');
  } finally {
    await client.dispose();
  }
}

async function main(): Promise<void> {
  const { events } = await ask<Found>(found, {});
  const event = events.nodes.find(({ seatMap }) => seatMap?.seats.nodes.length);
  const seatId = event?.seatMap?.seats.nodes[0]?.seat.id;
  if (!event || !seatId) throw new Error('expected an event with a free seat; make the demo first');
  const [buyer] = demoBuyers;
  const { login } = await ask<Signed>(signIn, { login: buyer?.nickname, password: buyer?.password });
  if (!login.session) throw new Error(`expected to sign in, got ${login.userErrors[0]?.message}`);

  const watching = Promise.withResolvers<void>();
  const sold = untilSold(event.id, seatId, watching.resolve);
  await Promise.race([watching.promise, sold]);
  console.log(`watching ${event.title} over WebSocket`);
  const key = `verify-${seatId}`;
  const variables = { eventId: event.id, seatId, key };
  const { createBooking } = await ask<Bought>(buy, variables, login.session.accessToken);
  const { booking } = createBooking;
  if (booking?.status !== 'CONFIRMED' || booking.tickets.length !== 1) {
    throw new Error(`expected a ticket, got ${booking?.status ?? createBooking.userErrors[0]?.message}`);
  }
  console.log(`bought a ticket, ${booking.tickets[0]?.code.slice(0, 12)}…`);
  await sold;
  console.log('saw it sold on the map');
}

const giveUp = setTimeout(() => {
  console.error(`expected all of it within ${PATIENCE_MS / 1_000} s`);
  process.exit(1);
}, PATIENCE_MS);
try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
clearTimeout(giveUp);
