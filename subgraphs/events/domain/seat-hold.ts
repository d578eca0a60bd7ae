import type {
  BookingId,
  EventId,
  HallId,
  PriceZoneId,
  SeatId,
  SectionId,
  TicketTypeId,
  UserId,
} from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode, DecimalMoney } from '@parterre/contracts/kernel/money.ts';
import type { RefundTier } from '@parterre/contracts/kernel/refund-tiers.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { isSameCommand, type RequestedPlaces } from './requested-places.ts';

/** What a booking holds, with what it must know of the event. Kept as it was answered the first time. */
export interface SeatHold {
  readonly bookingId: BookingId;
  readonly eventId: EventId;
  readonly eventTitle: string;
  readonly organizerId: UserId;
  /** Missing in holds from before events could be moved into another hall. */
  readonly hallId?: HallId;
  /** ISO 8601 in UTC. */
  readonly startsAt: string;
  readonly currencyCode: CurrencyCode;
  /** ISO 8601 in UTC. */
  readonly expiresAt: string;
  readonly items: readonly HeldItem[];
  readonly refundTiers: readonly RefundTier[];
}
export interface HeldItem {
  /** Null for a standing place. */
  readonly seatId: SeatId | null;
  readonly sectionId: SectionId;
  readonly priceZoneId: PriceZoneId;
  /** Missing in holds from before there were ticket types. */
  readonly ticketTypeId?: TicketTypeId;
  readonly price: DecimalMoney;
}

/** What is known of a booking's hold. */
export type HoldRow = MadeHold | ForbiddenHold;
export interface MadeHold {
  readonly status: 'HELD' | 'SOLD' | 'RELEASED' | 'EXPIRED';
  readonly bookingId: BookingId;
  readonly eventId: EventId;
  /** Whether its time had run out when it was read, by the database's clock. */
  readonly isOver: boolean;
  /** The seats that are left of it, in no order that matters. */
  readonly seatIds: readonly SeatId[];
  /** Seats and standing places that are left of it. */
  readonly places: number;
  readonly requested: Omit<RequestedPlaces, 'bookingId'>;
  readonly answer: SeatHold;
}
/** Released before it was made: it must never be made. */
export interface ForbiddenHold {
  readonly status: 'FORBIDDEN';
  readonly bookingId: BookingId;
}

/**
 * What a booking that is known already is told when it asks for a hold: the first answer again, as long as
 * that is still true.
 */
export function answerAgain(
  known: HoldRow,
  requested: RequestedPlaces,
): SeatHold | Rejection<'HOLD_CONFLICT'> | Rejection<'HOLD_ENDED'> {
  if (known.status === 'FORBIDDEN') {
    return reject('HOLD_ENDED', 'expected a booking that may hold places, got one that was given up before');
  }
  if (!isSameCommand(known.requested, requested)) {
    return reject('HOLD_CONFLICT', 'expected the places that this booking asked for first, got others');
  }
  if (known.status === 'SOLD' || (known.status === 'HELD' && !known.isOver)) return known.answer;
  return reject('HOLD_ENDED', 'expected a hold that lasts, got one whose time ran out or that was released');
}
