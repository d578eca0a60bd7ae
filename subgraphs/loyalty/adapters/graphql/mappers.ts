import type {
  BookingId,
  EventId,
  EventSeriesId,
  PriceZoneId,
  UserId,
} from '@parterre/contracts/kernel/ids.ts';
import type { ServiceAsked } from '@parterre/platform/operations/operations-resolvers.ts';
import type { ConsumerStatus } from '@parterre/platform/operations/read-status.ts';
import type { ShownDeadLetter } from '@parterre/platform/operations/show-dead-letter.ts';
import type { PastOperation } from '../../application/ports/points.ts';
import type { Account } from '../../domain/account.ts';
import type { PromoCode } from '../../domain/promo-code.ts';

/** What stands behind the types of the schema until their fields are asked for. */
export type UserMapper = { readonly id: UserId };
export type BookingMapper = { readonly id: BookingId };
export type LoyaltyAccountMapper = Account;
export type PointsOperationMapper = PastOperation;
export type PromoCodeMapper = PromoCode;
export type EventMapper = { readonly id: EventId };
export type EventSeriesMapper = { readonly id: EventSeriesId };
export type PriceZoneMapper = { readonly id: PriceZoneId };

// What operators see.
export type ServiceStatusMapper = ServiceAsked;
export type ConsumerStatusMapper = ConsumerStatus;
export type DeadLetterMapper = ShownDeadLetter;
