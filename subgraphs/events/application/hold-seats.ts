import { SeatsHeld, SeatsReleased } from '@parterre/contracts/facts/events.ts';
import { fact, factHead } from '@parterre/contracts/facts/fact.ts';
import type { SeatId } from '@parterre/contracts/kernel/ids.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import { pause } from '@parterre/platform/timing/pause.ts';
import type { EventOnSale } from '../domain/event.ts';
import { type PriceList, pricedAs } from '../domain/prices.ts';
import {
  checkLimitInAll,
  countPlaces,
  type RequestedPlaces,
  type RequestedPlacesInput,
  readRequestedPlaces,
  type StandingRequest,
  typesOfStanding,
} from '../domain/requested-places.ts';
import { answerAgain, type HeldItem, type SeatHold } from '../domain/seat-hold.ts';
import {
  areAllOf,
  isCounted,
  refuseOverLimit,
  type TicketTypes,
  type TypeCounts,
} from '../domain/ticket-type.ts';
import { seatsAsOfNow, standingAsOfNow } from './as-of-now.ts';
import { refuseSingles, takeBest } from './choose-seats.ts';
import type { Dependencies } from './dependencies.ts';
import { type HoldRefusal, openTerms, refuseAtOnce, seatsTaken } from './hold-refusals.ts';
import type { TakenPlaces, TakenSeat } from './ports/places.ts';
import { RolledBack, rollbackOnRejection } from './rollback-on-rejection.ts';

export interface HoldSeats extends RequestedPlacesInput {
  /** Places that the buyer may hold at all events together, these included; as many as the events allow unless given. */
  readonly mostHeldInAll?: number | null;
}

/** Somebody else looks at the wanted places at this very moment, but has not got them. */
const contended = reject(
  'TRY_AGAIN',
  'expected places that nobody else is just taking; ask again in a second',
);
const busy = reject('TRY_AGAIN', 'expected fewer buyers at this moment; ask again in a second');

/**
 * Two buyers whose requests overlap can each lock what the other wants and then both let go. Asking again
 * sorts that out; whoever is unlucky this often in a row hears TRY_AGAIN.
 */
const TRIES = 5;
/** Between two tries, so that the other can finish: a hold takes a few milliseconds. */
const PAUSE_MS = { least: 2, most: 20 };

/**
 * Holds places for a booking until the event's hold time is over: all of them, or none and why. The same
 * booking asking for the same places gets the same answer; nothing is held twice.
 */
export async function holdSeats(
  deps: Dependencies,
  input: HoldSeats,
  { now }: Context,
): Promise<SeatHold | HoldRefusal> {
  const mostHeldInAll = input.mostHeldInAll ?? null;
  const requested = readRequestedPlaces(input);
  if (isRejection(requested)) return requested;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await deps.limiter.run(() => holdOrRefuse(deps, requested, mostHeldInAll, now));
    if (outcome === 'turned-away') return busy;
    if (outcome !== contended || attempt === TRIES) return outcome;
    await pause(PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least));
  }
}

/**
 * By one statement where one can do it, else by the transaction. In a rush it is looked first, since most come too late; else
 * only once the statement that takes has done nothing: a look before a hold that succeeds is a round trip for nothing.
 */
async function holdOrRefuse(
  deps: Dependencies,
  requested: RequestedPlaces,
  mostHeldInAll: number | null,
  now: Date,
): Promise<SeatHold | HoldRefusal> {
  const { eventId } = requested;
  const isRush = deps.rushes.get(eventId) === true;
  const look = () => refuseAtOnce(deps, requested, mostHeldInAll);
  let outcome: SeatHold | HoldRefusal | null = isRush ? await look() : null;
  if (outcome === null && canBeAtOnce(requested, mostHeldInAll)) {
    outcome = await deps.holdsAtOnce.take(requested, deps.currency, factHead(SeatsHeld, eventId, now));
    if (outcome === null && !isRush) outcome = await look();
  }
  outcome ??= await tryToHold(deps, requested, mostHeldInAll, now);
  // Where one comes too late, the next one most often does too.
  if (isRejection(outcome) && outcome.code === 'SEATS_TAKEN') deps.rushes.set(eventId, true);
  else deps.rushes.delete(eventId);
  return outcome;
}

/** Seats that are named, and nothing else, are held by one statement, unless something is in the way. */
function canBeAtOnce({ seatTypes, standing, best }: RequestedPlaces, mostHeldInAll: number | null): boolean {
  return !seatTypes && !best && standing.length === 0 && mostHeldInAll === null;
}

async function tryToHold(
  deps: Dependencies,
  requested: RequestedPlaces,
  mostHeldInAll: number | null,
  now: Date,
): Promise<SeatHold | HoldRefusal> {
  return rollbackOnRejection(() =>
    deps.database.transaction(async (tx) => {
      await deps.holds.queue(tx, requested);
      const terms = await deps.holds.terms(tx, requested);
      if (terms.known) return answerAgain(terms.known, requested);
      const open = openTerms(terms, requested);
      if (isRejection(open)) return open;
      const { event, ticketTypes, expiresAt, counts } = open;
      if (mostHeldInAll !== null) {
        const held = await deps.holds.queueBuyer(tx, requested.userId);
        const overAll = checkLimitInAll(countPlaces(requested), held, mostHeldInAll);
        if (overAll) return overAll;
      }

      const soldOut = await refuseSoldOut(deps, tx, ticketTypes, counts);
      if (soldOut) return soldOut;
      const { seats, seatTypes } = await takeAllSeats(deps, tx, requested, event, expiresAt);
      const standing = await takeStanding(deps, tx, requested, event);
      if (standing === 'contended') throw new RolledBack(contended);
      if (isRejection(standing)) throw new RolledBack(standing);
      const prices = await readPriceList(deps, tx, event, ticketTypes, counts);
      const hold = describeHold({ requested, event, expiresAt, seats, seatTypes, standing, prices });
      await deps.holds.record(tx, requested, hold);
      await deps.heldTypes.record(tx, requested.bookingId, countedOf(ticketTypes, counts));
      await deps.standing.record(
        tx,
        requested.eventId,
        requested.bookingId,
        standing.flatMap((taken) => taken.parts),
      );
      await publishReclaimed(tx, standing, now);
      await tx.publish(
        fact(
          SeatsHeld,
          {
            eventId: requested.eventId,
            bookingId: requested.bookingId,
            expiresAt: hold.expiresAt,
            seats: seats.map(({ seatId, index, version }) => ({ seatId, index, version })),
            standing: standing.flatMap((taken) => taken.changes),
          },
          now,
        ),
      );
      return hold;
    }),
  );
}

/** How many of each type are wanted, of those that are counted. */
function countedOf(types: TicketTypes, counts: TypeCounts): TypeCounts {
  const counted = types.filter((type) => isCounted(type, types));
  return new Map(
    counted.flatMap(({ id }) => {
      const count = counts.get(id);
      return count === undefined ? [] : [[id, count]];
    }),
  );
}

/** Asked type by type, in their order, so that two buyers never wait for one another. */
async function refuseSoldOut(
  deps: Dependencies,
  tx: Transaction,
  types: TicketTypes,
  counts: TypeCounts,
): Promise<Rejection<'TICKET_TYPE_SOLD_OUT'> | undefined> {
  for (const type of types) {
    const wanted = counts.get(type.id);
    if (wanted === undefined || type.maxPerEvent === null) continue;
    const soldOut = refuseOverLimit(type, wanted, await deps.heldTypes.lockAndCount(tx, type.id));
    if (soldOut) return soldOut;
  }
  return undefined;
}

/** What places cost. The first type's price stands beside each place; the others are read where they are wanted. */
async function readPriceList(
  deps: Dependencies,
  tx: Transaction,
  event: EventOnSale,
  [{ id: firstTypeId }]: TicketTypes,
  counts: TypeCounts,
): Promise<PriceList> {
  const others = areAllOf(firstTypeId, counts) ? null : await deps.events.prices(tx, event);
  return { firstTypeId, others };
}

/** Seats as they are named now, and their ticket types, as a request has them. */
interface TakenSeats extends Pick<RequestedPlaces, 'seatTypes'> {
  readonly seats: readonly TakenSeat[];
}

/** Takes the seats that are named, and those that are chosen for the buyer; or rolls back with the reason why not. */
async function takeAllSeats(
  deps: Dependencies,
  tx: Transaction,
  requested: RequestedPlaces,
  event: EventOnSale,
  expiresAt: Date,
): Promise<TakenSeats> {
  const { best } = requested;
  const isJudged = event.refusesSingleSeats && requested.seatIds.length > 0;
  if (isJudged) await deps.seatChoices.queue(tx, event.id);
  const named = await takeSeats(deps, tx, requested, event, expiresAt);
  const singles = isJudged ? await refuseSingles(deps, tx, event, named.seats) : undefined;
  if (singles) throw new RolledBack<HoldRefusal>(singles);
  if (!best) return named;
  const chosen = await takeBest(deps, tx, { requested, best, event, expiresAt });
  if (chosen === 'contended') throw new RolledBack<HoldRefusal>(contended);
  if (isRejection(chosen)) throw new RolledBack<HoldRefusal>(chosen);
  return {
    seats: [...named.seats, ...chosen.seats],
    seatTypes: { ...named.seatTypes, ...chosen.seatTypes },
  };
}

/** Takes the seats, or rolls back with the reason why not. */
async function takeSeats(
  deps: Dependencies,
  tx: Transaction,
  requested: RequestedPlaces,
  event: EventOnSale,
  expiresAt: Date,
): Promise<TakenSeats> {
  const { seatIds, seatTypes } = requested;
  if (seatIds.length === 0) return { seats: [], seatTypes };
  const seats = await deps.holds.takeSeats(tx, requested, event, expiresAt);
  if (seats) return { seats, seatTypes };
  const { unknown, taken } = await deps.seats.obstacles(tx, requested.eventId, requested.seatIds, ['F']);
  const present = unknown.length > 0 ? await seatsAsOfNow(deps, tx, requested) : null;
  if (present) return takeSeats(deps, tx, present, event, expiresAt);
  if (unknown.length > 0) {
    const message = `expected seats of the event, got ${unknown.join(', ')}`;
    throw new RolledBack<HoldRefusal>({
      ...reject('SEAT_NOT_FOUND', message, ['seatIds']),
      seatIds: unknown,
    });
  }
  throw new RolledBack<HoldRefusal>(taken.length > 0 ? seatsTaken(taken) : contended);
}

type TakenStanding = TakenPlaces & StandingRequest;

/** Takes all the wanted standing places, section by section; on a refusal the caller rolls back. */
async function takeStanding(
  deps: Dependencies,
  tx: Transaction,
  requested: RequestedPlaces,
  event: EventOnSale,
): Promise<readonly TakenStanding[] | Rejection<'SECTION_NOT_FOUND' | 'STANDING_SOLD_OUT'> | 'contended'> {
  const { standing } = requested;
  // Several are put in order before the first is locked; one alone is looked up only where the event does not know it.
  const isAlone = standing.length === 1;
  const inOrder = isAlone ? standing : ((await standingAsOfNow(deps, tx, event.id, standing)) ?? standing);
  const taken: TakenStanding[] = [];
  for (const named of inOrder) {
    let [part, places] = [named, await deps.standing.take(tx, event, named)];
    if (places === 'no-such-section' && isAlone) {
      [part = named] = (await standingAsOfNow(deps, tx, event.id, standing)) ?? [];
      if (part !== named) places = await deps.standing.take(tx, event, part);
    }
    if (places === 'contended') return places;
    if (places === 'no-such-section') {
      return reject('SECTION_NOT_FOUND', `expected a standing section of the event, got ${named.sectionId}`, [
        'standing',
      ]);
    }
    if (places === 'sold-out') {
      const message = `expected a standing section with ${part.quantity} places left, got fewer in ${part.sectionId}`;
      return reject('STANDING_SOLD_OUT', message, ['standing']);
    }
    taken.push({ ...places, ...part });
  }
  return taken;
}

/** Publishes which places expired holds have freed. */
async function publishReclaimed(tx: Transaction, taken: readonly TakenStanding[], now: Date): Promise<void> {
  for (const { bookingId, eventId, changes } of taken.flatMap((places) => places.reclaimed)) {
    const data = { eventId, bookingId, reason: 'HOLD_EXPIRED' as const, seats: [], standing: [...changes] };
    await tx.publish(fact(SeatsReleased, data, now));
  }
}

function describeHold({
  requested,
  event,
  expiresAt,
  seats,
  seatTypes = {},
  standing,
  prices,
}: TakenSeats & {
  readonly requested: RequestedPlaces;
  readonly event: EventOnSale;
  readonly expiresAt: Date;
  readonly standing: readonly TakenStanding[];
  readonly prices: PriceList;
}): SeatHold {
  const seated = seats.map((seat) =>
    itemOf(seat, seat.seatId, pricedAs(prices, seat, seatTypes[seat.seatId])),
  );
  const places = standing.flatMap((taken) =>
    typesOfStanding(taken, prices.firstTypeId).map((type) =>
      itemOf(taken, null, pricedAs(prices, taken, type)),
    ),
  );
  return {
    bookingId: requested.bookingId,
    eventId: requested.eventId,
    eventTitle: event.title,
    organizerId: event.organizerId,
    hallId: event.hallId,
    startsAt: event.startsAt.toISOString(),
    currencyCode: event.currency,
    expiresAt: expiresAt.toISOString(),
    items: [...seated, ...places],
    refundTiers: event.refundTiers,
  };
}

function itemOf(
  { sectionId, priceZoneId }: Pick<HeldItem, 'sectionId' | 'priceZoneId'>,
  seatId: SeatId | null,
  { ticketTypeId, price }: ReturnType<typeof pricedAs>,
): HeldItem {
  return { seatId, sectionId, priceZoneId, ticketTypeId, price: toDecimal(price) };
}
