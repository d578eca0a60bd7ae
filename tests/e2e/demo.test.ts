import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noteFirstStart } from '../../ops/launch/first-start.ts';
import { freePort } from '../../ops/launch/free-port.ts';
import { startStripeDouble } from '../../subgraphs/payments/testing/stripe-double.ts';
import { Client } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { logIn } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { copyStartedFolder } from '../support/started-folder.ts';

const startFile = new URL('../../ops/launch/start.ts', import.meta.url).pathname;
const PATIENCE_MS = 90_000;

interface EventsAnswer {
  readonly events: {
    readonly nodes: readonly {
      readonly id: string;
      readonly title: string;
      readonly startsAt: string;
      readonly status: string;
    }[];
  };
}
interface SeatsAnswer {
  readonly event: {
    readonly seatMap: {
      readonly seats: { readonly nodes: readonly { readonly seat: { readonly id: string } }[] };
    };
  };
}
interface Amount {
  readonly amount: string;
}
interface Quote {
  readonly subtotal: Amount;
  readonly discount: Amount;
  readonly total: Amount;
  readonly rejections: readonly { readonly code: string }[];
}
interface Booked {
  readonly status: string;
  readonly discount: Amount;
  readonly total: Amount;
}
interface MeAnswer {
  readonly me: {
    readonly role: string;
    readonly wallet: { readonly available: { readonly amount: string } };
    readonly bookings: { readonly nodes: readonly { readonly status: string }[] };
  };
}

describe('the demo on a fresh folder', () => {
  let dataDir: string;
  let port: number;
  let anyone: Client;
  let child: ChildProcess | undefined;
  const start = () => {
    child = spawn(process.execPath, [startFile], {
      stdio: 'ignore',
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        PARTERRE_DEMO: '1',
        PARTERRE_DATA_DIR: dataDir,
        PORT: String(port),
      },
    });
    return child;
  };
  const onSale = async () => (await anyone.ask<EventsAnswer>('Events', { first: 100 })).events.nodes;
  const isReady = async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).status === 200;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'parterre-demo-'));
    port = await freePort();
    anyone = new Client(`http://127.0.0.1:${port}`);
  });
  afterAll(async () => {
    if (child && child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(dataDir, { recursive: true, force: true });
  }, PATIENCE_MS);

  it(
    'is completed by the next start when kill -9 came in the middle of it, and nothing is there twice',
    async () => {
      const first = start();
      await eventually('the first event to be on sale', async () => (await onSale()).length > 0, PATIENCE_MS);
      expect(await isReady()).toBe(false);
      first.kill('SIGKILL');
      await once(first, 'exit');

      start();
      await eventually('the server to be ready', isReady, PATIENCE_MS);
      const shows = await onSale();
      // The slots of a series have one title.
      const starts = shows.map(({ title, startsAt }) => `${title}, ${startsAt}`);
      expect(new Set(starts).size).toBe(starts.length);
      expect(new Set(shows.map(({ title }) => title)).size).toBe(6);
      expect(shows.filter(({ title }) => title === 'Round the harbour')).toHaveLength(4);
    },
    2 * PATIENCE_MS,
  );

  it('has an administrator, an organizer, and buyers with money', async () => {
    const me = async (login: string, password: string) =>
      (await (await logIn(anyone, login, password)).ask<MeAnswer>('Me', {})).me;
    expect((await me('admin@parterre.example', 'parterre-admin')).role).toBe('ADMIN');
    expect((await me('olga@parterre.example', 'parterre-olga')).role).toBe('ORGANIZER');
    expect((await me('ben@parterre.example', 'parterre-ben')).wallet.available.amount).toBe('500.00');
    const bea = await me('bea@parterre.example', 'parterre-bea');
    expect(bea.bookings.nodes.map(({ status }) => status)).toEqual(['CONFIRMED']);
  });

  it('has a promo code, by which a first booking costs what was quoted, and a second one nothing less', async () => {
    const ben = await logIn(anyone, 'ben@parterre.example', 'parterre-ben');
    const eventId = (await onSale())[0]?.id;
    const { event } = await anyone.ask<SeatsAnswer>('SeatPage', { eventId, state: 'FREE', first: 2 });
    const seatIds = event.seatMap.seats.nodes.map(({ seat }) => seat.id);
    const wanted = { eventId, seatIds, promoCode: ' welcome10' };
    const quote = async () =>
      (await ben.ask<{ quoteDiscount: Quote }>('QuoteDiscount', { input: wanted })).quoteDiscount;
    const quoted = await quote();
    const { booking } = await ben.act<{ booking: Booked }>('CreateBooking', {
      ...wanted,
      payNow: true,
      idempotencyKey: 'first',
    });
    expect(quoted.rejections).toEqual([]);
    expect(Number(quoted.discount.amount)).toBeCloseTo(Number(quoted.subtotal.amount) / 10);
    expect(booking).toMatchObject({
      status: 'CONFIRMED',
      discount: { amount: quoted.discount.amount },
      total: { amount: quoted.total.amount },
    });
    expect((await quote()).rejections).toMatchObject([{ code: 'PROMO_CODE_FIRST_BOOKING_ONLY' }]);
  });
});

/** On a folder whose first start was ended after it had made the databases, and before it made the demo. */
async function startBeforeItsDemo(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parterre-demo-'));
  await copyStartedFolder(dataDir);
  noteFirstStart(dataDir, { administrator: 'named', demo: 'wanted' });
  return ServerProcess.start({ ...env, PARTERRE_DEMO: '1' }, undefined, dataDir);
}

it.each([
  ['has a page for that', 'well'],
  ['takes no such payment', 'refuse'],
] as const)(
  'the demo where money is paid to a provider, which %s, lacks that money and nothing else',
  async (_provider, mood) => {
    const stripe = await startStripeDouble();
    stripe.feel(mood);
    let server: ServerProcess | undefined;
    try {
      server = await startBeforeItsDemo(stripe.settings);
      const { client } = server;
      const [show] = (await client.ask<EventsAnswer>('Events', { first: 100 })).events.nodes;
      const { event } = await client.ask<SeatsAnswer>('SeatPage', {
        eventId: show?.id,
        state: 'FREE',
        first: 1,
      });
      const seatIds = event.seatMap.seats.nodes.map(({ seat }) => seat.id);
      for (const name of ['bea', 'ben']) {
        const buyer = await logIn(client, `${name}@parterre.example`, `parterre-${name}`);
        const { me } = await buyer.ask<MeAnswer>('Me', {});
        expect(me.wallet.available.amount).toBe('0.00');
        expect(me.bookings.nodes).toEqual([]);
        const input = { eventId: show?.id, seatIds, promoCode: 'WELCOME10' };
        const { quoteDiscount } = await buyer.ask<{ quoteDiscount: Quote }>('QuoteDiscount', { input });
        expect(quoteDiscount.rejections).toEqual([]);
      }
      // One page that nobody pays on shows that money is not free; a second would show nothing more.
      expect(stripe.requests).toHaveLength(1);
    } finally {
      await server?.demolish();
      await stripe.stop();
    }
  },
  3 * PATIENCE_MS,
);
