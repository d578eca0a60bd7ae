import type { EventId, UserId } from '@parterre/platform/kernel/ids.ts';
import type { Money } from '@parterre/platform/kernel/money.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';

/** The promo codes that there are. */
export interface PromoCodes {
  /** What a code takes off this booking, or why it takes nothing. */
  discountOf(
    code: string,
    booking: { readonly userId: UserId; readonly eventId: EventId; readonly subtotal: Money },
  ): Promise<Money | Rejection<'PROMO_CODE_NOT_FOUND'>>;
}
