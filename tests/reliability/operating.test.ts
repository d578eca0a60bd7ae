import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { main } from '../../ops/cli/main.ts';
import { eventually } from '../support/eventually.ts';
import { type Actor, logIn, register, topUp } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { type SeatState, seatMap } from '../support/shows.ts';
import { databasesOf } from './databases-of.ts';
import { expectCleanAudit } from './expect-clean-audit.ts';
import { openShow } from './open-show.ts';

const SEATS = 60;
const BUYERS = 4;
/** The backup is taken when so many bookings have been confirmed, with the others under way. */
const BACKUP_AFTER = 8;

interface Booked {
  readonly booking: { readonly id: string; readonly status: string };
}
interface Done {
  readonly code: number;
  /** What the command printed with --json. */
  readonly json: never;
  readonly errors: string;
}

describe('npm run ops', () => {
  let server: ServerProcess;
  let folder: string;
  let eventId: string;
  let seats: readonly SeatState[];
  let buyers: Actor[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parterre-backups-'));
    server = await ServerProcess.start({ AUDIT_SECONDS: '1' });
    eventId = (await openShow(server.client, { seats: SEATS, price: '10.00' })).eventId;
    seats = (await seatMap(server.client, eventId)).seats;
    buyers = await Promise.all(Array.from({ length: BUYERS }, () => register(server.client, 'buyer')));
    for (const buyer of buyers) await topUp(buyer, '500.00');
  }, 240_000);
  afterAll(async () => {
    await server?.demolish();
    await rm(folder, { recursive: true, force: true });
  });

  async function ops(...args: string[]): Promise<Done> {
    return opsOn(server.dataDir, ...args);
  }
  async function opsOn(dataDir: string, ...args: string[]): Promise<Done> {
    let [out, errors] = ['', ''];
    const code = await main(
      [...args, '--json', '--data-dir', dataDir],
      {},
      {
        out: (text) => {
          out += text;
        },
        err: (text) => {
          errors += text;
        },
      },
    );
    return { code, json: (out ? JSON.parse(out) : null) as never, errors };
  }

  /** Statements on a database of the server, for what no one may do but a test. */
  async function on<Row extends object>(
    database: string,
    sql: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    const client = new pg.Client({ connectionString: (await databasesOf(server))[database] });
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  async function violations(invariant: string): Promise<number | undefined> {
    const body = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
    const line = body
      .split('\n')
      .find((each) => each.startsWith(`parterre_audit_violations{invariant="${invariant}"}`));
    return line === undefined ? undefined : Number(line.split(' ').at(-1));
  }
  const untilViolations = (invariant: string, count: number) =>
    eventually(
      `${count} violations of ${invariant}`,
      async () => (await violations(invariant)) === count,
      60_000,
    );

  function book(seat: number, buyer = buyers[seat % BUYERS] as Actor, payNow = true): Promise<Booked> {
    const input = { eventId, seatIds: [seats[seat]?.seat.id], payNow, idempotencyKey: randomUUID() };
    return buyer.client.act<Booked>('CreateBooking', input);
  }

  it('tells of a parked saga in the gauge of the audit, until it is resumed', async () => {
    const { booking } = await book(0, buyers[0], false);
    await untilViolations('11a', 0);
    await on(
      'tickets',
      "update sagas set parked_at = now(), parked_cause = 'the bank keeps the money', wake_at = null, version = version + 1 where id = $1",
      [booking.id],
    );
    await untilViolations('11a', 1);
    expect(await ops('audit', '--pause', '0')).toMatchObject({
      code: 1,
      json: { breaches: [{ invariant: '11a', rows: [{ id: booking.id }] }] },
    });
    expect((await ops('sagas', 'list', '--parked')).json).toMatchObject([
      { id: booking.id, subgraph: 'tickets', type: 'booking', parkedCause: 'the bank keeps the money' },
    ]);
    expect((await ops('sagas', 'show', booking.id)).json).toMatchObject({
      id: booking.id,
      state: expect.anything(),
    });

    expect(await ops('sagas', 'resume', booking.id)).toMatchObject({ code: 0 });
    expect(await ops('sagas', 'resume', booking.id)).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^parterre: expected saga .* to be parked/),
    });
    await untilViolations('11a', 0);
    const paid = await buyers[0]?.client.act<Booked>('PayBooking', {
      bookingId: booking.id,
      idempotencyKey: randomUUID(),
    });
    expect(paid?.booking.status).toBe('CONFIRMED');
  }, 180_000);

  describe('with dead letters', () => {
    async function layAside(fact: object): Promise<string> {
      const [row] = await on<{ id: string }>(
        'loyalty',
        `insert into dead_letters (consumer, key, fact_id, fact, position, status, cause, attempts)
         values ('count-points', $1, $2, $3, '1', 'FAILED', 'Error: planted', 40) returning id`,
        [randomUUID(), (fact as { id?: string }).id ?? randomUUID(), JSON.stringify(fact)],
      );
      return `loyalty/${row?.id}`;
    }

    it('applies a fact again only if it has not been applied meanwhile', async () => {
      await book(1);
      await expectCleanAudit(server);
      const [row] = await on<{ fact: object }>(
        'bus',
        "select fact from facts where topic = 'tickets' and fact ->> 'type' = 'BookingConfirmed' limit 1",
      );
      const points = () => on('loyalty', 'select user_id, points from accounts order by 1');
      const before = await points();
      const id = await layAside(row?.fact ?? {});
      expect((await ops('dead-letters', 'list')).json).toMatchObject([
        { id, cause: 'Error: planted', retryAt: null },
      ]);
      expect(await ops('dead-letters', 'replay', id)).toMatchObject({
        code: 0,
        json: { outcome: 'applied' },
      });
      expect(await points()).toEqual(before);
      expect(await ops('dead-letters', 'show', id)).toMatchObject({
        code: 1,
        errors: expect.stringContaining(`expected a dead letter ${id}, found none`),
      });
    }, 120_000);

    it('tells why a fact failed again, in the gauge that it lies about, and drops it', async () => {
      const id = await layAside({
        id: randomUUID(),
        type: 'BookingConfirmed',
        subject: 'k',
        data: { no: 'sense' },
      });
      await untilViolations('13b', 1);
      expect(await ops('dead-letters', 'replay', id)).toMatchObject({
        code: 1,
        json: { outcome: 'failed', cause: expect.not.stringContaining('planted') },
      });
      expect(await ops('dead-letters', 'replay', '--all')).toMatchObject({ code: 0, json: { keys: 1 } });
      expect(await ops('dead-letters', 'drop', id)).toMatchObject({ code: 0 });
      expect((await ops('dead-letters', 'list')).json).toEqual([]);
      await untilViolations('13b', 0);
    }, 120_000);
  });

  it('rewinds a consumer, whose inbox lets nothing be counted twice', async () => {
    const all = await ops('consumers', 'rewind', 'analytics.count-sales', '--to', 'start');
    expect(all).toMatchObject({ code: 0, json: { isReplayable: true } });
    expect((all.json as { again: number }).again).toBeGreaterThan(1);
    const some = await ops('consumers', 'rewind', 'loyalty.count-points', '--to', new Date().toISOString());
    expect(some).toMatchObject({ code: 0, json: { again: 0, isReplayable: false } });
    await eventually('every consumer to be done', async () => {
      const { json } = await ops('consumers', 'list');
      return (json as { waiting: number }[]).every(({ waiting }) => waiting === 0);
    });
    await expectCleanAudit(server);
    expect(await ops('consumers', 'rewind', 'loyalty.count-points', '--to', '9999999')).toMatchObject({
      code: 1,
    });
    expect(await ops('consumers', 'rewind', 'loyalty.no-such', '--to', 'start')).toMatchObject({ code: 1 });
  }, 120_000);

  it('rebuilds the statistics, says whether they were right, and mends what was not', async () => {
    const equal = {
      code: 0,
      errors: '',
      json: { subgraph: 'analytics', comparison: { differences: 0, first: null } },
    };
    await book(2);
    await expectCleanAudit(server);
    const first = await ops('rebuild', 'analytics');
    expect(first).toMatchObject(equal);
    expect((first.json as { comparison: { rows: number } }).comparison.rows).toBeGreaterThan(2);

    await on('analytics', 'update sales set sold = sold + 1 where ctid = (select min(ctid) from sales)');
    expect(await ops('rebuild', 'analytics')).toMatchObject({
      code: 1,
      json: { comparison: { differences: 1, first: { row: expect.stringMatching(`^sales ${eventId} `) } } },
    });
    await expectCleanAudit(server);

    await server.stop();
    const stopped = await ops('rebuild', 'analytics');
    await server.startAgain();
    expect(stopped).toMatchObject(equal);
    expect(await ops('rebuild', 'loyalty')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('of analytics, got "loyalty"'),
    });
  }, 180_000);

  it('backs up a moment of an installation that sells, and goes on selling from there', async () => {
    const confirmed: number[] = [];
    const bookings = Promise.all(
      buyers.map(async (_, buyer) => {
        for (let seat = BUYERS + buyer; seat < SEATS - BUYERS; seat += BUYERS) {
          const { booking } = await book(seat);
          expect(booking.status).toBe('CONFIRMED');
          confirmed.push(seat);
        }
      }),
    );
    await eventually('some bookings', () => confirmed.length >= BACKUP_AFTER);
    const before = [...confirmed];
    const backup = join(folder, 'backup');
    expect(await ops('backup', backup)).toMatchObject({ code: 0, errors: '' });
    const after = [...confirmed];
    await bookings;
    await expectCleanAudit(server);
    await server.stop();

    // One subgraph alone: it hears the rest from the bus.
    expect(await ops('restore', backup, '--only', 'payments')).toMatchObject({ code: 1 });
    expect(await ops('restore', backup, '--only', 'analytics')).toMatchObject({ code: 0, errors: '' });
    await server.startAgain();
    await expectCleanAudit(server);
    await server.stop();

    const dataDir = join(folder, 'restored');
    expect(await opsOn(dataDir, 'restore', backup)).toMatchObject({ code: 0, errors: '' });
    expect(await opsOn(dataDir, 'restore', backup)).toMatchObject({ code: 1 });
    const restored = await ServerProcess.start({}, undefined, dataDir);
    try {
      await expectCleanAudit(restored);
      const { states } = await seatMap(restored.client, eventId);
      const sold = [...states].flatMap((state, seat) => (state === 'S' ? [seat] : []));
      expect(sold).toEqual(expect.arrayContaining(before));
      // No more than had been asked for when the backup was done: it is a moment, and not what came after.
      expect(sold.length).toBeLessThanOrEqual(after.length + 3 + BUYERS);
      const [buyer] = buyers;
      const client = await logIn(restored.client, buyer?.nickname ?? '', buyer?.password ?? '');
      const { booking } = await client.act<Booked>('CreateBooking', {
        eventId,
        seatIds: [seats[SEATS - 1]?.seat.id],
        payNow: true,
        idempotencyKey: randomUUID(),
      });
      expect(booking.status).toBe('CONFIRMED');
      await expectCleanAudit(restored);
    } finally {
      await restored.demolish();
    }
  }, 300_000);
});
