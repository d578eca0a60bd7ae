import { defaultRefundTiers, type RefundTier } from '@parterre/contracts/kernel/refund-tiers.ts';
import { isId, newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import { DEFAULT_MAX_SEATS_PER_USER, type Event, readTerms } from '../domain/event.ts';
import { refuseMoreThanPlaces } from '../domain/guest-minimum.ts';
import { type PriceInput, readPrices } from '../domain/prices.ts';
import { readTicketTypes, type TicketTypeInput } from '../domain/ticket-type.ts';
import { mayManage } from '../domain/venue.ts';
import { readKnownArtists } from './artists.ts';
import { createOnce, type Keyed } from './create-once.ts';
import type { Dependencies } from './dependencies.ts';
import type { PlanOutline } from './ports/plans.ts';

export interface CreateEvent extends Keyed {
  readonly title: string;
  readonly description?: string | null;
  readonly hallId: string;
  readonly artistIds?: readonly string[] | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly ticketTypes?: readonly TicketTypeInput[] | null;
  readonly prices?: readonly PriceInput[] | null;
  readonly holdSeconds?: number | null;
  readonly maxSeatsPerUser?: number | null;
  readonly refundTiers?: readonly RefundTier[] | null;
  readonly refusesSingleSeats?: boolean | null;
  readonly minimumGuests?: number | null;
  readonly minimumDecidedHoursBefore?: number | null;
}

/** Drafts an event in a hall of the caller, on the newest version of the hall's plan. */
export async function createEvent(deps: Dependencies, input: CreateEvent, { caller, now }: UserContext) {
  const hall = isId<'Hall'>(input.hallId) ? await deps.halls.find(input.hallId) : null;
  if (!hall || !mayManage(caller, hall.organizerId)) {
    return reject('HALL_NOT_FOUND', 'expected a hall of yours, got none', ['hallId']);
  }
  const outcome = await createOnce(deps, 'createEvent', input, { caller }, async (tx) => {
    const plan = await deps.plans.newest(tx, hall.id);
    if (!plan) {
      return reject('HALL_HAS_NO_PLAN', 'expected a hall with a seating plan; import one first', ['hallId']);
    }
    const terms = readTerms(
      {
        title: input.title,
        description: input.description ?? null,
        startsAt: input.startsAt,
        endsAt: input.endsAt,
        holdSeconds: input.holdSeconds ?? deps.defaultHoldSeconds,
        maxSeatsPerUser: input.maxSeatsPerUser ?? DEFAULT_MAX_SEATS_PER_USER,
        refundTiers: input.refundTiers ?? defaultRefundTiers,
        refusesSingleSeats: input.refusesSingleSeats ?? false,
        minimumGuests: input.minimumGuests ?? null,
        minimumDecidedHoursBefore: input.minimumDecidedHoursBefore ?? null,
      },
      now,
    );
    if (isRejection(terms)) return terms;
    const tooMany = refuseMoreThanPlaces(terms, plan);
    if (tooMany) return tooMany;
    const offer = await readNewOffer(deps, tx, plan, input);
    if (isRejection(offer)) return offer;
    const event = {
      ...terms,
      id: newId<'Event'>(),
      // Whoever runs the venue organizes what happens in it, also when an administrator types it in.
      organizerId: hall.organizerId,
      hallId: hall.id,
      planId: plan.id,
      seriesId: null,
      status: 'DRAFT',
      currency: deps.currency,
      minimumReachedAt: null,
    } satisfies Event;
    await deps.events.add(tx, event, offer);
    return { eventId: event.id };
  });
  if (isRejection(outcome)) return outcome;
  const event = await deps.database.transaction((tx) => deps.events.find(tx, outcome.eventId));
  if (!event) throw new Error(`expected the event ${outcome.eventId}, got none`);
  return event;
}

/** The bill, the ticket types and the prices of what is new in a hall. */
export async function readNewOffer(
  deps: Dependencies,
  tx: Transaction,
  plan: PlanOutline,
  input: Pick<CreateEvent, 'artistIds' | 'ticketTypes' | 'prices'>,
) {
  const artistIds = await readKnownArtists(deps, tx, input.artistIds ?? []);
  if (isRejection(artistIds)) return artistIds;
  const ticketTypes = readTicketTypes(input.ticketTypes ?? []);
  if (isRejection(ticketTypes)) return ticketTypes;
  const zoneIds = new Set<string>(plan.zones.map((zone) => zone.id));
  const prices = readPrices(input.prices ?? [], { zoneIds, ticketTypes, currency: deps.currency });
  if (isRejection(prices)) return prices;
  return { artistIds, ticketTypes, prices };
}
