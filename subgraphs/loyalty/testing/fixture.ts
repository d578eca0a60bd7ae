import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserBlocked, UserRegistered, UserUnblocked } from '@parterre/contracts/facts/users.ts';
import type { Role } from '@parterre/contracts/kernel/caller.ts';
import type { BookingId, EventId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { type DecimalMoney, formatAmount } from '@parterre/contracts/kernel/money.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { SubgraphClient } from '@parterre/platform/subgraphs/subgraph-client.ts';
import { mutationOf, patientRequests } from '@parterre/platform/testing/requests.ts';
import { startTestService } from '@parterre/platform/testing/test-service.ts';
import { type PricedPlace, subtotalOf } from '../domain/promo-code.ts';
import { loyaltyService } from '../service.ts';
import { EventsInMemory } from './events-in-memory.ts';
import { booking, confirmed, refunded, type TestBooking } from './facts.ts';

export const tickets: Caller = { kind: 'subgraph', subgraph: 'tickets' };

export function userCaller(userId: UserId, role: Role = 'USER'): Caller {
  return { kind: 'user', userId, role, sessionId: newId() };
}

export interface ShownAccount {
  readonly points: number;
  readonly reservedPoints: number;
  readonly owedPoints: number;
  readonly level: string;
  readonly frozen: boolean;
  readonly operations: {
    readonly nodes: { readonly kind: string; readonly points: number; readonly booking: { id: string } }[];
  };
}

export const accountQuery = `query ($users: [_Any!]!) {
  _entities(representations: $users) {
    ... on User {
      loyalty {
        points reservedPoints owedPoints level frozen
        operations(first: 100) { nodes { id kind points createdAt booking { id } } }
      }
    }
  }
}`;

export interface Command {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly subtotal?: string;
  readonly spendPoints?: number | null;
  readonly promoCode?: string | null;
  /** Places in minor units; they make the subtotal where they are named. */
  readonly places?: readonly PricedPlace[];
  readonly eventId?: EventId;
  readonly organizerId?: UserId;
}

/** What `reserveDiscount` answers where it does not refuse. */
export interface Reserved {
  readonly reservation: {
    readonly discount: DecimalMoney;
    readonly places: readonly { readonly promo: DecimalMoney; readonly points: DecimalMoney }[];
  };
}

export interface ShownPromoCode {
  readonly id: string;
  readonly code: string;
  readonly uses: number;
  readonly discounted: DecimalMoney;
  readonly active: boolean;
}

export interface ShownQuote {
  readonly subtotal: DecimalMoney | null;
  readonly discount: DecimalMoney | null;
  readonly total: DecimalMoney | null;
  readonly rejections: readonly { readonly code: string }[];
}

const promoFields = `id code percentOff amountOff { amount } fixedPrice { amount } validFrom validUntil events { id }
  series { id } organizers { id }
  priceZones { id } minimumTotal { amount } minimumLevel firstBookingOnly maxUses maxUsesPerUser budget { amount }
  uses discounted { amount currencyCode } active createdBy { id }`;

interface Payload {
  readonly userErrors: readonly { readonly code: string }[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

export interface LoyaltyFixtureOptions {
  readonly onStatement?: (text: string) => void;
  /** False: what could be done in one statement is left to transactions. */
  readonly isAtOnce?: boolean;
  /** Whom it asks instead of events in memory. */
  readonly subgraphs?: SubgraphClient;
}

/** The loyalty subgraph alone, on a fresh database and with a clock that is set by hand; its events are in memory. */
export async function openLoyaltyFixture({
  onStatement,
  isAtOnce = true,
  subgraphs,
}: LoyaltyFixtureOptions = {}) {
  let now = new Date('2027-03-01T18:30:00.000Z');
  const events = new EventsInMemory();
  const fixture = await startTestService(loyaltyService, {
    clock: { now: () => now },
    subgraphs: subgraphs ?? events.subgraphs,
    wrapTools(tools) {
      const database = isAtOnce ? tools.database : { ...tools.database, atOnce: async () => [] };
      return { ...tools, database: onStatement ? heard(database, onStatement) : database };
    },
  });

  const request = patientRequests(fixture);

  /** Asks a mutation, as tickets unless said otherwise; answers its code, or else what `fields` selects. */
  async function command(name: string, fields: string, input: object, caller = tickets): Promise<unknown> {
    const query = mutationOf(name, `${fields} userErrors { code message field }`);
    const payload = (await request<Record<string, Payload>>(query, { input }, caller))[name];
    const { userErrors = [], ...rest } = payload ?? {};
    return userErrors[0]?.code ?? rest;
  }

  const confirm = async (of: TestBooking) => {
    await fixture.deliver(confirmed(of, now));
    return of;
  };

  return {
    ...fixture,
    request,
    now: () => now,
    passDays: (days: number) => {
      now = new Date(now.getTime() + days * DAY_MS);
    },

    confirm,
    refund: (of: TestBooking, ...places: readonly number[]) => fixture.deliver(refunded(of, places, now)),
    events,
    /** A user with these points, earned by one booking. */
    userWith: async (points: number) => {
      const userId = newId<'User'>();
      return { userId, earned: await confirm(booking(userId, BigInt(points) * 100n)) };
    },

    reserve: ({ subtotal = '100.00', eventId = newId<'Event'>(), places, ...wanted }: Command) =>
      command(
        'reserveDiscount',
        `reservation { bookingId discount { amount currencyCode }
           places { promo { amount currencyCode } points { amount currencyCode } } }`,
        {
          ...wanted,
          eventId,
          subtotal: places ? eur(subtotalOf(places)) : { amount: subtotal, currencyCode: 'EUR' },
          places: places?.map(({ minor, ...place }) => ({ ...place, price: eur(minor) })),
        },
      ),
    createPromo: (input: object, caller: Caller) =>
      command('createPromoCode', `promoCode { ${promoFields} }`, input, caller),
    deactivatePromo: (promoCodeId: string, caller: Caller) =>
      command('deactivatePromoCode', `promoCode { ${promoFields} }`, { promoCodeId }, caller),
    promoCodes: async (caller: Caller, page: object = {}) => {
      const query = `query ($first: Int, $after: String) { promoCodes(first: $first, after: $after) {
        nodes { ${promoFields} } pageInfo { hasNextPage endCursor } } }`;
      type Page = {
        nodes: ShownPromoCode[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
      return (await request<{ promoCodes: Page }>(query, page, caller)).promoCodes;
    },
    quote: async (userId: UserId, input: object) => {
      const query = `query ($input: QuoteDiscountInput!) { quoteDiscount(input: $input) {
        subtotal { amount currencyCode } discount { amount currencyCode } total { amount currencyCode }
        rejections { code } } }`;
      return (await request<{ quoteDiscount: ShownQuote }>(query, { input }, userCaller(userId)))
        .quoteDiscount;
    },
    commit: (bookingId: BookingId) => command('commitDiscount', 'committed', { bookingId }),
    release: (bookingId: BookingId, userId: UserId) =>
      command('releaseDiscount', 'released', { bookingId, userId }),

    account: async (userId: UserId): Promise<ShownAccount> => {
      const users = [{ __typename: 'User', id: userId }];
      const data = await request<{ _entities: [{ loyalty: ShownAccount }] }>(
        accountQuery,
        { users },
        userCaller(userId),
      );
      return data._entities[0].loyalty;
    },

    register: (userId: UserId) =>
      fixture.deliver(
        fact(UserRegistered, { userId, nickname: 'ada', email: 'ada@example.org', role: 'USER' }, now),
      ),
    block: (userId: UserId) => fixture.deliver(fact(UserBlocked, { userId, reason: 'test' }, now)),
    unblock: (userId: UserId) => fixture.deliver(fact(UserUnblocked, { userId }, now)),
    factsOf: async (userId: UserId, type?: string) =>
      (await fixture.published(type)).filter((published) => published.subject === userId),
  };
}

/** Tells of every SQL statement that a transaction makes, and of its `begin`. */
function heard(database: Database, onStatement: (text: string) => void): Database {
  return {
    sql: database.sql,
    em: database.em,
    atOnce: (text, params) => {
      onStatement(text);
      return database.atOnce(text, params);
    },
    transaction: (work) =>
      database.transaction((tx) => {
        onStatement('begin');
        return work({
          em: tx.em,
          publish: (...facts) => tx.publish(...facts),
          sql: (text, params) => {
            onStatement(text);
            return tx.sql(text, params);
          },
        });
      }),
  };
}

export type LoyaltyFixture = Awaited<ReturnType<typeof openLoyaltyFixture>>;

const eur = (minor: bigint): DecimalMoney => ({ amount: formatAmount(minor, 'EUR'), currencyCode: 'EUR' });
