import type { Role } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Caller, UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { mutationOf } from '@parterre/platform/testing/requests.ts';
import { startTestService, type TestServiceOptions } from '@parterre/platform/testing/test-service.ts';
import { eventsService } from '../service.ts';

export type EventsFixture = Awaited<ReturnType<typeof openEventsFixture>>;

export const ticketsSubgraph: Caller = { kind: 'subgraph', subgraph: 'tickets' };

/** Somebody who is signed in. */
export function someUser(role: Role = 'USER'): UserCaller {
  return { kind: 'user', userId: newId<'User'>() as UserId, role, sessionId: newId() };
}

/** The events subgraph alone, with helpers that speak GraphQL to it. */
export async function openEventsFixture(options: TestServiceOptions<typeof eventsService.config> = {}) {
  const service = await startTestService(eventsService, options);

  /** Runs a request and answers its data; any top-level error fails the test. */
  async function request<Data>(
    query: string,
    variables: Record<string, unknown>,
    caller: Caller,
  ): Promise<Data> {
    const { data, errors } = await service.execute(query, variables, caller);
    if (errors) throw new Error(errors.map((error) => error.message).join('; '));
    return data as Data;
  }

  /** Runs one mutation by name; answers its payload, of which `fields` are selected. */
  async function mutate<Payload>(
    name: string,
    fields: string,
    input: object,
    caller: Caller,
  ): Promise<Payload> {
    const data = await request<Record<string, Payload>>(mutationOf(name, fields), { input }, caller);
    return data[name] as Payload;
  }

  return { ...service, request, mutate };
}

export interface UserErrors {
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly field: string[] | null;
  }[];
}

/** A plan in Parterre's own format: rows A, B, … of `perRow` seats in the zone "seat", and a pit to stand in. */
export function planDocument({
  rows,
  perRow,
  standing,
  gallery = 0,
}: {
  rows: number;
  perRow: number;
  standing: number;
  gallery?: number;
}) {
  const stalls = {
    kind: 'SEATED',
    label: 'Stalls',
    zone: 'seat',
    rows: Array.from({ length: rows }, (_, row) => ({
      label: String.fromCharCode(65 + row),
      seats: Array.from({ length: perRow }, (_, seat) => ({
        label: String(seat + 1),
        x: seat * 10,
        y: row * 10,
      })),
    })),
  };
  const pit = { kind: 'STANDING', label: 'Pit', zone: 'pit', capacity: standing };
  const upstairs = { kind: 'STANDING', label: 'Gallery', zone: 'pit', capacity: gallery };
  return {
    format: 'parterre-seating-plan/1',
    name: 'Test hall',
    priceZones: [
      { key: 'seat', label: 'Seats', color: '#AA0000' },
      { key: 'pit', label: 'Standing', color: '#00AA00' },
    ],
    sections: [
      ...(rows > 0 ? [stalls] : []),
      ...(standing > 0 ? [pit] : []),
      ...(gallery > 0 ? [upstairs] : []),
    ],
  };
}

export interface PublishedEvent {
  readonly organizer: UserCaller;
  readonly eventId: string;
  readonly hallId: string;
  /** In plan order. */
  readonly seatIds: readonly string[];
  /** The standing section; null when there is none. */
  readonly pitId: string | null;
  /** The second standing section; null when there is none. */
  readonly galleryId: string | null;
}

export interface EventOptions {
  readonly rows?: number;
  readonly perRow?: number;
  readonly standing?: number;
  /** Places of a second standing section, at the price of the pit. */
  readonly gallery?: number;
  /** What every place costs instead. */
  readonly price?: { readonly amount: string; readonly currencyCode: string };
  /** Keys of the ticket types that are priced alike; the first one alone unless given. */
  readonly pricedTypes?: readonly string[];
  /** More of createEvent's input. */
  readonly event?: object;
}

/** An event on sale: rows × perRow seats at 20.00 and a pit of `standing` places at 10.00. */
export async function publishTestEvent(
  fixture: EventsFixture,
  { rows = 4, perRow = 10, standing = 0, gallery = 0, price, pricedTypes, event = {} }: EventOptions = {},
): Promise<PublishedEvent> {
  const { organizer, eventId, hallId } = await draftTestEvent(fixture, {
    rows,
    perRow,
    standing,
    gallery,
    price,
    pricedTypes,
    event,
  });
  const { userErrors } = await fixture.mutate<UserErrors>(
    'publishEvent',
    'event { id } userErrors { code message field }',
    { eventId },
    organizer,
  );
  if (userErrors.length > 0) throw new Error(userErrors[0]?.message);
  return readPlaces(fixture, { organizer, eventId, hallId });
}

/** An event with its places of now. */
export async function readPlaces(
  fixture: EventsFixture,
  { organizer, eventId, hallId }: Pick<PublishedEvent, 'organizer' | 'eventId' | 'hallId'>,
): Promise<PublishedEvent> {
  const { event: published } = await fixture.request<{
    event: { seatingPlan: { seats: { id: string }[]; sections: { id: string; kind: string }[] } };
  }>(
    'query($id: ID!) { event(id: $id) { seatingPlan { seats { id } sections { id kind } } } }',
    { id: eventId },
    organizer,
  );
  const { seats, sections } = published.seatingPlan;
  const [pit, upstairs] = sections.filter((section) => section.kind === 'STANDING');
  return {
    organizer,
    eventId,
    hallId,
    seatIds: seats.map((seat) => seat.id),
    pitId: pit?.id ?? null,
    galleryId: upstairs?.id ?? null,
  };
}

const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });

/** The same event before it is published. */
export async function draftTestEvent(
  fixture: EventsFixture,
  { rows = 4, perRow = 10, standing = 0, gallery = 0, price, pricedTypes, event = {} }: EventOptions = {},
) {
  const organizer = someUser('ORGANIZER');
  const { hallId, zones } = await importTestPlan(
    fixture,
    organizer,
    planDocument({ rows, perRow, standing, gallery }),
  );
  const prices = zones.flatMap((zone) =>
    (pricedTypes ?? [null]).map((ticketTypeKey) => ({
      priceZoneId: zone.id,
      price: price ?? eur(zone.key === 'pit' ? '10.00' : '20.00'),
      ...(ticketTypeKey === null ? {} : { ticketTypeKey }),
    })),
  );
  const created = await fixture.mutate<{ event: { id: string } | null } & UserErrors>(
    'createEvent',
    'event { id } userErrors { code message field }',
    {
      title: 'The Cherry Orchard',
      hallId,
      startsAt: '2099-03-01T18:30:00.000Z',
      endsAt: '2099-03-01T21:00:00.000Z',
      prices,
      ...event,
    },
    organizer,
  );
  if (!created.event) throw new Error(created.userErrors[0]?.message);
  return { organizer, eventId: created.event.id, hallId, prices };
}

/** A venue with a hall that has this plan; `more` is other input of createVenue. */
export async function importTestPlan(
  fixture: EventsFixture,
  organizer: UserCaller,
  document: object,
  more: object = {},
) {
  const { venue } = await fixture.mutate<{ venue: { id: string } }>(
    'createVenue',
    'venue { id }',
    { name: 'Old Theatre', address: '1 Main Street', city: 'Vienna', timeZone: 'Europe/Vienna', ...more },
    organizer,
  );
  const { hall } = await fixture.mutate<{ hall: { id: string } }>(
    'createHall',
    'hall { id }',
    { venueId: venue.id, name: 'Great Hall' },
    organizer,
  );
  const imported = await fixture.mutate<
    { seatingPlan: { id: string; priceZones: { id: string; key: string }[] } | null } & UserErrors
  >(
    'importSeatingPlan',
    'seatingPlan { id priceZones { id key } } userErrors { code message field }',
    { hallId: hall.id, format: 'PARTERRE', document: JSON.stringify(document) },
    organizer,
  );
  if (!imported.seatingPlan) throw new Error(imported.userErrors[0]?.message);
  const { id: planId, priceZones: zones } = imported.seatingPlan;
  return { venueId: venue.id, hallId: hall.id, planId, zones };
}

export interface HoldPayload {
  readonly hold: {
    readonly expiresAt: string;
    readonly items: readonly { readonly seatId: string | null }[];
  } | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly seatIds: string[];
  }[];
}

export interface TypedStanding {
  readonly sectionId: string;
  readonly quantity: number;
  readonly ticketTypeId?: string;
}

export interface HoldRequest {
  readonly bookingId?: string;
  readonly userId?: string;
  readonly eventId: string;
  readonly seatIds?: readonly string[];
  readonly seatTypes?: readonly { readonly seatId: string; readonly ticketTypeId: string }[];
  readonly standing?: readonly TypedStanding[];
  readonly bestAvailable?: {
    readonly priceZoneId: string;
    readonly party: readonly { readonly ticketTypeId?: string; readonly quantity: number }[];
  };
  readonly mostHeldInAll?: number;
}

/**
 * Holds places for a new booking of a new buyer, unless said otherwise. Does what TRY_AGAIN says: a slow
 * machine must not look like a lost race.
 */
export async function hold(
  fixture: EventsFixture,
  request: HoldRequest,
): Promise<HoldPayload & { bookingId: string }> {
  const input = { bookingId: newId(), userId: newId(), seatIds: [], standing: [], ...request };
  for (;;) {
    const payload = await fixture.mutate<HoldPayload>('holdSeats', holdFields, input, ticketsSubgraph);
    if (payload.userErrors.every((error) => error.code !== 'TRY_AGAIN')) {
      return { ...payload, bookingId: input.bookingId };
    }
  }
}

const holdFields = `
  hold { bookingId eventId eventTitle organizerId startsAt currencyCode expiresAt
    items { seatId sectionId priceZoneId ticketTypeId price { amount currencyCode } } refundTiers { hoursBefore percent } }
  userErrors { code message field seatIds }`;

export async function sell(fixture: EventsFixture, eventId: string, bookingId: string) {
  return fixture.mutate<{ sold: boolean } & UserErrors>(
    'sellSeats',
    'sold userErrors { code message field }',
    { eventId, bookingId },
    ticketsSubgraph,
  );
}

export interface ReleaseRequest {
  readonly eventId: string;
  readonly bookingId: string;
  readonly requestId?: string;
  readonly reason?: string;
  readonly seatIds?: readonly string[];
  readonly standing?: readonly TypedStanding[];
}

export async function release(fixture: EventsFixture, request: ReleaseRequest) {
  return fixture.mutate<{ released: boolean } & UserErrors>(
    'releaseSeats',
    'released userErrors { code message field }',
    { requestId: newId(), reason: 'BOOKING_CANCELLED', ...request },
    ticketsSubgraph,
  );
}

/** Lets the time of a booking's hold run out, as the database sees it. */
export async function letExpire(fixture: EventsFixture, bookingId: string): Promise<void> {
  await fixture.database.sql(
    `with ended as (
       update holds set expires_at = clock_timestamp() - interval '1 second' where booking_id = $1 and status = 'HELD' returning booking_id)
     update event_seats set held_until = clock_timestamp() - interval '1 second'
     where booking_id in (select booking_id from ended)`,
    [bookingId],
  );
}

/** The map as anybody sees it. */
export async function seatMap(fixture: EventsFixture, eventId: string) {
  const { event } = await fixture.request<{
    event: {
      seatMap: { version: string; states: string; standing: { capacity: number; available: number }[] };
    };
  }>(
    'query($id: ID!) { event(id: $id) { seatMap { version states standing { capacity available } } } }',
    { id: eventId },
    { kind: 'anonymous' },
  );
  return event.seatMap;
}
