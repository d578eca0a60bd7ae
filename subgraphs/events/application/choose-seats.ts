import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { chooseBest, mostTogether, type SeatLayout, strandedBy } from '../domain/best-available.ts';
import type { EventOnSale } from '../domain/event.ts';
import { type BestRequest, countParty, type RequestedPlaces, seatParty } from '../domain/requested-places.ts';
import type { Dependencies } from './dependencies.ts';
import type { TakenSeat } from './ports/places.ts';

/** Seats that were chosen and taken, and their ticket types. */
export interface ChosenSeats extends Pick<RequestedPlaces, 'seatTypes'> {
  readonly seats: readonly TakenSeat[];
}
type Refusal = Rejection<'PRICE_ZONE_NOT_FOUND' | 'SEATS_TAKEN'>;

/** Where somebody picks by hand what was chosen, others are chosen, so many times. */
const TRIES = 8;

/**
 * Takes the best free neighbours for a party. Whoever chooses seats of an event waits for whoever chooses before, so that
 * nobody is refused what is free; picking by hand waits for nobody, so a choice may be gone before it is taken.
 */
export async function takeBest(
  deps: Dependencies,
  tx: Transaction,
  {
    requested,
    best,
    event,
    expiresAt,
  }: {
    readonly requested: RequestedPlaces;
    readonly best: BestRequest;
    readonly event: EventOnSale;
    readonly expiresAt: Date;
  },
): Promise<ChosenSeats | Refusal | 'contended'> {
  await deps.seatChoices.queue(tx, event.id);
  const layout = await deps.seatLayouts.of(tx, event.planId);
  const wanted = { priceZoneId: best.priceZoneId, quantity: countParty(best) };
  /** Free as it seems, but in somebody's hands. */
  const contended = new Set<number>();
  for (let tries = 0; tries < TRIES; tries += 1) {
    const free = await deps.seatChoices.free(tx, event.id);
    const isFree = (index: number) => free[index] === true && !contended.has(index);
    const chosen = chooseBest(layout, isFree, wanted);
    if (!chosen) return contended.size > 0 ? 'contended' : refuse(layout, free, wanted);
    const seatIds = chosen.flatMap((index) => layout.seats[index]?.id ?? []);
    const party = seatParty(best, seatIds);
    const seats = await deps.holds.takeSeats(tx, { ...requested, ...party }, event, expiresAt);
    if (seats) return { seats, seatTypes: party.seatTypes };
    for (const index of chosen) contended.add(index);
  }
  return 'contended';
}

function refuse(
  layout: SeatLayout,
  free: readonly boolean[],
  { priceZoneId, quantity }: { readonly priceZoneId: BestRequest['priceZoneId']; readonly quantity: number },
): Refusal {
  if (!layout.seats.some((seat) => seat.priceZoneId === priceZoneId)) {
    const message = `expected a price zone of the event with seats, got ${priceZoneId}`;
    return reject('PRICE_ZONE_NOT_FOUND', message, ['bestAvailable', 'priceZoneId']);
  }
  const most = mostTogether(layout, (index) => free[index] === true, priceZoneId);
  const message = `expected ${quantity} free seats beside one another in this price zone, got at most ${most}`;
  return reject('SEATS_TAKEN', message, ['bestAvailable']);
}

/**
 * Refuses seats picked by hand that leave a free one alone, where the event wants none left. They are taken already, and
 * whoever picks beside them at this moment waits.
 */
export async function refuseSingles(
  deps: Dependencies,
  tx: Transaction,
  event: EventOnSale,
  taken: readonly TakenSeat[],
): Promise<Rejection<'SINGLE_SEAT_LEFT'> | undefined> {
  const layout = await deps.seatLayouts.of(tx, event.planId);
  const own = taken.map(({ index }) => index);
  const free = await deps.seatChoices.free(tx, event.id);
  const wasFree = (index: number) => free[index] === true || own.includes(index);
  const alone = strandedBy(layout, wasFree, own).flatMap((index) => layout.seats[index]?.id ?? []);
  if (alone.length === 0) return undefined;
  const named = (await deps.seats.obstacles(tx, event.id, alone, [])).taken.map(({ name }) => name);
  const message = `expected no free seat to be left alone, but ${named.join(', ')} would be; take it too, or leave two`;
  return reject('SINGLE_SEAT_LEFT', message, ['seatIds']);
}
