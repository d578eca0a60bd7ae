import { randomUUID } from 'node:crypto';
import { Client } from '../support/client.ts';
import { type Attack, isBadRequest, refused } from './attack.ts';
import { aliasedLogins } from './costly-operations.ts';
import { RawSocket } from './raw-socket.ts';
import { renew } from './session-address.ts';
import type { Person, Target } from './target.ts';
import { type Answered, codesOf, post } from './wire.ts';

/** An address that does nothing wrong: it must be served as if nothing happened. */
const NEIGHBOUR = '127.0.0.2';

const json = { 'content-type': 'application/json' };

/** Too much of what one may do. The only attacks that rates stand against. */
export const floods: readonly Attack[] = [
  {
    ...refused(
      { threat: 'A7', name: '50 aliased logins in one operation', expected: '400: one login an operation' },
      ({ port }) => post(port, { query: aliasedLogins(50) }),
      isBadRequest,
    ),
    rates: 'on',
  },
  flood('one password over 200 accounts', 'at most 100 tried, then RATE_LIMITED', 100, (target) =>
    inParallel(200, 8, (n) => login(target, `somebody${n}`, 'summer of 2026')),
  ),
  flood('100 registrations', 'at most 20, then RATE_LIMITED', 20, (target) =>
    inParallel(100, 8, () => {
      const nickname = `n-${randomUUID().slice(0, 12)}`;
      const query =
        'mutation($input: RegisterInput!) { register(input: $input) { user { id } userErrors { code } } }';
      const input = { nickname, email: `${nickname}@example.org`, password: `correct horse ${nickname}` };
      return post(target.port, { query, variables: { input } });
    }),
  ),
  flood(
    '300 renewals of no session at the address of the cookie',
    'at most 100, then RATE_LIMITED',
    100,
    ({ port }) =>
      inParallel(300, 8, (n) => renew(port, { headers: { ...json, cookie: `parterre-refresh=guess-${n}` } })),
  ),
  {
    threat: 'A7',
    name: '24 accounts from one address hold a hall of 234 seats',
    expected: 'at most 60 seats, then RATE_LIMITED',
    rates: 'on',
    prepare: freeTheSmallHall,
    async run(target) {
      const { smallSeats, crowd } = target;
      const answers = await Promise.all(
        crowd.map((person, n) => hold(target, person, smallSeats.slice(n * 10, n * 10 + 10))),
      );
      const held = answers.reduce(
        (sum, { text }, n) =>
          text.includes('"AWAITING_PAYMENT"') ? sum + Math.min(10, smallSeats.length - n * 10) : sum,
        0,
      );
      const neighbour = await hold(target, target.alice, smallSeats.slice(-1), NEIGHBOUR);
      return {
        held: held <= 60 && answers.some(isRateLimited) && neighbour.text.includes('"AWAITING_PAYMENT"'),
        answer: `${held} seats; ${countOf(answers)}`,
      };
    },
  },
  {
    threat: 'A7',
    name: '5,000 sockets from one address',
    expected: 'at most 1,000 open; another address gets one',
    rates: 'on',
    async run({ port }) {
      const sockets = await inParallel(5_000, 50, () => RawSocket.open(port).catch(() => undefined));
      const open = sockets.filter((socket) => socket?.head.startsWith('HTTP/1.1 101') && !socket.isClosed);
      const neighbour = await RawSocket.logIn(port, undefined, NEIGHBOUR);
      const isServed = neighbour.received[0]?.includes('connection_ack') === true;
      for (const socket of [...sockets, neighbour]) socket?.end();
      return {
        held: open.length <= 1_000 && isServed,
        answer: `${open.length} open${isServed ? '' : ', neighbour shut out'}`,
      };
    },
  },
  {
    threat: 'A7',
    name: '5,000 dear operations from one address',
    expected: 'RATE_LIMITED before they are through',
    rates: 'on',
    async run(target) {
      const page = `{ events(first: 100) { nodes { id seatMap { seats(first: 100) { nodes { index seat { id label } } } } } } }`;
      const answers = await inParallel(5_000, 32, (n) => post(target.port, { query: `${page} # ${n % 10}` }));
      const neighbour = await post(target.port, { query: '{ events { nodes { id } } }', from: NEIGHBOUR });
      return {
        held: answers.some(isRateLimited) && neighbour.status === 200,
        answer: countOf(answers),
      };
    },
  },
  {
    threat: 'A8',
    name: 'ten wrong passwords for an account of somebody else',
    expected: 'the owner, elsewhere, signs in; the attacker is refused',
    rates: 'on',
    async run(target) {
      const { nickname, password } = target.alice;
      for (let one = 0; one < 10; one += 1) await login(target, nickname, `wrong ${one}`);
      const attacker = await login(target, nickname, 'wrong again');
      const owner = await login(target, nickname, password, NEIGHBOUR);
      const isIn = owner.text.includes('"user":{"id"');
      return {
        held: isIn && (isRateLimited(attacker) || attacker.text.includes('TOO_MANY_ATTEMPTS')),
        answer: `owner ${isIn ? 'in' : codesOf(owner).join()}, attacker ${codesOf(attacker).join()}`,
      };
    },
  },
];

/** An attack of many requests, of which a few may succeed and the rest must be told when to come back. */
function flood(
  name: string,
  expected: string,
  atMost: number,
  run: (target: Target) => Promise<Answered[]>,
): Attack {
  return {
    threat: 'A7',
    name,
    expected,
    rates: 'on',
    async run(target) {
      const answers = await run(target);
      const limited = answers.filter(isRateLimited);
      const through = answers.length - limited.length;
      const sayWhen = limited.every(
        ({ text, headers }) => text.includes('retryAfterMs') && headers['retry-after'],
      );
      return {
        held: through <= atMost && sayWhen,
        answer: countOf(answers),
        refusedMs: limited.map(({ ms }) => ms),
      };
    },
  };
}

function isRateLimited(answered: Answered): boolean {
  return answered.status === 429 && codesOf(answered).includes('RATE_LIMITED');
}

function countOf(answers: readonly Answered[]): string {
  const limited = answers.filter(isRateLimited).length;
  const lost = answers.filter(({ status }) => status === 0).length;
  return `${answers.length - limited - lost} answered, ${limited} RATE_LIMITED${lost > 0 ? `, ${lost} lost` : ''}`;
}

function login({ port }: Target, name: string, password: string, from?: string): Promise<Answered> {
  return post(port, {
    query: 'mutation($input: LoginInput!) { login(input: $input) { user { id } userErrors { code } } }',
    variables: { input: { login: name, password } },
    ...(from ? { from } : {}),
  });
}

async function hold(
  { port, smallEvent }: Target,
  person: Person,
  seatIds: readonly string[],
  from?: string,
): Promise<Answered> {
  return post(port, {
    query:
      'mutation($input: CreateBookingInput!) { createBooking(input: $input) { booking { id status } userErrors { code } } }',
    variables: { input: { eventId: smallEvent, seatIds, idempotencyKey: randomUUID() } },
    token: await person.token(),
    ...(from ? { from } : {}),
  });
}

/** Ends whatever an earlier attack holds there. */
async function freeTheSmallHall({ server, mallory }: Target): Promise<void> {
  const client = new Client(server.url).as(await mallory.token());
  const { me } = await client.ask<{ me: { bookings: { nodes: { id: string; status: string }[] } } }>('Me');
  for (const { id, status } of me.bookings.nodes) {
    if (status !== 'AWAITING_PAYMENT') continue;
    await client.act('CancelBooking', { bookingId: id, idempotencyKey: randomUUID() });
  }
}

/** Does something `count` times, `width` of them at a time, and answers the results in order. */
async function inParallel<Result>(
  count: number,
  width: number,
  act: (n: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let n = next++; n < count; n = next++) results[n] = await act(n);
    }),
  );
  return results;
}
