import { generateKeyPairSync } from 'node:crypto';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { SubgraphName } from '@parterre/contracts/kernel/caller.ts';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { resumeParkedSaga } from '@parterre/platform/saga/saga-store.ts';
import { housekeeping } from '@parterre/platform/service/housekeeping.ts';
import { type SubgraphClient, SubgraphUnavailable } from '@parterre/platform/subgraphs/subgraph-client.ts';
import { startTestService, type TestService } from '@parterre/platform/testing/test-service.ts';
import { Kind, print } from 'graphql';
import { auditAtRest, auditedDatabases, type Breach } from '../../ops/audit/audit.ts';
import { analyticsService } from '../../subgraphs/analytics/service.ts';
import {
  type EventOptions,
  letExpire,
  openEventsFixture,
  type PublishedEvent,
  publishTestEvent,
} from '../../subgraphs/events/testing/fixture.ts';
import { openLoyaltyFixture } from '../../subgraphs/loyalty/testing/fixture.ts';
import { openPaymentsFixture } from '../../subgraphs/payments/testing/fixture.ts';
import { ticketsService } from '../../subgraphs/tickets/service.ts';
import { makeCancellationsDue } from '../../subgraphs/tickets/testing/cancellations-due.ts';
import { act, type Mutation, type ShownPayload } from '../../subgraphs/tickets/testing/operations.ts';

/** What goes over the wire to one subgraph, and may go astray. */
interface Ask {
  readonly to: SubgraphName;
  readonly operation: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
type Payload = { readonly userErrors: readonly { readonly code: string }[] };

/**
 * The wire between a subgraph, tickets unless said otherwise, and those that it asks. One ask can be withheld: its caller hears nothing, as
 * after a timeout, and its receiver gets it when the test delivers it, however much later.
 */
export class Wire implements SubgraphClient {
  readonly asked: string[] = [];
  readonly #receivers: ReadonlyMap<SubgraphName, Pick<TestService<unknown>, 'execute'>>;
  readonly #before = new Map<string, () => Promise<unknown>>();
  readonly #refusals = new Map<string, string>();
  #toWithhold: string | null = null;
  #withheld: Ask | null = null;
  #toGarble: string | null = null;
  readonly #from: SubgraphName;

  constructor(
    receivers: ReadonlyMap<SubgraphName, Pick<TestService<unknown>, 'execute'>>,
    from: SubgraphName = 'tickets',
  ) {
    this.#receivers = receivers;
    this.#from = from;
  }

  /** The next ask of this operation does not arrive until `deliverLate`. */
  withholdNext(operation: string): void {
    this.#toWithhold = operation;
  }

  /** Does this once, before the next ask of this operation goes on its way. */
  before(operation: string, work: () => Promise<unknown>): void {
    this.#before.set(operation, work);
  }

  /** The next ask of this operation that is not withheld is answered "no", and the receiver does nothing. */
  refuseNext(operation: string, code: string): void {
    this.#refusals.set(operation, code);
  }

  /** The next ask of this operation is done, and its answer cannot be understood: a fault, no outage. */
  garbleNext(operation: string): void {
    this.#toGarble = operation;
  }

  /** Hands the withheld ask to its receiver. Whatever it answers, nobody listens any more. */
  async deliverLate(): Promise<void> {
    if (!this.#withheld) throw new Error('expected an ask to have been withheld');
    await this.#deliver(this.#withheld);
  }

  async ask<Result, Variables>(
    subgraph: SubgraphName,
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<Result> {
    const operation = nameOf(document);
    this.asked.push(operation);
    const before = this.#before.get(operation);
    this.#before.delete(operation);
    await before?.();
    const ask: Ask = {
      to: subgraph,
      operation,
      query: print(document),
      variables: variables as Ask['variables'],
    };
    if (this.#toWithhold === operation) {
      this.#toWithhold = null;
      this.#withheld = ask;
      throw new SubgraphUnavailable(subgraph, new Error(`${operation} is on its way`));
    }
    const code = this.#refusals.get(operation);
    this.#refusals.delete(operation);
    const field = `${operation[0]?.toLowerCase()}${operation.slice(1)}`;
    if (code) return { [field]: { userErrors: [{ code, message: 'planted', field: null }] } } as Result;
    const answer = await this.#deliver(ask);
    if (this.#toGarble !== operation) return answer as Result;
    this.#toGarble = null;
    throw new TypeError(`the answer to ${operation} cannot be read`);
  }

  async #deliver({ to, query, variables }: Ask): Promise<Readonly<Record<string, Payload>>> {
    const receiver = this.#receivers.get(to);
    if (!receiver) throw new Error(`expected no question to ${to}`);
    const { data, errors } = await receiver.execute(query, variables, {
      kind: 'subgraph',
      subgraph: this.#from,
    });
    if (errors || !data) throw new SubgraphUnavailable(to, new AggregateError(errors ?? []));
    return data as Readonly<Record<string, Payload>>;
  }
}

function nameOf(document: TypedDocumentNode<unknown, never> | TypedDocumentNode): string {
  const definition = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (definition?.kind !== Kind.OPERATION_DEFINITION || !definition.name) {
    throw new Error('expected a document with one named operation');
  }
  return definition.name.value;
}

const { privateKey } = generateKeyPairSync('ed25519');
const signingKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** How long a lease, or the longest pause between two tries, lasts. */
const LEASE_MS = 31_000;

/** Columns that say when something happened; shifting them lets time pass for whatever looks at ages. */
const instants = {
  tickets: [
    ['idempotency_keys', 'created_at'],
    ['inbox', 'applied_at'],
    ['sagas', 'updated_at'],
    ['sagas', 'created_at'],
    ['sagas', 'parked_at'],
  ],
  events: [
    ['holds', 'created_at'],
    ['holds', 'expires_at'],
    ['event_seats', 'held_until'],
    ['releases', 'created_at'],
    ['inbox', 'applied_at'],
  ],
  payments: [
    ['idempotency_keys', 'created_at'],
    ['inbox', 'applied_at'],
  ],
  loyalty: [['inbox', 'applied_at']],
} as const;

export type Wired = Awaited<ReturnType<typeof wireSubgraphs>>;

interface WireOptions extends Pick<EventOptions, 'price'> {
  readonly refundTiers?: readonly { readonly hoursBefore: number; readonly percent: number }[];
  readonly minimumGuests?: number;
}

/** Tickets with the real subgraphs behind it, each on a fresh database; what happens, happens when the test asks. */
export async function wireSubgraphs({ price, ...event }: WireOptions = {}) {
  const config = { CURRENCY: price?.currencyCode ?? 'EUR' };
  const clock = { aheadMs: 0, now: () => new Date(Date.now() + clock.aheadMs) };
  const [events, payments, analytics] = await Promise.all([
    openEventsFixture({ config }),
    openPaymentsFixture({ config }),
    startTestService(analyticsService),
  ]);
  const wireOfLoyalty = new Wire(new Map([['events', events]]), 'loyalty');
  const loyalty = await openLoyaltyFixture({ subgraphs: wireOfLoyalty });
  const wire = new Wire(
    new Map<SubgraphName, Pick<TestService<unknown>, 'execute'>>([
      ['events', events],
      ['payments', payments],
      ['loyalty', loyalty],
    ]),
  );
  const tickets = await startTestService(ticketsService, {
    config: { TICKET_SIGNING_KEY: signingKey, BOOKING_ANSWER_WITHIN_MS: '60000' },
    subgraphs: wire,
    clock,
  });
  const all = { tickets, events, payments, loyalty, analytics };
  const publish = () => publishTestEvent(events, { rows: 26, perRow: 40, price, event });
  let show: PublishedEvent = await publish();
  let free = [...show.seatIds];
  let told = 0;

  /** Facts of tickets go to whoever counts by them, and every outbox is emptied. */
  async function tellFacts(): Promise<void> {
    for (const service of Object.values(all)) await service.relay();
    const published = await tickets.published();
    for (const fact of published.slice(told)) {
      await loyalty.deliver(fact);
      await analytics.deliver(fact);
    }
    told = published.length;
    for (const service of [loyalty, analytics]) await service.relay();
  }

  const urlOf = async (service: TestService<unknown>) => {
    const [row] = await service.database.sql<{ name: string }>('select current_database() as name');
    return new URL(`/${row?.name}`, process.env.TEST_POSTGRES_URL).href;
  };

  return {
    ...all,
    wire,
    wireOfLoyalty,

    /** What is on sale: the last of `nextShow`. */
    get show(): PublishedEvent {
      return show;
    },

    /** Puts another show on sale, of which nothing is booked, and lets the clock be right again. */
    async nextShow(): Promise<void> {
      show = await publish();
      free = [...show.seatIds];
      clock.aheadMs = 0;
    },

    /** So many seats that nobody has, given to the caller alone. */
    seats: (count: number) => free.splice(0, count),

    /** A buyer with so much in the wallet, who has earned one point for each 1.00 of `paid` seats at 20.00. */
    buyer: async ({ money = '1000.00', paidSeats = 0 } = {}): Promise<UserCaller> => {
      const buyer: UserCaller = { kind: 'user', userId: newId(), role: 'USER', sessionId: newId() };
      if (money !== '0.00') await payments.topUp(buyer.userId, money);
      if (paidSeats > 0) {
        const seatIds = free.splice(0, paidSeats);
        await doAct('createBooking', buyer, { eventId: show.eventId, seatIds, payNow: true });
        await tellFacts();
      }
      return buyer;
    },

    act: doAct,
    tellFacts,

    /** Puts the clock of tickets to that time, from which it goes on; to the real time unless one is given. */
    setClock(to: Date | null = null): void {
      clock.aheadMs = to ? to.getTime() - Date.now() : 0;
    },

    /** Does what is due in tickets once every lease and pause is over. */
    async carryOn(): Promise<void> {
      clock.aheadMs += LEASE_MS;
      await runJobs();
    },

    /** A person resumes the one parked saga of this type. */
    async resume(type: 'booking' | 'refund'): Promise<void> {
      const [row, ...others] = await tickets.database.sql<{ id: string }>(
        'select id from sagas where type = $1 and parked_at is not null',
        [type],
      );
      if (!row || others.length > 0) throw new Error(`expected one parked ${type}`);
      if (!(await resumeParkedSaga(tickets.database, row.id))) throw new Error('expected it to be resumed');
      await runJobs();
    },

    /** The organizer cancels the show, and tickets hears of it; what is to be done there waits for `settle`. */
    async cancelShow(reason = 'The leading actor is ill.'): Promise<void> {
      const { userErrors } = await events.mutate<{ userErrors: object[] }>(
        'cancelEvent',
        'event { status } userErrors { code message }',
        { eventId: show.eventId, reason, idempotencyKey: newId() },
        show.organizer,
      );
      if (userErrors.length > 0)
        throw new Error(`expected it to be cancelled, got ${JSON.stringify(userErrors)}`);
      await hearCancelled();
    },

    /** The moment comes that decides of the show's minimum of guests, a day before its start, and tickets hears what came of it. */
    async decideMinimum(): Promise<void> {
      await events.database.sql(
        `update events set starts_at = now() + interval '23 hours', ends_at = now() + interval '25 hours' where id = $1`,
        [show.eventId],
      );
      await events.runJobs();
      await hearCancelled();
    },

    /** Lets the jobs of tickets work until none of them finds anything, each after the others as well. */
    async settle(): Promise<void> {
      for (let round = 0; round < 3; round += 1) await runJobs();
    },

    /** How far the cancellation of the show is, as its organizer sees it, or somebody else. */
    async cancellation(caller: UserCaller = show.organizer): Promise<object | null> {
      const { data, errors } = await tickets.execute(
        'query ($eventId: ID!) { eventCancellation(eventId: $eventId) { status total refunded failed remaining } }',
        { eventId: show.eventId },
        caller,
      );
      if (errors) throw new AggregateError(errors);
      return (data as { eventCancellation: object | null }).eventCancellation;
    },

    letHoldExpire: (bookingId: string) => letExpire(events, bookingId),

    /** Everything that the subgraphs keep of a booking and its buyer. */
    async kept(bookingId: string, { userId }: UserCaller): Promise<object> {
      const one = (sql: string, id: string) => [sql, [id]] as const;
      return {
        seats: await events.database.sql(
          ...one('select seat_id, state from event_seats where booking_id = $1 order by 1', bookingId),
        ),
        holds: await events.database.sql(
          ...one('select status, seat_ids from holds where booking_id = $1', bookingId),
        ),
        payments: await payments.database.sql(
          ...one(
            'select attempt, status, refunded_minor from payments where booking_id = $1 order by 1',
            bookingId,
          ),
        ),
        wallet: await payments.balances(userId),
        reservation: await loyalty.database.sql(
          ...one('select state, points from reservations where booking_id = $1', bookingId),
        ),
        points: await loyalty.database.sql(
          ...one('select points, reserved_points from accounts where user_id = $1', userId),
        ),
        booking: await tickets.database.sql(...one('select status from bookings where id = $1', bookingId)),
        tickets: await tickets.database.sql(
          ...one('select id, status from tickets where booking_id = $1 order by 1', bookingId),
        ),
      };
    },

    /** What of a buyer is locked: money set aside, points set aside, seats held. */
    async locked({ userId }: UserCaller): Promise<object> {
      const [wallet] = await payments.database.sql<{ pending: string }>(
        'select coalesce(sum(pending_minor), 0) as pending from wallets where user_id = $1',
        [userId],
      );
      const [account] = await loyalty.database.sql<{ reserved: string }>(
        'select coalesce(sum(reserved_points), 0) as reserved from accounts where user_id = $1',
        [userId],
      );
      const held = await events.database.sql(
        `select seat_id from event_seats join holds using (booking_id) where state = 'H' and user_id = $1`,
        [userId],
      );
      return { money: Number(wallet?.pending), points: Number(account?.reserved), seats: held.length };
    },

    /** The invariants of the whole installation that are broken. */
    async breaches(): Promise<readonly Breach[]> {
      await tellFacts();
      const urls = Object.fromEntries(
        await Promise.all(
          Object.entries(all).map(async ([name, service]) => [name, await urlOf(service)] as const),
        ),
      );
      // Nobody signs in and nobody is written to: those two subgraphs have no rows that the audit reads.
      return auditAtRest(
        auditedDatabases({ ...urls, users: urls.analytics, notifications: urls.analytics } as Record<
          string,
          string
        >),
      );
    },

    /** Makes everything so many days older, and lets every job remove what is over. */
    async age(days: number): Promise<void> {
      for (const [name, columns] of Object.entries(instants)) {
        const service = all[name as keyof typeof instants];
        for (const [table, column] of columns) {
          await service.database.sql(
            `update ${table} set ${column} = ${column} - $1 * interval '1 day' where ${column} is not null`,
            [days],
          );
        }
        await service.runJobs();
        for (const job of housekeeping(service.database, service.service.consumers ?? [])) {
          while ((await job.run({ now: clock.now() })) > 0);
        }
      }
    },

    async stop(): Promise<void> {
      for (const service of Object.values(all)) await service.stop();
    },
  };

  async function hearCancelled(): Promise<void> {
    await events.relay();
    for (const cancelled of await events.published('EventCancelled')) {
      if (cancelled.subject === show.eventId) await tickets.deliver(cancelled);
    }
  }

  async function runJobs(): Promise<void> {
    await makeCancellationsDue(tickets.database);
    await tickets.runJobs();
  }

  async function doAct(mutation: Mutation, buyer: UserCaller, input: object): Promise<ShownPayload> {
    const process = {
      async ask<Data>(document: string, variables: object, caller: UserCaller): Promise<Data> {
        const { data, errors } = await tickets.execute(document, { ...variables }, caller);
        if (errors) throw new Error(`expected no errors, got ${JSON.stringify(errors)}`);
        return data as Data;
      },
    };
    return act(process as Parameters<typeof act>[0], mutation, buyer, input);
  }
}
