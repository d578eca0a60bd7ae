import { EventPublished } from '@parterre/contracts/facts/events.ts';
import type { BookingId, EventId, SeatId, SectionId, TicketTypeId } from '@parterre/contracts/kernel/ids.ts';
import type { Clock } from '@parterre/platform/kernel/clock.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';

interface Hold {
  readonly key: string;
  readonly answer: object;
  state: 'HELD' | 'SOLD' | 'ENDED';
  expiresAt: Date;
}

interface HoldInput {
  readonly bookingId: BookingId;
  readonly eventId: EventId;
  readonly seatIds: readonly SeatId[];
  readonly seatTypes?: readonly { readonly seatId: SeatId; readonly ticketTypeId: TicketTypeId }[] | null;
  readonly standing: readonly { readonly sectionId: SectionId; readonly quantity: number }[];
  /** Here the limit of one buyer, for one buyer is all that a test needs of it. */
  readonly mostHeldInAll?: number | null;
}

interface ReleaseInput {
  readonly bookingId: BookingId;
  readonly requestId: string;
  readonly seatIds: readonly SeatId[] | null;
  readonly standing: readonly { readonly sectionId: SectionId; readonly quantity: number }[] | null;
}

const no = (code: string) => ({
  code,
  message: `the events subgraph says ${code}`,
  field: null,
  seatIds: [],
});
const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });

/** One event at a time as the events subgraph keeps it: who has which place, and what it answered to whom. */
export class SeatsInMemory {
  /** On sale; a test may put another on sale instead. */
  eventId = newId<'Event'>();
  readonly organizerId = newId<'User'>();
  /** Where the events of example facts are. */
  hallId: string | null = EventPublished.example.hallId;
  /** What places are called in the plan of now, by what they were called when they were sold. */
  readonly present = new Map<string, string>();
  readonly sectionId = newId<'Section'>();
  readonly priceZoneId = newId<'PriceZone'>();
  /** Adults', the first one; a child needs an adult beside it. */
  readonly ticketTypeId = newId<'TicketType'>();
  readonly childTypeId = newId<'TicketType'>();
  readonly seatIds: readonly SeatId[];
  /** Who has a seat; a free one is not in here. */
  readonly takenBy = new Map<SeatId, BookingId>();
  /** Standing places that a booking has. */
  readonly standingOf = new Map<BookingId, number>();
  readonly holds = new Map<BookingId, Hold>();
  readonly clock: Clock;
  readonly released = new Map<string, object>();
  title = 'The Cherry Orchard';
  price = '25.00';
  holdMs = 600_000;
  startsAt = new Date(Date.now() + 30 * 86_400_000);
  refundTiers: { hoursBefore: number; percent: number }[] = [{ hoursBefore: 0, percent: 100 }];
  isOnSale = true;
  standingCapacity = 50;

  constructor(clock: Clock, seats = 500) {
    this.clock = clock;
    this.seatIds = Array.from({ length: seats }, () => newId<'Seat'>());
  }

  /** Seats that nobody has at this moment. */
  free(count: number): SeatId[] {
    return this.seatIds.filter((seatId) => this.#isFree(seatId)).slice(0, count);
  }

  hold({ bookingId, eventId, seatIds, seatTypes, standing, mostHeldInAll }: HoldInput): object {
    const key = JSON.stringify([seatIds, standing]);
    const known = this.holds.get(bookingId);
    if (known?.state === 'ENDED' || (known && this.#isOver(known)))
      return { hold: null, userErrors: [no('HOLD_ENDED')] };
    if (known) {
      return known.key === key
        ? { hold: known.answer, userErrors: [] }
        : { hold: null, userErrors: [no('HOLD_CONFLICT')] };
    }
    const refusal = this.#refusal(eventId, seatIds, standing);
    if (refusal) return { hold: null, userErrors: [no(refusal)] };
    if (mostHeldInAll != null && seatIds.length > mostHeldInAll)
      return { hold: null, userErrors: [no('TOO_MANY_SEATS_IN_ALL')] };
    for (const seatId of seatIds) this.takenBy.set(seatId, bookingId);
    const quantity = standing.reduce((sum, each) => sum + each.quantity, 0);
    if (quantity > 0) this.standingOf.set(bookingId, quantity);
    const expiresAt = new Date(this.clock.now().getTime() + this.holdMs);
    const types = new Map(seatTypes?.map(({ seatId, ticketTypeId }) => [seatId, ticketTypeId]));
    const answer = this.#answer(bookingId, seatIds, types, quantity, expiresAt);
    this.holds.set(bookingId, { key, answer, state: 'HELD', expiresAt });
    return { hold: answer, userErrors: [] };
  }

  /** The event as it is now, with its ticket types and what they need. */
  event(): object {
    const { startsAt, hallId, isOnSale, childTypeId } = this;
    const adult = { id: this.ticketTypeId, label: 'Adult' };
    return {
      status: isOnSale ? 'ON_SALE' : 'CANCELLED',
      startsAt: startsAt.toISOString(),
      hall: { id: hallId ?? EventPublished.example.hallId },
      ticketTypes: [
        { ...adult, needs: null },
        { id: childTypeId, label: 'Child', needs: adult },
      ],
    };
  }

  sell({ bookingId }: { readonly bookingId: BookingId }): object {
    const hold = this.holds.get(bookingId);
    if (!hold) return { sold: false, userErrors: [no('HOLD_NOT_FOUND')] };
    if (hold.state === 'SOLD') return { sold: true, userErrors: [] };
    if (!this.isOnSale) return { sold: false, userErrors: [no('EVENT_NOT_ON_SALE')] };
    if (hold.state === 'ENDED' || this.#isOver(hold))
      return { sold: false, userErrors: [no('HOLD_EXPIRED')] };
    hold.state = 'SOLD';
    return { sold: true, userErrors: [] };
  }

  release(input: ReleaseInput): object {
    const known = this.released.get(input.requestId);
    if (known) return known;
    const answer = this.#release(input);
    this.released.set(input.requestId, answer);
    return answer;
  }

  /** Ends a hold as if its time were over. */
  expire(bookingId: BookingId): void {
    const hold = this.holds.get(bookingId);
    if (hold?.state === 'HELD') hold.expiresAt = new Date(0);
  }

  /** Seats that are sold, or held by somebody whose time is not over, by booking. */
  seatsOf(bookingId: BookingId): SeatId[] {
    const hold = this.holds.get(bookingId);
    if (!hold || hold.state === 'ENDED' || (hold.state === 'HELD' && this.#isOver(hold))) return [];
    return [...this.takenBy].filter(([, owner]) => owner === bookingId).map(([seatId]) => seatId);
  }

  stateOf(bookingId: BookingId): 'HELD' | 'SOLD' | 'ENDED' | 'NONE' {
    const hold = this.holds.get(bookingId);
    if (!hold) return 'NONE';
    return hold.state === 'HELD' && this.#isOver(hold) ? 'ENDED' : hold.state;
  }

  #isOver(hold: Hold): boolean {
    return hold.state === 'HELD' && hold.expiresAt <= this.clock.now();
  }

  #isFree(seatId: SeatId): boolean {
    const owner = this.takenBy.get(seatId);
    return !owner || this.seatsOf(owner).length === 0;
  }

  #refusal(eventId: EventId, seatIds: readonly SeatId[], standing: HoldInput['standing']): string | null {
    if (eventId !== this.eventId) return 'EVENT_NOT_FOUND';
    if (!this.isOnSale) return 'EVENT_NOT_ON_SALE';
    if (!seatIds.every((seatId) => this.seatIds.includes(seatId))) return 'SEAT_NOT_FOUND';
    if (!standing.every(({ sectionId }) => sectionId === this.sectionId)) return 'SECTION_NOT_FOUND';
    if (!seatIds.every((seatId) => this.#isFree(seatId))) return 'SEATS_TAKEN';
    const taken = [...this.standingOf.values()].reduce((sum, each) => sum + each, 0);
    const wanted = standing.reduce((sum, each) => sum + each.quantity, 0);
    return taken + wanted > this.standingCapacity ? 'STANDING_SOLD_OUT' : null;
  }

  #answer(
    bookingId: BookingId,
    seatIds: readonly SeatId[],
    types: ReadonlyMap<SeatId, TicketTypeId>,
    quantity: number,
    expiresAt: Date,
  ): object {
    const { sectionId, priceZoneId } = this;
    const place = (seatId: SeatId | null) => ({
      seatId,
      sectionId,
      priceZoneId,
      ticketTypeId: (seatId && types.get(seatId)) ?? this.ticketTypeId,
      price: eur(this.price),
    });
    return {
      bookingId,
      eventId: this.eventId,
      eventTitle: this.title,
      organizerId: this.organizerId,
      startsAt: this.startsAt.toISOString(),
      hallId: this.hallId,
      currencyCode: 'EUR',
      expiresAt: expiresAt.toISOString(),
      items: [...seatIds.map(place), ...Array.from({ length: quantity }, () => place(null))],
      refundTiers: this.refundTiers,
    };
  }

  #release({ bookingId, seatIds, standing }: ReleaseInput): object {
    const hold = this.holds.get(bookingId);
    if (!hold) {
      this.holds.set(bookingId, { key: '', answer: {}, state: 'ENDED', expiresAt: new Date(0) });
      return { released: false, userErrors: [no('HOLD_NOT_FOUND')] };
    }
    const isWhole = seatIds === null && standing === null;
    const seats = isWhole ? this.seatsOf(bookingId) : (seatIds ?? []);
    if (!seats.every((seatId) => this.takenBy.get(seatId) === bookingId)) {
      return { released: false, userErrors: [no('NOTHING_TO_RELEASE')] };
    }
    for (const seatId of seats) this.takenBy.delete(seatId);
    const has = this.standingOf.get(bookingId) ?? 0;
    const back = isWhole ? has : (standing ?? []).reduce((sum, each) => sum + each.quantity, 0);
    if (has > back) this.standingOf.set(bookingId, has - back);
    else this.standingOf.delete(bookingId);
    if (isWhole) hold.state = 'ENDED';
    return { released: true, userErrors: [] };
  }
}
