import { EventPublished } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import type { EventId, EventSeriesId } from '@parterre/contracts/kernel/ids.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import {
  type EventSeries,
  planSlots,
  readTimetable,
  refusePlaces,
  type TimetableInput,
  type TimetableRefusal,
} from '../domain/event-series.ts';
import { type DraftRefusal, refuseDraft } from '../domain/publishing.ts';
import { mayManage } from '../domain/venue.ts';
import { type KeyRefusal, refuseKey } from './create-once.ts';
import type { Dependencies } from './dependencies.ts';
import { eventDetails } from './publish-event.ts';
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
  | DraftRefusal;
type Scheduled = { readonly eventSeriesId: EventSeriesId };

/**
 * Makes a slot for each time of a timetable that the series has none for yet. One transaction: all of the slots, or none.
 * Whoever schedules the same series meanwhile waits for it, so no slot is made twice, with a key or without.
 */
export async function scheduleEventSeries(
  deps: Dependencies,
  { idempotencyKey: key, ...input }: ScheduleEventSeries,
  { caller, now }: UserContext,
): Promise<EventSeries | Refused | KeyRefusal> {
  const refusal = refuseKey(key);
  if (refusal) return refusal;
  const call = { userId: caller.userId, operation: 'scheduleEventSeries', input };
  const once = (tx: Transaction, work: () => Promise<Scheduled | Refused>) =>
    key == null ? work() : deps.idempotency.once<Scheduled | Refused>(tx, { ...call, key }, work);
  const outcome = await rollbackOnRejection(() =>
    deps.database.transaction((tx) => once(tx, () => schedule(deps, tx, input, { caller, now }))),
  );
  // A refusal that undid slots undid the key as well, which is to give it back from now on.
  const kept =
    isRejection(outcome) && key != null
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
  const drafts = slots.known.filter(({ status }) => status === 'DRAFT').map(({ eventId }) => eventId);
  const tooMany = publish
    ? refusePlaces(slots.added.length + drafts.length, await deps.series.planSize(tx, series.planId))
    : undefined;
  if (tooMany) return tooMany;
  const ids = await deps.series.addSlots(tx, series.id, slots.added);
  if (!publish) return { eventSeriesId: series.id };
  const refusal = await putSlotsOnSale(deps, tx, [...ids, ...drafts], now);
  // The slots are made already, and go with the refusal.
  if (refusal) throw new RolledBack(refusal);
  return { eventSeriesId: series.id };
}

/** As `publishEvent`, for hundreds at a time: drafts as they were just made, or as they were changed since. */
async function putSlotsOnSale(
  deps: Dependencies,
  tx: Transaction,
  slotIds: readonly EventId[],
  now: Date,
): Promise<DraftRefusal | undefined> {
  // One that was published or cancelled since its status was read stays so.
  const slots = (await deps.events.lockAll(tx, slotIds)).filter(({ status }) => status === 'DRAFT');
  const billings = await deps.events.billings(
    tx,
    slots.map(({ id }) => id),
  );
  const pricesOf = await deps.events.pricesOfAll(tx, slots);
  const at = await deps.events.tellAt(
    tx,
    slots.map(({ id }) => id),
    now,
  );
  for (const [planId, ofPlan] of Map.groupBy(slots, (slot) => slot.planId)) {
    const plan = await deps.plans.outline(tx, planId);
    const offered = plan.zones.filter((zone) => zone.hasPlaces);
    const facts = [];
    for (const slot of ofPlan) {
      const billing = requireRead(billings, slot.id);
      const prices = requireRead(pricesOf, slot.id);
      const refusal = refuseDraft(slot, { ticketTypes: billing.ticketTypes, prices }, offered, now);
      if (refusal) return refusal;
      facts.push(fact(EventPublished, eventDetails(slot, billing, plan), at));
    }
    const ids = ofPlan.map(({ id }) => id);
    await deps.events.putOnSale(tx, ids);
    await deps.events.openPlaces(tx, planId, ids);
    await tx.publish(...facts);
  }
  return undefined;
}

/** What was just read of several slots, for one of them. */
export function requireRead<Part>(parts: ReadonlyMap<EventId, Part>, id: EventId): Part {
  const part = parts.get(id);
  if (!part) throw new Error(`expected something to be read of the slot ${id}, got nothing`);
  return part;
}
