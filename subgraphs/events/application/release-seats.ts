import { SeatsReleased } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import type { EventId, SeatId, TicketTypeId } from '@parterre/contracts/kernel/ids.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import type { MadeHold } from '../domain/seat-hold.ts';
import type { Dependencies } from './dependencies.ts';
import type { ReleaseAnswer, StandingPart } from './ports/places.ts';
import { RolledBack, rollbackOnRejection } from './rollback-on-rejection.ts';

export interface ReleaseSeats {
  readonly bookingId: string;
  readonly eventId: string;
  /** Names this release: the same id has its effect once. */
  readonly requestId: string;
  readonly reason: 'HOLD_EXPIRED' | 'BOOKING_CANCELLED' | 'TICKETS_REFUNDED';
  /** With null here and in `standing`: everything that the booking has. */
  readonly seatIds?: readonly string[] | null;
  readonly standing?: readonly StandingRelease[] | null;
}
export interface StandingRelease {
  readonly sectionId: string;
  readonly quantity: number;
  /** Of which ticket type the places were; it counts where the type is limited. */
  readonly ticketTypeId?: string | null;
}

export type ReleaseRefusal = Rejection<'HOLD_NOT_FOUND' | 'NOTHING_TO_RELEASE'>;

/**
 * Puts places of a booking back on sale: all that are named, or none. Releasing a hold that was never made
 * leaves a tombstone, so that a hold request that comes late is refused.
 */
export async function releaseSeats(
  deps: Dependencies,
  input: ReleaseSeats,
  { now }: Context,
): Promise<'released' | ReleaseRefusal> {
  if (!isId(input.bookingId) || !isId(input.eventId) || !isId(input.requestId))
    return outcomeOf('HOLD_NOT_FOUND');
  const answer = await rollbackOnRejection<ReleaseAnswer | ReleaseRefusal>(() =>
    deps.database.transaction(async (tx) => {
      await deps.holds.queueBooking(tx, input.bookingId, input.eventId);
      const earlier = await deps.releases.find(tx, input.requestId);
      if (earlier) return earlier;
      const answer = await release(deps, tx, input, now);
      await deps.releases.record(tx, input.requestId, input.bookingId, answer);
      return answer;
    }),
  );
  return typeof answer === 'string' ? outcomeOf(answer) : answer;
}

async function release(
  deps: Dependencies,
  tx: Transaction,
  input: ReleaseSeats,
  now: Date,
): Promise<ReleaseAnswer> {
  const { bookingId, eventId, reason } = input;
  if (!isId<'Booking'>(bookingId) || !isId<'Event'>(eventId)) return 'HOLD_NOT_FOUND';
  const hold = await deps.holds.lock(tx, bookingId);
  if (!hold) await deps.holds.forbid(tx, bookingId);
  if (!hold || hold.status === 'FORBIDDEN' || hold.eventId !== eventId) return 'HOLD_NOT_FOUND';

  const parts = await deps.standing.of(tx, bookingId);
  const wanted = choose(await asOfNow(deps, tx, eventId, input, hold, parts), hold, parts);
  if (!wanted) return 'NOTHING_TO_RELEASE';
  const seats = await deps.holds.freeSeats(tx, hold, wanted.seatIds);
  // Named seats must all have been the booking's; of everything, what is left counts: a hold whose time
  // has run out may have lost a seat to the next buyer.
  if (!wanted.isEverything && seats.length !== wanted.seatIds.length) throw new RolledBack(nothing);
  const standing = await deps.standing.free(tx, eventId, bookingId, wanted.parts);
  const freed = new Set<SeatId>(wanted.isEverything ? hold.seatIds : seats.map((seat) => seat.seatId));
  const seatIds = hold.seatIds.filter((id) => !freed.has(id));
  const places = wanted.isEverything ? 0 : hold.places - seats.length - countPlaces(wanted.parts);
  await deps.holds.shrink(tx, hold, { seatIds, places });
  if (places === 0) await deps.heldTypes.end(tx, [bookingId]);
  else await deps.heldTypes.giveBack(tx, bookingId, typesOf(input, hold));
  if (seats.length === 0 && standing.length === 0) return 'NOTHING_TO_RELEASE';
  const data = { eventId, bookingId, reason, seats: [...seats], standing: [...standing] };
  await tx.publish(fact(SeatsReleased, data, now));
  return 'RELEASED';
}

/**
 * How many places of each ticket type go back: those of seats stand in the hold, under the identifiers that the booking got
 * them by and names them by, whatever the plan of the event is now. Null in bookings from before there were types.
 */
function typesOf({ seatIds, standing }: ReleaseSeats, hold: MadeHold): Map<TicketTypeId | null, number> {
  const named = new Set(seatIds ?? []);
  const counts = new Map<TicketTypeId | null, number>();
  const add = (id: TicketTypeId | null, quantity: number) => counts.set(id, (counts.get(id) ?? 0) + quantity);
  for (const { seatId, ticketTypeId = null } of hold.answer.items) {
    if (seatId && named.has(seatId)) add(ticketTypeId, 1);
  }
  for (const { ticketTypeId, quantity } of standing ?? []) {
    add(isId<'TicketType'>(ticketTypeId ?? '') ? (ticketTypeId as TicketTypeId) : null, quantity);
  }
  return counts;
}

/**
 * The wanted places in the identifiers of the event's plan of now. A booking knows its own by those under which it got them;
 * asked only where the hold does not know one of them.
 */
async function asOfNow(
  { planChanges }: Dependencies,
  tx: Transaction,
  eventId: EventId,
  { seatIds, standing }: ReleaseSeats,
  hold: MadeHold,
  parts: readonly StandingPart[],
): Promise<Wanted> {
  const seats = (seatIds ?? []).filter((id) => isId<'Seat'>(id));
  const sections = (standing ?? []).map(({ sectionId }) => sectionId).filter((id) => isId<'Section'>(id));
  const [presentSeats, presentSections] = [
    seats.every((id) => hold.seatIds.includes(id))
      ? seats
      : await planChanges.presentSeats(tx, eventId, seats),
    sections.every((id) => parts.some((part) => part.sectionId === id))
      ? sections
      : await planChanges.presentSections(tx, eventId, sections),
  ];
  const seatNow = new Map<string, string>(seats.map((id, place) => [id, presentSeats[place] ?? id]));
  const sectionNow = new Map<string, string>(sections.map((id, place) => [id, presentSections[place] ?? id]));
  return {
    seatIds: seatIds?.map((id) => seatNow.get(id) ?? id),
    standing: standing?.map((part) => ({
      ...part,
      sectionId: sectionNow.get(part.sectionId) ?? part.sectionId,
    })),
  };
}

type Wanted = Pick<ReleaseSeats, 'seatIds' | 'standing'>;

interface Choice {
  readonly isEverything: boolean;
  readonly seatIds: readonly SeatId[];
  readonly parts: readonly StandingPart[];
}

/** What of a booking's places is wanted back; null when it has not got them, or none are named. */
function choose(input: Wanted, hold: MadeHold, parts: readonly StandingPart[]): Choice | null {
  const { seatIds: namedSeats, standing: namedStanding } = input;
  if (namedSeats == null && namedStanding == null)
    return { isEverything: true, seatIds: hold.seatIds, parts };
  const seatIds = hold.seatIds.filter((id) => namedSeats?.includes(id));
  if (seatIds.length < new Set(namedSeats ?? []).size) return null;
  const chosen: StandingPart[] = [];
  for (const [sectionId, named] of Map.groupBy(namedStanding ?? [], (place) => place.sectionId)) {
    const taken = takeParts(
      parts.filter((part) => part.sectionId === sectionId),
      named.map(({ quantity }) => quantity),
    );
    if (!taken) return null;
    chosen.push(...taken);
  }
  return seatIds.length + chosen.length > 0 ? { isEverything: false, seatIds, parts: chosen } : null;
}

function takeParts(parts: readonly StandingPart[], quantities: readonly number[]): StandingPart[] | null {
  if (!quantities.every((quantity) => Number.isInteger(quantity) && quantity >= 1)) return null;
  const taken: StandingPart[] = [];
  let wanted = quantities.reduce((sum, quantity) => sum + quantity, 0);
  for (const part of parts) {
    const places = Math.min(wanted, part.quantity);
    if (places > 0) taken.push({ ...part, quantity: places });
    wanted -= places;
  }
  return wanted === 0 ? taken : null;
}

function countPlaces(parts: readonly StandingPart[]): number {
  return parts.reduce((sum, part) => sum + part.quantity, 0);
}

const notFound = reject('HOLD_NOT_FOUND', 'expected a booking that holds places at this event, got none');
const nothing = reject(
  'NOTHING_TO_RELEASE',
  'expected places that the booking holds or bought, got none of these',
);

function outcomeOf(answer: ReleaseAnswer): 'released' | ReleaseRefusal {
  if (answer === 'RELEASED') return 'released';
  return answer === 'HOLD_NOT_FOUND' ? notFound : nothing;
}
