import { EventCancelled } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import type { EventSeriesId } from '@parterre/contracts/kernel/ids.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import { readReason } from '../domain/event.ts';
import { type EventSeries, MOST_CANCELLED_SLOTS } from '../domain/event-series.ts';
import { mayManage } from '../domain/venue.ts';
import { type KeyRefusal, refuseKey } from './create-once.ts';
import type { Dependencies } from './dependencies.ts';
import { eventDetails } from './publish-event.ts';
import { requireRead } from './schedule-event-series.ts';

export interface CancelEventSeries {
  readonly eventSeriesId: string;
  /** What buyers are told. */
  readonly reason: string;
  readonly idempotencyKey: string;
}

type Refused = Rejection<'EVENT_SERIES_NOT_FOUND' | 'EVENT_NOT_ON_SALE' | 'TOO_MANY_SLOTS' | 'INVALID_INPUT'>;
type Cancelled = { readonly eventSeriesId: EventSeriesId };

/** As `cancelEvent`, for every slot that is on sale and has not ended: in one transaction, all of them or none. */
export async function cancelEventSeries(
  deps: Dependencies,
  { idempotencyKey: key, ...input }: CancelEventSeries,
  context: UserContext,
): Promise<EventSeries | Refused | KeyRefusal> {
  const refusal = refuseKey(key);
  if (refusal) return refusal;
  const call = { userId: context.caller.userId, operation: 'cancelEventSeries', key, input };
  return deps.database.transaction(async (tx) => {
    const outcome = await deps.idempotency.once<Cancelled | Refused>(tx, call, () =>
      cancel(deps, tx, input, context),
    );
    if (isRejection(outcome)) return outcome;
    const series = await deps.series.find(tx, outcome.eventSeriesId);
    if (!series) throw new Error(`expected the series ${outcome.eventSeriesId}, got none`);
    return series;
  });
}

async function cancel(
  deps: Dependencies,
  tx: Transaction,
  { eventSeriesId, reason: given }: Omit<CancelEventSeries, 'idempotencyKey'>,
  { caller, now }: UserContext,
): Promise<Cancelled | Refused> {
  const series = isId<'EventSeries'>(eventSeriesId) ? await deps.series.lock(tx, eventSeriesId) : null;
  if (!series || !mayManage(caller, series.organizerId)) {
    return reject('EVENT_SERIES_NOT_FOUND', 'expected a series of yours, got none', ['eventSeriesId']);
  }
  const reason = readReason(given);
  if (isRejection(reason)) return reason;
  const wanted = await deps.series.onSale(tx, series.id, now);
  if (wanted.length > MOST_CANCELLED_SLOTS) {
    const message = `expected at most ${MOST_CANCELLED_SLOTS} slots on sale, got ${wanted.length}; cancel some of them by cancelEvent before`;
    return reject('TOO_MANY_SLOTS', message, ['eventSeriesId']);
  }
  // One that was cancelled, or moved into the past, since its status was read stays so.
  const slots = (await deps.events.lockAll(tx, wanted)).filter(({ status }) => status === 'ON_SALE');
  const ids = slots.map(({ id }) => id);
  if (ids.length === 0) {
    const message = 'expected a series with a slot that is on sale and has not ended, got none';
    return reject('EVENT_NOT_ON_SALE', message, ['eventSeriesId']);
  }
  const billings = await deps.events.billings(tx, ids);
  const at = await deps.events.tellAt(tx, ids, now);
  for (const [planId, ofPlan] of Map.groupBy(slots, (slot) => slot.planId)) {
    const plan = await deps.plans.outline(tx, planId);
    const facts = ofPlan.map((slot) => {
      const details = eventDetails(slot, requireRead(billings, slot.id), plan);
      return fact(EventCancelled, { ...details, reason }, at);
    });
    await tx.publish(...facts);
  }
  await deps.events.cancel(tx, ids);
  return { eventSeriesId: series.id };
}
