import {
  type CurrencyCode,
  type DecimalMoney,
  fromDecimal,
  money,
  toDecimal,
} from '@parterre/contracts/kernel/money.ts';
import { demoBuyers, demoOrganizer, enter, giveMoney } from './accounts.ts';
import { DemoClient, DemoRefused } from './demo-client.ts';
import {
  type DemoEvent,
  type DemoHall,
  type DemoSeries,
  type DemoVenue,
  demoPromoCode,
  programme,
} from './programme.ts';

export interface DemoOptions {
  /** Where the API answers. */
  readonly graphqlUrl: string;
  readonly administrator: { readonly email: string; readonly password: string };
  readonly currency: CurrencyCode;
  readonly now: Date;
}

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Plan {
  readonly priceZones: readonly { readonly id: string }[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Fills a fresh server with people, halls and events on sale, by the public API. Each thing is looked for
 * before it is made, so a seeding that was cut off at any point is completed by the next one. Where money is paid to a
 * provider the demo lacks it, and the seats that are sold for it, and nothing else.
 */
export async function seedDemo(options: DemoOptions): Promise<void> {
  const anyone = new DemoClient(options.graphqlUrl);
  const { administrator } = options;
  const signed = await anyone.act<{ session: { accessToken: string } }>('DemoSignIn', {
    login: administrator.email,
    password: administrator.password,
  });
  const organizer = await makeOrganizer(anyone, anyone.as(signed.session.accessToken));
  for (const venue of programme) await openVenue(organizer, venue, options);
  await makePromoCode(organizer);
  let isMoneyFree = true;
  for (const account of demoBuyers) {
    const { client } = await enter(anyone, account);
    // Where one has to pay, so have the others: they are not asked for as well.
    isMoneyFree &&= await giveMoney(client, account.nickname, inCurrency('500.00', options.currency));
  }
  if (isMoneyFree) await sellFirstSeats(anyone, organizer);
}

/** What the programme says in euros, as many minor units of another currency: 39.00 EUR are 3900 JPY and 3.900 KWD. */
function inCurrency(euros: string, currency: CurrencyCode): DecimalMoney {
  return toDecimal(money(fromDecimal({ amount: euros, currencyCode: 'EUR' }).minor, currency));
}

async function makeOrganizer(anyone: DemoClient, admin: DemoClient): Promise<DemoClient> {
  const { client, user } = await enter(anyone, demoOrganizer);
  if (user.role === 'ORGANIZER') return client;
  await admin.act('DemoAssignRole', { userId: user.id, role: 'ORGANIZER' });
  // The role is in the token, so it takes a new one.
  return (await enter(anyone, demoOrganizer)).client;
}

async function openVenue(organizer: DemoClient, venue: DemoVenue, options: DemoOptions): Promise<void> {
  const { halls, ...input } = venue;
  const found = await venueNamed(organizer, venue.name);
  const id = found?.id ?? (await organizer.act<{ venue: Named }>('DemoCreateVenue', input)).venue.id;
  for (const hall of halls) {
    const known = found?.halls.find(({ name }) => name === hall.name);
    const hallId =
      known?.id ??
      (await organizer.act<{ hall: Named }>('DemoCreateHall', { venueId: id, name: hall.name })).hall.id;
    await fillHall(organizer, id, hallId, hall, options);
  }
}

async function fillHall(
  organizer: DemoClient,
  venueId: string,
  hallId: string,
  hall: DemoHall,
  options: DemoOptions,
): Promise<void> {
  if (!(await planOf(organizer, venueId, hallId)))
    await organizer.act('DemoImportPlan', { hallId, ...hall.plan });
  const plan = await planOf(organizer, venueId, hallId);
  if (!plan) throw new Error(`expected the hall ${hall.name} to have a plan after its import`);
  for (const event of hall.events) await putOnSale(organizer, hallId, plan, event, options);
  for (const series of hall.series) await putSeriesOnSale(organizer, hallId, plan, series, options);
}

async function putOnSale(
  organizer: DemoClient,
  hallId: string,
  plan: Plan,
  event: DemoEvent,
  { now, currency }: DemoOptions,
): Promise<void> {
  const known = await eventTitled(organizer, event.title);
  if (known && known.status !== 'DRAFT') return;
  const startsAt = startOf(event, now);
  const create = async () =>
    organizer.act<{ event: { id: string } }>('DemoCreateEvent', {
      ...(await offerOf(organizer, hallId, plan, event, currency)),
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(startsAt + event.durationHours * HOUR_MS).toISOString(),
    });
  const eventId = known?.id ?? (await create()).event.id;
  await organizer.act('DemoPublish', { eventId });
}

/** A series that was cut off before it had slots is left as it is, seen by its organizer alone. */
async function putSeriesOnSale(
  organizer: DemoClient,
  hallId: string,
  plan: Plan,
  series: DemoSeries,
  { now, currency }: DemoOptions,
): Promise<void> {
  if (await eventTitled(organizer, series.title)) return;
  const { minimumGuests } = series;
  const offer = { ...(await offerOf(organizer, hallId, plan, series, currency)), minimumGuests };
  const { eventSeries } = await organizer.act<{ eventSeries: { id: string } }>('DemoCreateSeries', offer);
  await organizer.act('DemoSchedule', {
    eventSeriesId: eventSeries.id,
    startsAt: new Date(startOf(series, now)).toISOString(),
    recurrenceRule: series.recurrenceRule,
    durationMinutes: series.durationHours * 60,
    publish: true,
  });
}

function startOf(event: DemoEvent, now: Date): number {
  const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  return midnight + event.inDays * DAY_MS + event.hour * HOUR_MS;
}

async function offerOf(
  organizer: DemoClient,
  hallId: string,
  plan: Plan,
  event: DemoEvent,
  currency: CurrencyCode,
) {
  return {
    title: event.title,
    hallId,
    artistIds: [await artistNamed(organizer, event.artist)],
    prices: plan.priceZones.map((zone, index) => ({
      priceZoneId: zone.id,
      price: inCurrency(event.prices[index] ?? event.prices.at(-1) ?? '0.00', currency),
    })),
  };
}

/** So that the first map that anybody opens is not empty. The key makes a second time harmless. */
async function sellFirstSeats(anyone: DemoClient, organizer: DemoClient): Promise<void> {
  const [venue] = programme;
  const [buyer] = demoBuyers;
  const show = venue?.halls[0]?.events[0];
  if (!venue || !buyer || !show) return;
  const event = await eventTitled(organizer, show.title);
  if (!event) throw new Error(`expected ${show.title} to be on sale`);
  const { client } = await enter(anyone, buyer);
  await client.act('DemoBuy', {
    eventId: event.id,
    seatIds: (await seatsOf(organizer, event.id)).slice(20, 24),
    payNow: true,
    idempotencyKey: 'demo-first-seats',
  });
}

/** A code that makes a buyer's first booking of the demo's events cheaper. */
async function makePromoCode(organizer: DemoClient): Promise<void> {
  const input = { code: demoPromoCode, percentOff: 10, firstBookingOnly: true };
  try {
    await organizer.act('DemoCreatePromoCode', input);
  } catch (error) {
    const isThere = error instanceof DemoRefused && error.code === 'PROMO_CODE_TAKEN';
    if (!isThere) throw error;
  }
}

async function venueNamed(organizer: DemoClient, name: string) {
  const { venues } = await organizer.ask<{ venues: { nodes: (Named & { halls: Named[] })[] } }>('DemoVenue', {
    name,
  });
  return venues.nodes.find((venue) => venue.name === name);
}

async function planOf(organizer: DemoClient, venueId: string, hallId: string): Promise<Plan | null> {
  const { venue } = await organizer.ask<{
    venue: { halls: { id: string; seatingPlan: Plan | null }[] } | null;
  }>('DemoPlan', { venueId });
  return venue?.halls.find(({ id }) => id === hallId)?.seatingPlan ?? null;
}

async function seatsOf(organizer: DemoClient, eventId: string): Promise<string[]> {
  const { event } = await organizer.ask<{
    event: { seatMap: { seats: { nodes: { seat: { id: string } }[] } } };
  }>('DemoSeats', { eventId });
  return event.seatMap.seats.nodes.map(({ seat }) => seat.id);
}

async function eventTitled(organizer: DemoClient, title: string) {
  type Found = { id: string; title: string; status: string; hall: { id: string } };
  const { events } = await organizer.ask<{ events: { nodes: Found[] } }>('DemoEvent', { title });
  return events.nodes.find((event) => event.title === title);
}

async function artistNamed(organizer: DemoClient, name: string): Promise<string> {
  const { artists } = await organizer.ask<{ artists: { nodes: Named[] } }>('DemoArtist', { name });
  const known = artists.nodes.find((artist) => artist.name === name);
  return known?.id ?? (await organizer.act<{ artist: Named }>('DemoCreateArtist', { name })).artist.id;
}
