import type { EventId, EventSeriesId, PriceZoneId, SeatId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { formatAmount } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { SubgraphUnavailable } from '@parterre/platform/subgraphs/subgraph-client.ts';
import { fakeSubgraphs } from '@parterre/platform/testing/fake-subgraphs.ts';
import type { PricedPlace } from '../domain/promo-code.ts';

interface KnownEvent {
  readonly organizerId: UserId;
  readonly seriesId: EventSeriesId | null;
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

/** Events as the events subgraph keeps them: who organizes which, of which series, and what each of their seats costs. */
export class EventsInMemory {
  readonly #events = new Map<string, KnownEvent>();
  /** Who organizes which series. */
  readonly #series = new Map<string, UserId>();
  readonly #zones = new Set<string>();
  readonly #equivalent = new Map<string, ReadonlyMap<string, string>>();
  /** As long as it is true, nobody hears which zones are equivalent, nor what is a slot of what. */
  isUnavailable = false;

  readonly subgraphs = fakeSubgraphs({
    QuoteSeats: ({ input }: { readonly input: QuoteInput }) => ({ quoteSeats: this.#quote(input) }),
    EquivalentZones: (wanted: { readonly eventId: string; readonly priceZoneIds: readonly string[] }) => ({
      equivalentZones: this.#equivalentZones(wanted.eventId, wanted.priceZoneIds),
    }),
    SeriesOfEvent: ({ eventId }: { readonly eventId: string }) => {
      this.#requireAvailable();
      const event = this.#events.get(eventId);
      return { discountTargets: { events: event ? [{ seriesId: event.seriesId }] : [] } };
    },
    DiscountTargets: (
      named: Readonly<Record<'eventIds' | 'seriesIds' | 'organizerIds' | 'priceZoneIds', string[]>>,
    ) => ({
      discountTargets: {
        events: named.eventIds.flatMap((eventId) => {
          const event = this.#events.get(eventId);
          return event ? [{ eventId, organizerId: event.organizerId }] : [];
        }),
        series: named.seriesIds.flatMap((seriesId) => {
          const organizerId = this.#series.get(seriesId);
          return organizerId ? [{ seriesId, organizerId }] : [];
        }),
        organizerIds: named.organizerIds.filter((id) =>
          [...this.#events.values()].some(({ organizerId }) => organizerId === id),
        ),
        priceZoneIds: named.priceZoneIds.filter((id) => this.#zones.has(id)),
      },
    }),
  });

  /** A series without slots. */
  openSeries(organizerId: UserId): EventSeriesId {
    const seriesId = newId<'EventSeries'>();
    this.#series.set(seriesId, organizerId);
    return seriesId;
  }

  /** An event on sale with these places, one a seat; a slot of the series where one is named. */
  open(
    organizerId: UserId,
    places: readonly PricedPlace[] = [],
    { seriesId = null }: { readonly seriesId?: EventSeriesId | null } = {},
  ) {
    const eventId: EventId = newId<'Event'>();
    const seats = new Map(places.map((place) => [newId<'Seat'>() as string, place]));
    for (const { priceZoneId } of places) if (priceZoneId) this.#zones.add(priceZoneId);
    this.#events.set(eventId, { organizerId, seriesId, seats });
    return { eventId, organizerId, seatIds: [...seats.keys()] as SeatId[] };
  }

  /** The event comes to another plan: its places are in other zones from now on, each the same zone as one before. */
  changePlan(eventId: EventId, zones: ReadonlyMap<PriceZoneId, PriceZoneId>): void {
    const event = this.#events.get(eventId);
    if (!event) throw new Error(`expected an event that was opened, got ${eventId}`);
    const seats = [...event.seats].map(([id, { priceZoneId, ...place }]) => {
      return [id, { ...place, priceZoneId: (priceZoneId && zones.get(priceZoneId)) ?? priceZoneId }] as const;
    });
    this.#events.set(eventId, { ...event, seats: new Map(seats) });
    this.#equivalent.set(eventId, zones);
  }

  #equivalentZones(eventId: string, priceZoneIds: readonly string[]) {
    this.#requireAvailable();
    const pairs = [...(this.#equivalent.get(eventId) ?? [])];
    return priceZoneIds.flatMap((priceZoneId) => {
      const equivalentIds = pairs.filter((pair) => pair.includes(priceZoneId)).flat();
      const others = equivalentIds.filter((id) => id !== priceZoneId);
      return others.length > 0 ? [{ priceZoneId, equivalentIds: others }] : [];
    });
  }

  #requireAvailable(): void {
    if (this.isUnavailable) throw new SubgraphUnavailable('events', new Error('it is away'));
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
