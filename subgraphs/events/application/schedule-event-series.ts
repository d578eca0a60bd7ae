import { EventPublished } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import type { EventId, EventSeriesId } from '@parterre/contracts/kernel/ids.ts';
import { faultOfKey } from '@parterre/platform/idempotency/key.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import { checkPriced, type Event, type PublishRefusal } from '../domain/event.ts';
import {
  type EventSeries,
  planSlots,
  readTimetable,
  refusePlaces,
  type TimetableInput,
  type TimetableRefusal,
} from '../domain/event-series.ts';
import { mayManage } from '../domain/venue.ts';
import type { Dependencies } from './dependencies.ts';
import type { PlanOutline } from './ports/plans.ts';
import { eventDetails, putOnSale } from './publish-event.ts';
import { RolledBack, rollbackOnRejection } from './rollback-on-rejection.ts';

export interface ScheduleEventSeries extends TimetableInput {
  readonly eventSeriesId: string;
  /** Whether the slots of these times are on sale afterwards, also those that were drafts until now. */
  readonly publish?: boolean | null;
  readonly idempotencyKey?: string | null;
}

type Refused =
  | Rejection<'EVENT_SERIES_NOT_FOUND'>
  | Rejection<'SLOTS_OVERLAP'>
  | Rejection<'TOO_MANY_SLOTS'>
  | TimetableRefusal
  | PublishRefusal;
type Scheduled = { readonly eventSeriesId: EventSeriesId };
type KeyRefused = Rejection<'INVALID_IDEMPOTENCY_KEY' | 'IDEMPOTENCY_KEY_REUSED'>;

/**
 * Makes a slot for each time of a timetable that the series has none for yet. One transaction: all of the slots, or none.
 * Whoever schedules the same series meanwhile waits for it, so no slot is made twice, with a key or without.
 */
export async function scheduleEventSeries(
  deps: Dependencies,
  { idempotencyKey: key, ...input }: ScheduleEventSeries,
  { caller, now }: UserContext,
): Promise<EventSeries | Refused | KeyRefused> {
  const fault = key == null ? null : faultOfKey(key);
  if (fault !== null) return reject('INVALID_IDEMPOTENCY_KEY', `expected ${fault}`, ['idempotencyKey']);
  const call = { userId: caller.userId, operation: 'scheduleEventSeries', input };
  const once = (tx: Transaction, work: () => Promise<Scheduled | Refused>) =>
    key == null ? work() : deps.idempotency.once<Scheduled | Refused>(tx, { ...call, key }, work);
  const outcome = await rollbackOnRejection(() =>
    deps.database.transaction((tx) => once(tx, () => schedule(deps, tx, input, { caller, now }))),
  );
  // A refusal that undid slots undid the key as well, which is to give it back from now on.
  const kept = isRejection(outcome)
    ? await deps.database.transaction((tx) => once(tx, async () => outcome as Refused))
    : outcome;
  if (isRejection(kept)) return kept;
  return deps.database.transaction(async (tx) => {
    const series = await deps.series.find(tx, kept.eventSeriesId);
    if (!series) throw new Error(`expected the series ${kept.eventSeriesId}, got none`);
    return series;
  });
}

async function schedule(
  deps: Dependencies,
  tx: Transaction,
  { eventSeriesId, publish, ...timetable }: Omit<ScheduleEventSeries, 'idempotencyKey'>,
  { caller, now }: Pick<UserContext, 'caller' | 'now'>,
): Promise<Scheduled | Refused> {
  const series = isId<'EventSeries'>(eventSeriesId) ? await deps.series.lock(tx, eventSeriesId) : null;
  if (!series || !mayManage(caller, series.organizerId)) {
    return reject('EVENT_SERIES_NOT_FOUND', 'expected a series of yours, got none', ['eventSeriesId']);
  }
  const wanted = readTimetable(timetable, await deps.series.timeZone(tx, series), now);
  if (isRejection(wanted)) return wanted;
  const [first, last] = [wanted[0], wanted.at(-1)];
  if (!first || !last) throw new Error('expected a timetable that names a time, got none');
  const span = { startsAt: first.startsAt, endsAt: last.endsAt };
  const slots = planSlots(wanted, await deps.series.slots(tx, series.id, span));
  if (isRejection(slots)) return slots;
  const plan = await deps.plans.outline(tx, series.planId);
  const drafts = slots.known.filter(({ status }) => status === 'DRAFT').map(({ eventId }) => eventId);
  const tooMany = publish ? refusePlaces(slots.added.length + drafts.length, plan.seatCount) : undefined;
  if (tooMany) return tooMany;
  const ids = await deps.series.addSlots(tx, series.id, slots.added);
  if (!publish) return { eventSeriesId: series.id };
  const opened = slots.added.map(
    (times, index): Event => ({
      ...series,
      ...times,
      id: ids[index] as EventId,
      seriesId: series.id,
      status: 'ON_SALE',
    }),
  );
  const unpriced =
    (await openSlots(deps, tx, opened, plan, now)) ?? (await openDrafts(deps, tx, drafts, now));
  // The slots are made already, and go with the refusal.
  if (unpriced) throw new RolledBack(unpriced);
  return { eventSeriesId: series.id };
}

/** Puts slots that were just made on sale. They are alike, so the first one stands for what all of them offer. */
async function openSlots(
  deps: Dependencies,
  tx: Transaction,
  slots: readonly Event[],
  plan: PlanOutline,
  now: Date,
): Promise<PublishRefusal | undefined> {
  const [first] = slots;
  if (!first) return undefined;
  const billing = await deps.events.billing(tx, first.id);
  const prices = await deps.events.prices(tx, first);
  const offered = plan.zones.filter((zone) => zone.hasPlaces);
  const unpriced = checkPriced({ ticketTypes: billing.ticketTypes, prices }, offered);
  if (unpriced) return unpriced;
  const ids = slots.map(({ id }) => id);
  await deps.series.openSlots(tx, plan.id, ids);
  const types = await deps.series.ticketTypesOfSlots(tx, ids);
  const facts = slots.map((slot) => {
    const ticketTypes = types.get(slot.id);
    if (!ticketTypes) throw new Error(`expected the slot ${slot.id} to have a ticket type, got none`);
    return fact(EventPublished, eventDetails(slot, { ...billing, ticketTypes }, plan), now);
  });
  await tx.publish(...facts);
  return undefined;
}

/** Puts slots on sale that may have been changed since they were made. In one order, so that no two wait for each other. */
async function openDrafts(
  deps: Dependencies,
  tx: Transaction,
  slotIds: readonly EventId[],
  now: Date,
): Promise<PublishRefusal | undefined> {
  for (const id of [...slotIds].sort()) {
    const event = await deps.events.lock(tx, id);
    if (!event) throw new Error(`expected the slot ${id}, got none`);
    const outcome = await putOnSale(deps, tx, event, now);
    // One that was cancelled since its status was read stays so.
    if (isRejection(outcome) && outcome.code !== 'EVENT_IS_CANCELLED') return outcome;
  }
  return undefined;
}
