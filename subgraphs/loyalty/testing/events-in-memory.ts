import type { EventId, SeatId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { formatAmount } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { fakeSubgraphs } from '@parterre/platform/testing/fake-subgraphs.ts';
import type { PricedPlace } from '../domain/promo-code.ts';

interface KnownEvent {
  readonly organizerId: UserId;
  readonly seats: ReadonlyMap<string, PricedPlace>;
}

interface QuoteInput {
  readonly eventId: string;
  readonly seatIds: readonly string[];
  readonly standing: readonly { readonly sectionId: string; readonly quantity: number }[];
}

const no = (code: string) => ({
  quote: null,
  userErrors: [{ code, message: `the events subgraph says ${code}`, field: null }],
});

/** Events as the events subgraph keeps them: who organizes which, and what each of their seats costs. */
export class EventsInMemory {
  readonly #events = new Map<string, KnownEvent>();
  readonly #zones = new Set<string>();

  readonly subgraphs = fakeSubgraphs({
    QuoteSeats: ({ input }: { readonly input: QuoteInput }) => ({ quoteSeats: this.#quote(input) }),
    DiscountTargets: (wanted: {
      readonly eventIds: readonly string[];
      readonly priceZoneIds: readonly string[];
    }) => ({
      discountTargets: {
        events: wanted.eventIds.flatMap((eventId) => {
          const event = this.#events.get(eventId);
          return event ? [{ eventId, organizerId: event.organizerId }] : [];
        }),
        priceZoneIds: wanted.priceZoneIds.filter((id) => this.#zones.has(id)),
      },
    }),
  });

  /** An event on sale with these places, one a seat. */
  open(organizerId: UserId, places: readonly PricedPlace[] = []) {
    const eventId: EventId = newId<'Event'>();
    const seats = new Map(places.map((place) => [newId<'Seat'>() as string, place]));
    for (const { priceZoneId } of places) if (priceZoneId) this.#zones.add(priceZoneId);
    this.#events.set(eventId, { organizerId, seats });
    return { eventId, organizerId, seatIds: [...seats.keys()] as SeatId[] };
  }

  #quote({ eventId, seatIds }: QuoteInput) {
    const event = this.#events.get(eventId);
    if (!event) return no('EVENT_NOT_FOUND');
    const places = seatIds.map((seatId) => event.seats.get(seatId));
    if (!places.every((place) => place !== undefined)) return no('SEAT_NOT_FOUND');
    const items = places.map(({ priceZoneId, minor }) => ({
      priceZoneId,
      price: { amount: formatAmount(minor, 'EUR'), currencyCode: 'EUR' },
    }));
    const { organizerId } = event;
    return { quote: { eventId, organizerId, currencyCode: 'EUR', items }, userErrors: [] };
  }
}
