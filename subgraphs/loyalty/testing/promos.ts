import type { PriceZoneId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import type { PricedPlace, PromoCode, PromoRules } from '../domain/promo-code.ts';

/** A promo code of 10 % without any rule, but for what is said. */
export function promo({
  rules,
  ...change
}: Partial<Omit<PromoCode, 'rules'>> & { readonly rules?: Partial<PromoRules> } = {}): PromoCode {
  return {
    id: newId<'PromoCode'>(),
    code: 'SPRING',
    currency: 'EUR',
    effect: { kind: 'PERCENT_OFF', percent: 10 },
    createdBy: newId<'User'>(),
    organizerId: null,
    createdAt: new Date('2027-01-01T00:00:00.000Z'),
    deactivatedAt: null,
    uses: 0,
    discountedMinor: 0n,
    rules: {
      validFrom: null,
      validUntil: null,
      eventIds: [],
      seriesIds: [],
      organizerIds: [],
      priceZoneIds: [],
      minimumTotalMinor: null,
      minimumLevel: null,
      firstBookingOnly: false,
      maxUses: null,
      maxUsesPerUser: null,
      budgetMinor: null,
      ...rules,
    },
    ...change,
  };
}

export const zone = (): PriceZoneId => newId<'PriceZone'>();

export function zoneOf(priceZoneId: PriceZoneId, minor: bigint): PricedPlace {
  return { priceZoneId, ticketTypeId: null, minor };
}
