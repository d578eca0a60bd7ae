import { EventChanged, EventRescheduled } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import {
  type Event,
  type RescheduleRefusal,
  readReason,
  readRefundUntil,
  readTerms,
  refuseCancel,
  type TermsRefusal,
} from '../domain/event.ts';
import { mayManage } from '../domain/venue.ts';
import type { Dependencies } from './dependencies.ts';
import { eventDetails } from './publish-event.ts';

export interface RescheduleEvent {
  readonly eventId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** What buyers are told. */
  readonly reason: string;
  /** The hall that it is in: another one is refused. */
  readonly hallId?: string | null;
  /** Until when buyers get everything back; until the new start unless given. */
  readonly refundUntil?: Date | null;
}

export type RescheduleEventRefusal =
  | RescheduleRefusal
  | TermsRefusal
  | Rejection<'EVENT_NOT_FOUND' | 'HALL_HAS_ANOTHER_PLAN'>;

/**
 * Moves a published event of the caller to another time. What is held and sold stays. Asked again for the time that it
 * has, nothing changes and nobody is told.
 */
export async function rescheduleEvent(
  deps: Dependencies,
  input: RescheduleEvent,
  { caller, now }: UserContext,
): Promise<Event | RescheduleEventRefusal> {
  return deps.database.transaction(async (tx) => {
    const event = isId<'Event'>(input.eventId) ? await deps.events.lock(tx, input.eventId) : null;
    if (!event || !mayManage(caller, event.organizerId)) {
      return reject('EVENT_NOT_FOUND', 'expected an event of yours, got none', ['eventId']);
    }
    const read = readMove(event, input, now);
    if (isRejection(read)) return read;
    const { moved, reason, refundUntil } = read;
    const isSame = +moved.startsAt === +event.startsAt && +moved.endsAt === +event.endsAt;
    if (isSame) return event;
    await deps.events.change(tx, moved);
    const billing = await deps.events.billing(tx, event.id);
    const plan = await deps.plans.outline(tx, event.planId);
    const details = eventDetails(moved, billing, plan);
    const move = {
      previousStartsAt: event.startsAt.toISOString(),
      refundUntil: refundUntil.toISOString(),
      reason,
    };
    // The move first: whoever follows both knows why and until when before the new time is told to anybody.
    await tx.publish(fact(EventRescheduled, { ...details, ...move }, now), fact(EventChanged, details, now));
    return moved;
  });
}

function readMove(event: Event, input: RescheduleEvent, now: Date) {
  const { startsAt, endsAt, hallId } = input;
  const refusal = refuseCancel(event);
  if (refusal) return refusal;
  if (hallId != null && hallId !== event.hallId) {
    const message = `expected the hall ${event.hallId}, on whose plan the seats are sold, got another; cancel the event and publish it there`;
    return reject('HALL_HAS_ANOTHER_PLAN', message, ['hallId']);
  }
  const reason = readReason(input.reason);
  if (isRejection(reason)) return reason;
  const terms = readTerms({ ...event, startsAt, endsAt }, now);
  if (isRejection(terms)) return terms;
  const refundUntil = readRefundUntil(input.refundUntil ?? startsAt, startsAt, now);
  if (isRejection(refundUntil)) return refundUntil;
  // Whoever moves an event that has ended to a time to come puts it on sale again.
  const moved: Event = { ...event, startsAt, endsAt, status: 'ON_SALE' };
  return { moved, reason, refundUntil };
}
