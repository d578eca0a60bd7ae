import { SeatsBlocked, SeatsUnblocked } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import type { SeatId } from '@parterre/contracts/kernel/ids.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import type { Event } from '../domain/event.ts';
import { mayManage } from '../domain/venue.ts';
import type { Dependencies } from './dependencies.ts';

/** Seats of one request, so that the fact about them stays small. */
const MAX_SEATS = 1_000;

export interface BlockSeats {
  readonly eventId: string;
  readonly seatIds: readonly string[];
}
export type BlockRefusal = Rejection<
  'EVENT_NOT_FOUND' | 'EVENT_NOT_ON_SALE' | 'SEAT_NOT_FOUND' | 'SEATS_TAKEN' | 'INVALID_INPUT'
>;

/** Takes free seats of an event of the caller off sale: all of them, or none. */
export function blockSeats(deps: Dependencies, command: BlockSeats, context: UserContext) {
  return changeSeats(deps, command, context, 'block');
}

/** Puts blocked seats of an event of the caller back on sale: all of them, or none. */
export function unblockSeats(deps: Dependencies, command: BlockSeats, context: UserContext) {
  return changeSeats(deps, command, context, 'unblock');
}

async function changeSeats(
  deps: Dependencies,
  { eventId, seatIds }: BlockSeats,
  { caller, now }: UserContext,
  act: 'block' | 'unblock',
): Promise<Event | BlockRefusal> {
  return deps.database.transaction(async (tx) => {
    const event = isId<'Event'>(eventId) ? await deps.events.find(tx, eventId) : null;
    if (!event || !mayManage(caller, event.organizerId)) {
      return reject('EVENT_NOT_FOUND', 'expected an event of yours, got none', ['eventId']);
    }
    if (event.status !== 'ON_SALE') {
      const remedy = event.status === 'DRAFT' ? '; publish it first' : `, got one that is ${event.status}`;
      return reject('EVENT_NOT_ON_SALE', `expected an event on sale${remedy}`, ['eventId']);
    }
    const wanted = readSeatIds(seatIds);
    if ('rejected' in wanted) return wanted;
    // A client may have them from a plan that the event was on before.
    const present = [...new Set(await deps.planChanges.presentSeats(tx, event.id, wanted))];
    const changed = await deps.seats[act](tx, event.id, present);
    if (!changed) return whyNot(deps, tx, event, present);
    if (changed.length > 0) {
      const definition = act === 'block' ? SeatsBlocked : SeatsUnblocked;
      await tx.publish(fact(definition, { eventId: event.id, seats: [...changed], standing: [] }, now));
    }
    return event;
  });
}

function readSeatIds(
  seatIds: readonly string[],
): readonly SeatId[] | Rejection<'INVALID_INPUT' | 'SEAT_NOT_FOUND'> {
  const wanted = [...new Set(seatIds)];
  if (wanted.length === 0 || wanted.length > MAX_SEATS) {
    return reject('INVALID_INPUT', `expected 1 to ${MAX_SEATS} seats, got ${wanted.length}`, ['seatIds']);
  }
  const known = wanted.filter((id) => isId<'Seat'>(id));
  if (known.length === wanted.length) return known;
  return reject('SEAT_NOT_FOUND', 'expected seats of the event, got an identifier of none', ['seatIds']);
}

async function whyNot(
  deps: Dependencies,
  tx: Transaction,
  event: Event,
  seatIds: readonly SeatId[],
): Promise<BlockRefusal> {
  const { unknown, taken } = await deps.seats.obstacles(tx, event.id, seatIds, ['F', 'B']);
  if (unknown.length > 0) {
    return reject('SEAT_NOT_FOUND', `expected seats of the event, got ${unknown.join(', ')}`, ['seatIds']);
  }
  const names = taken.map((seat) => seat.name).join(', ') || 'by somebody at this very moment; try again';
  return reject('SEATS_TAKEN', `expected seats that nobody holds or bought, but taken: ${names}`, [
    'seatIds',
  ]);
}
