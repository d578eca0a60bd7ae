import type { EventId, HallId, SeatingPlanId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { RefundTier } from '@parterre/contracts/kernel/refund-tiers.ts';
import type { Event, EventStatus } from '../../domain/event.ts';

/** An event as `eventColumns` selects it. */
export interface EventRow {
  readonly id: EventId;
  readonly organizer_id: UserId;
  readonly hall_id: HallId;
  readonly plan_id: SeatingPlanId;
  readonly title: string;
  readonly status: EventStatus;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly currency: CurrencyCode;
  readonly hold_seconds: number;
  readonly max_seats_per_user: number;
  readonly refund_tiers: readonly RefundTier[];
}

/** Whether the event of the table alias `e` is over, by the database's clock: the one place that says so. */
export const isOver = `e.ends_at <= (select clock_timestamp())`;

/** The columns of an event, of the table alias `e`. */
export const eventColumns = `e.id, e.organizer_id, e.hall_id, e.plan_id, e.title,
  case when e.status = 'ON_SALE' and ${isOver} then 'ENDED' else e.status end as status, e.starts_at,
  e.ends_at, e.currency, e.hold_seconds, e.max_seats_per_user, e.refund_tiers`;

export function readEvent(row: EventRow): Event {
  return {
    id: row.id,
    organizerId: row.organizer_id,
    hallId: row.hall_id,
    planId: row.plan_id,
    title: row.title,
    status: row.status,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    currency: row.currency,
    holdSeconds: row.hold_seconds,
    maxSeatsPerUser: row.max_seats_per_user,
    refundTiers: row.refund_tiers,
  };
}
