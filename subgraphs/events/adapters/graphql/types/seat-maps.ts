import type { PriceZoneId } from '@parterre/contracts/kernel/ids.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { type ReadKey, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import type { Event } from '../../../domain/event.ts';
import { pickSeats, type StandingRows, seatCode, seatState } from '../../../domain/seat-map.ts';
import { type Context, requireFound } from '../loaders.ts';
import type { EventSeatMapper, MessageOfEvent } from '../mappers.ts';
import type { Resolvers } from '../schema.generated.ts';

/** Seat maps, what changes in them, and holds, field by field. */
export const seatMapTypes = {
  SeatMap: {
    version: ({ rows }) => rows.version,
    states: ({ rows }) => rows.states,
    plan: async ({ rows: { planId } }, _args, { loaders }) =>
      requireFound(await loaders.plan.load(planId), 'seating plan', planId),
    standing: ({ event, rows }) => rows.standing.map((standing) => ({ event, rows: standing })),

    /** A page out of the same states that `states` answers, so that both tell of one version. */
    async seats({ event, rows }, { section: sectionId, state, ...args }, { loaders }) {
      const { limit, after } = readPage(args, bySeatIndex);
      const section = sectionId == null ? null : await loaders.section.load(sectionId);
      // Another plan's section has no seat here, and so has one that does not exist.
      const isOfPlan = section?.planId === rows.planId;
      const first = sectionId == null ? 0 : isOfPlan ? section.firstSeatIndex : 0;
      const end = sectionId == null ? rows.states.length : isOfPlan ? first + section.seatCount : 0;
      const picked = pickSeats(rows.states, {
        code: state ? seatCode(state) : null,
        from: Math.max(first, after === null ? 0 : after + 1),
        to: end,
        limit: limit + 1,
      });
      const seats = picked.map((seat): EventSeatMapper => ({ event, planId: rows.planId, ...seat }));
      return toConnection(seats, { limit, after }, ({ index }) => [String(index)]);
    },
  },

  EventSeat: {
    state: ({ code }) => seatState(code),
    seat: readSeat,
    price: async (parent, _args, context) => {
      const { priceZoneId } = await readSeat(parent, {}, context);
      return priceIn(parent.event, priceZoneId, context);
    },
  },

  StandingRoom: {
    section: ({ rows }) => ({ id: rows.sectionId }),
    capacity: ({ rows }) => rows.capacity,
    available: ({ rows }) => availableOf(rows),
    price: async ({ event, rows }, _args, context) => {
      const section = requireFound(
        await context.loaders.section.load(rows.sectionId),
        'section',
        rows.sectionId,
      );
      return priceIn(event, requireFound(section.priceZoneId, 'price zone of section', section.id), context);
    },
  },

  SeatMapChange: {
    __resolveType: ({ kind }) => (kind === 'snapshot' ? 'SeatMapSnapshot' : 'SeatMapDelta'),
  },

  SeatChange: {
    state: ({ code }) => seatState(code),
    seat: ({ seatId }) => ({ id: seatId }),
  },

  StandingAvailability: {
    section: ({ sectionId }) => ({ id: sectionId }),
  },

  SeatMapSnapshot: {
    event: eventOf,
    plan: async ({ planId }, _args, { loaders }) =>
      requireFound(await loaders.plan.load(planId), 'seating plan', planId),
  },
  SeatMapDelta: { event: eventOf },

  SeatHold: {
    startsAt: ({ startsAt }) => new Date(startsAt),
    expiresAt: ({ expiresAt }) => new Date(expiresAt),
  },
} satisfies Resolvers;

async function readSeat({ planId, index }: EventSeatMapper, _args: object, { loaders }: Context) {
  const seat = await loaders.seatAt.load({ planId, index });
  return requireFound(seat, 'seat', `${planId}/${index}`);
}

async function eventOf({ eventId }: MessageOfEvent, _args: object, { loaders }: Context) {
  return requireFound(await loaders.event.load(eventId), 'event', eventId);
}

async function priceIn(event: Event, priceZoneId: PriceZoneId, { loaders }: Context) {
  const prices = await loaders.pricesOf.load(event.id);
  const zone = prices.find((price) => price.priceZoneId === priceZoneId) ?? null;
  return toDecimal(requireFound(zone, 'price of zone', priceZoneId).price);
}

function availableOf({ capacity, shards }: StandingRows): number {
  return capacity - shards.reduce((sum, shard) => sum + shard.taken, 0);
}

/** Seats of a map stand in the order of their index: `[index]`. */
const bySeatIndex: ReadKey<number> = (index = '', ...rest) =>
  rest.length === 0 && /^\d{1,9}$/.test(index) ? Number(index) : null;
