import { defaultRefundTiers } from '@parterre/contracts/kernel/refund-tiers.ts';
import { isId, newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import { DEFAULT_MAX_SEATS_PER_USER, readLastingTerms } from '../domain/event.ts';
import type { EventSeries } from '../domain/event-series.ts';
import { refuseMoreThanPlaces } from '../domain/guest-minimum.ts';
import { mayManage } from '../domain/venue.ts';
import { type CreateEvent, readNewOffer } from './create-event.ts';
import { createOnce } from './create-once.ts';
import type { Dependencies } from './dependencies.ts';

export type CreateEventSeries = Omit<CreateEvent, 'startsAt' | 'endsAt'>;

/** Opens a series in a hall of the caller, on the newest version of the hall's plan, without any slot. */
export async function createEventSeries(
  deps: Dependencies,
  input: CreateEventSeries,
  { caller }: UserContext,
) {
  const hall = isId<'Hall'>(input.hallId) ? await deps.halls.find(input.hallId) : null;
  if (!hall || !mayManage(caller, hall.organizerId)) {
    return reject('HALL_NOT_FOUND', 'expected a hall of yours, got none', ['hallId']);
  }
  return createOnce(deps, 'createEventSeries', input, { caller }, async (tx) => {
    const plan = await deps.plans.newest(tx, hall.id);
    if (!plan) {
      return reject('HALL_HAS_NO_PLAN', 'expected a hall with a seating plan; import one first', ['hallId']);
    }
    const terms = readLastingTerms({
      title: input.title,
      description: input.description ?? null,
      holdSeconds: input.holdSeconds ?? deps.defaultHoldSeconds,
      maxSeatsPerUser: input.maxSeatsPerUser ?? DEFAULT_MAX_SEATS_PER_USER,
      refundTiers: input.refundTiers ?? defaultRefundTiers,
      refusesSingleSeats: input.refusesSingleSeats ?? false,
      minimumGuests: input.minimumGuests ?? null,
      minimumDecidedHoursBefore: input.minimumDecidedHoursBefore ?? null,
    });
    if (isRejection(terms)) return terms;
    const tooMany = refuseMoreThanPlaces(terms, plan);
    if (tooMany) return tooMany;
    const offer = await readNewOffer(deps, tx, plan, input);
    if (isRejection(offer)) return offer;
    const series: EventSeries = {
      ...terms,
      id: newId<'EventSeries'>(),
      organizerId: hall.organizerId,
      hallId: hall.id,
      planId: plan.id,
      currency: deps.currency,
    };
    await deps.series.add(tx, series, offer);
    return series;
  });
}
