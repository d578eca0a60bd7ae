import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType, isObjectType } from 'graphql';
import type { Answer, Client } from '../support/client.ts';
import { type SharedServer, shareServer } from '../support/shared-server.ts';
import { sampleChart } from '../support/shows.ts';
import type { Things } from './access-paths.ts';
import type { CallerName } from './access-policy.ts';
import { seed } from './seed.ts';

type Stranger = CallerName | 'rival';
type Payload = { readonly userErrors: readonly { readonly code: string }[] };

/** A mutation on somebody else's things: with what input, and what each caller without the right must hear. */
interface Trespass {
  readonly mutation: string;
  input(things: Things): object;
  readonly refusals: Partial<Record<Stranger, string>>;
}

const money = { amount: '10.00', currencyCode: 'EUR' };
const notSignedIn = { anonymous: 'UNAUTHENTICATED' };
const organizersOnly = { ...notSignedIn, buyer: 'FORBIDDEN', other: 'FORBIDDEN' };
const adminsOnly = { ...organizersOnly, organizer: 'FORBIDDEN' };
const ownersOnly = (code: string) => ({ ...notSignedIn, other: code, organizer: code });
const ownOrganizerOnly = (code: string) => ({ ...organizersOnly, rival: code });

const trespasses: Trespass[] = [
  {
    mutation: 'assignRole',
    input: (things) => ({ userId: things.buyer, role: 'ADMIN' }),
    refusals: adminsOnly,
  },
  {
    mutation: 'blockUser',
    input: (things) => ({ userId: things.buyer, reason: 'none' }),
    refusals: adminsOnly,
  },
  { mutation: 'unblockUser', input: (things) => ({ userId: things.buyer }), refusals: adminsOnly },
  {
    mutation: 'changePassword',
    input: () => ({ currentPassword: 'what it was', newPassword: 'what it shall be' }),
    refusals: notSignedIn,
  },
  { mutation: 'changeLanguage', input: () => ({ language: 'RU' }), refusals: notSignedIn },
  {
    mutation: 'endSession',
    input: (things) => ({ sessionId: things.session }),
    refusals: { ...ownersOnly('SESSION_NOT_FOUND'), admin: 'SESSION_NOT_FOUND' },
  },
  {
    mutation: 'requestEmailConfirmation',
    input: (things) => ({ userId: things.buyer }),
    refusals: ownersOnly('USER_NOT_FOUND'),
  },
  {
    mutation: 'topUpWallet',
    input: () => ({ amount: money, idempotencyKey: randomUUID() }),
    refusals: notSignedIn,
  },
  {
    mutation: 'markNotificationRead',
    input: (things) => ({ notificationId: things.notification }),
    refusals: ownersOnly('NOTIFICATION_NOT_FOUND'),
  },
  {
    mutation: 'markAllNotificationsRead',
    input: (things) => ({ upTo: things.notification }),
    refusals: { ...ownersOnly('NOTIFICATION_NOT_FOUND'), admin: 'NOTIFICATION_NOT_FOUND' },
  },
  {
    mutation: 'createBooking',
    input: (things) => ({ eventId: things.event, seatIds: [things.freeSeat], idempotencyKey: randomUUID() }),
    refusals: notSignedIn,
  },
  {
    mutation: 'payBooking',
    input: (things) => ({ bookingId: things.booking, idempotencyKey: randomUUID() }),
    refusals: ownersOnly('BOOKING_NOT_FOUND'),
  },
  {
    mutation: 'cancelBooking',
    input: (things) => ({ bookingId: things.booking, idempotencyKey: randomUUID() }),
    refusals: ownersOnly('BOOKING_NOT_FOUND'),
  },
  {
    mutation: 'refundTickets',
    input: (things) => ({
      bookingId: things.booking,
      ticketIds: [things.ticket],
      idempotencyKey: randomUUID(),
    }),
    refusals: ownersOnly('BOOKING_NOT_FOUND'),
  },
  {
    mutation: 'checkInTicket',
    input: (things) => ({ code: things.ticketCode }),
    refusals: ownOrganizerOnly('TICKET_NOT_FOUND'),
  },
  {
    mutation: 'createPromoCode',
    input: (things) => ({ code: randomUUID(), percentOff: 10, eventIds: [things.event] }),
    refusals: ownOrganizerOnly('EVENT_NOT_FOUND'),
  },
  {
    mutation: 'deactivatePromoCode',
    input: (things) => ({ promoCodeId: things.promoCode }),
    refusals: ownOrganizerOnly('PROMO_CODE_NOT_FOUND'),
  },
  {
    mutation: 'createVenue',
    input: () => ({ name: 'Mine', address: 'Here 1', city: 'Vienna', timeZone: 'Europe/Vienna' }),
    refusals: organizersOnly,
  },
  { mutation: 'createArtist', input: () => ({ name: 'Nobody' }), refusals: organizersOnly },
  {
    mutation: 'updateVenue',
    input: (things) => ({ venueId: things.venue, name: 'Mine now' }),
    refusals: ownOrganizerOnly('VENUE_NOT_FOUND'),
  },
  {
    mutation: 'createHall',
    input: (things) => ({ venueId: things.venue, name: 'Annex' }),
    refusals: ownOrganizerOnly('VENUE_NOT_FOUND'),
  },
  {
    mutation: 'importSeatingPlan',
    input: (things) => ({ hallId: things.hall, format: 'SEATS_IO', document: sampleChart }),
    refusals: ownOrganizerOnly('HALL_NOT_FOUND'),
  },
  {
    mutation: 'createEvent',
    input: (things) => ({
      title: 'Mine',
      hallId: things.hall,
      artistIds: [],
      startsAt: '2035-04-01T18:00:00.000Z',
      endsAt: '2035-04-01T20:00:00.000Z',
      prices: [],
    }),
    refusals: ownOrganizerOnly('HALL_NOT_FOUND'),
  },
  {
    mutation: 'updateEvent',
    input: (things) => ({ eventId: things.event, title: 'Mine now' }),
    refusals: ownOrganizerOnly('EVENT_NOT_FOUND'),
  },
  {
    mutation: 'publishEvent',
    input: (things) => ({ eventId: things.event }),
    refusals: ownOrganizerOnly('EVENT_NOT_FOUND'),
  },
  {
    mutation: 'cancelEvent',
    input: (things) => ({ eventId: things.event, reason: 'none', idempotencyKey: randomUUID() }),
    refusals: ownOrganizerOnly('EVENT_NOT_FOUND'),
  },
  {
    mutation: 'rescheduleEvent',
    input: (things) => ({
      eventId: things.event,
      startsAt: '2035-04-01T18:00:00.000Z',
      endsAt: '2035-04-01T20:00:00.000Z',
      reason: 'none',
    }),
    refusals: ownOrganizerOnly('EVENT_NOT_FOUND'),
  },
  {
    mutation: 'changeSeatingPlan',
    input: (things) => ({ eventId: things.event, seatingPlanId: randomUUID(), idempotencyKey: randomUUID() }),
    refusals: ownOrganizerOnly('EVENT_NOT_FOUND'),
  },
  {
    mutation: 'createEventSeries',
    input: (things) => ({ title: 'Mine', hallId: things.hall }),
    refusals: ownOrganizerOnly('HALL_NOT_FOUND'),
  },
  {
    mutation: 'scheduleEventSeries',
    input: (things) => ({
      eventSeriesId: things.series,
      startsAt: '2035-04-01T18:00:00.000Z',
      recurrenceRule: 'FREQ=DAILY;COUNT=3',
      durationMinutes: 60,
      publish: true,
    }),
    refusals: ownOrganizerOnly('EVENT_SERIES_NOT_FOUND'),
  },
  {
    mutation: 'cancelEventSeries',
    input: (things) => ({ eventSeriesId: things.series, reason: 'none', idempotencyKey: randomUUID() }),
    refusals: ownOrganizerOnly('EVENT_SERIES_NOT_FOUND'),
  },
  {
    mutation: 'blockSeats',
    input: (things) => ({ eventId: things.event, seatIds: [things.freeSeat] }),
    refusals: ownOrganizerOnly('EVENT_NOT_FOUND'),
  },
  {
    mutation: 'unblockSeats',
    input: (things) => ({ eventId: things.event, seatIds: [things.freeSeat] }),
    refusals: ownOrganizerOnly('EVENT_NOT_FOUND'),
  },
];

/** Each service that consumes facts has the same two of its own. */
for (const service of ['Tickets', 'Payments', 'Loyalty', 'Analytics', 'Notifications']) {
  const deadLetterId = `${service.toLowerCase()}/1`;
  trespasses.push(
    { mutation: `retry${service}DeadLetter`, input: () => ({ deadLetterId }), refusals: adminsOnly },
    {
      mutation: `drop${service}DeadLetter`,
      input: () => ({ deadLetterId, reason: 'none' }),
      refusals: adminsOnly,
    },
  );
}

/** Open to everybody by their nature: they are how one comes in and goes out, or take the token of a mail. */
const open = [
  'register',
  'login',
  'refreshSession',
  'logout',
  'confirmEmail',
  'requestPasswordReset',
  'resetPassword',
];

const api = buildSchema(readFileSync(new URL('../../contracts/api.graphql', import.meta.url), 'utf8'), {
  assumeValid: true,
});
const mutations = api.getMutationType()?.getFields() ?? {};

describe('who may change what', () => {
  let server: SharedServer;
  let clients: Record<Stranger, Client>;
  let things: Things;

  beforeAll(async () => {
    server = await shareServer();
    const seeded = await seed(server.client);
    clients = { ...seeded.clients, rival: seeded.rival };
    things = seeded.things;
  }, 120_000);
  afterAll(() => server?.leave());

  it('is written down for every mutation of the public API', () => {
    expect([...trespasses.map((each) => each.mutation), ...open].sort()).toEqual(
      Object.keys(mutations).sort(),
    );
  });

  it.each(trespasses.map((each) => [each.mutation, each] as const))(
    '%s refuses whoever has not the right, and nothing changes',
    async (_, trespass) => {
      const before = await whatStands();
      const heard: Partial<Record<Stranger, string>> = {};
      for (const caller of Object.keys(trespass.refusals) as Stranger[]) {
        heard[caller] = codeOf(await attempt(clients[caller], trespass));
      }
      expect(heard).toEqual(trespass.refusals);
      expect(await whatStands()).toEqual(before);
    },
  );

  it.each([
    'payBooking',
    'cancelBooking',
    'refundTickets',
    'publishEvent',
    'scheduleEventSeries',
    'cancelEventSeries',
    'cancelEvent',
    'rescheduleEvent',
    'markNotificationRead',
    'markAllNotificationsRead',
    'endSession',
    'requestEmailConfirmation',
    'createPromoCode',
    'deactivatePromoCode',
  ])('%s: what is not yours answers exactly like what does not exist', async (mutation) => {
    const trespass = trespasses.find((each) => each.mutation === mutation);
    if (!trespass) throw new Error(`expected a trespass by ${mutation}`);
    const nothing = Object.fromEntries(
      Object.keys(things).map((name) => [name, '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5bff']),
    ) as unknown as Things;
    const notMine = await attempt(clients.rival, trespass);
    const notThere = await attempt(clients.rival, { ...trespass, input: () => trespass.input(nothing) });
    expect(withoutIds(notMine)).toEqual(withoutIds(notThere));
  });

  function attempt(client: Client, trespass: Trespass): Promise<Answer<Record<string, Payload>>> {
    const field = mutations[trespass.mutation];
    const payload = field && getNamedType(field.type);
    const inputType = field?.args[0]?.type.toString();
    if (!isObjectType(payload) || !inputType)
      throw new Error(`expected a mutation with an input and a payload, got ${trespass.mutation}`);
    const query = `mutation($input: ${inputType}) { ${trespass.mutation}(input: $input) { userErrors { code message field } } }`;
    return client.send(query, { input: trespass.input(things) });
  }

  /** What a trespass could change, as the administrator sees it. */
  async function whatStands(): Promise<object | null> {
    const { data } = await clients.admin.send<object>(
      `{ user(id: "${things.buyer}") { role isBlocked wallet { available { amount } } notifications { nodes { id readAt } } bookings { nodes { status tickets { status checkedInAt } } } }
         promoCodes { nodes { id active } }
         eventSeries(id: "${things.series}") { title events { nodes { startsAt status } } }
         event(id: "${things.event}") { title status seatMap { states } venue { name halls { name seatingPlan { version } } } } }`,
    );
    expect(data).not.toBeNull();
    return data;
  }
});

function codeOf(answer: Answer<Record<string, Payload>>): string {
  const refusal = answer.errors?.[0]?.extensions?.code;
  return refusal ?? Object.values(answer.data ?? {})[0]?.userErrors[0]?.code ?? 'it went through';
}

/** An answer without the identifiers that were asked for, so that two of them can be compared. */
function withoutIds(answer: object): string {
  return JSON.stringify(answer).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');
}
