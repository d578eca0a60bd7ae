import { defineEntity, p } from '@mikro-orm/core';
import type {
  BookingId,
  EventId,
  EventSeriesId,
  PriceZoneId,
  RefundId,
  UserId,
} from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { Level } from '../../domain/level.ts';
import type { OperationId, OperationKind } from '../../domain/points-change-set.ts';
import type { PromoCodeId } from '../../domain/promo-code.ts';
import type { Reservation } from '../../domain/reservation.ts';

/** A row of `accounts`: what a user has. Its points are the sum of its operations, and change with them. */
export const AccountRow = defineEntity({
  name: 'AccountRow',
  tableName: 'accounts',
  properties: {
    userId: p.uuid().primary().$type<UserId>(),
    points: p.integer().defaultRaw('0'),
    reservedPoints: p.integer().defaultRaw('0'),
    owedPoints: p.integer().defaultRaw('0'),
    level: p.text().$type<Level>().defaultRaw("'BRONZE'"),
    reviewAt: p.datetime().nullable(),
    frozenAt: p.datetime().nullable(),
    openedAt: p.datetime(),
  },
  indexes: [{ name: 'accounts_to_review', properties: ['reviewAt'], where: 'review_at is not null' }],
  checks: [
    { name: 'points_never_below_zero', expression: 'points >= 0' },
    { name: 'reserved_points_are_there', expression: 'reserved_points >= 0 and reserved_points <= points' },
    { name: 'owed_points_never_below_zero', expression: 'owed_points >= 0' },
    { name: 'accounts_level_check', expression: "level in ('BRONZE', 'SILVER', 'GOLD', 'PLATINUM')" },
  ],
});

/** A row of `operations`: a change of points. Rows are only ever added; a trigger refuses everything else. */
export const OperationRow = defineEntity({
  name: 'OperationRow',
  tableName: 'operations',
  properties: {
    id: p.uuid().primary().$type<OperationId>(),
    account: () => p.manyToOne(AccountRow).fieldName('user_id').foreignKeyName('operations_user_id_fkey'),
    kind: p.text().$type<OperationKind>(),
    points: p.integer(),
    bookingId: p.uuid().$type<BookingId>(),
    createdAt: p.datetime(),
  },
  indexes: [{ name: 'operations_history', properties: ['account', 'id'] }],
  uniques: [
    { name: 'operations_earned_once', properties: ['bookingId'], where: "kind = 'EARNED'" },
    { name: 'operations_spent_once', properties: ['bookingId'], where: "kind = 'SPENT'" },
  ],
  checks: [
    { name: 'operations_kind_check', expression: "kind in ('EARNED', 'REVERSED', 'SPENT', 'RETURNED')" },
    {
      name: 'operations_check',
      expression: "points <> 0 and (points > 0) = (kind in ('EARNED', 'RETURNED'))",
    },
  ],
});

/** A row of `earnings`: what a confirmed booking earned, and what its refunds took back. */
export const EarningRow = defineEntity({
  name: 'EarningRow',
  tableName: 'earnings',
  properties: {
    bookingId: p.uuid().primary().$type<BookingId>(),
    account: () => p.manyToOne(AccountRow).fieldName('user_id').foreignKeyName('earnings_user_id_fkey'),
    paidMinor: p.bigint(),
    refundedMinor: p.bigint().defaultRaw('0'),
    points: p.integer(),
    takenBack: p.integer().defaultRaw('0'),
    owed: p.integer().defaultRaw('0'),
    earnedAt: p.datetime(),
    isRefunded: p.boolean().defaultRaw('false'),
  },
  indexes: [
    { name: 'earnings_by_age', properties: ['account', 'earnedAt'] },
    { name: 'earnings_owing', properties: ['account'], where: 'owed > 0' },
  ],
  checks: [
    { name: 'earnings_paid_minor_check', expression: 'paid_minor >= 0' },
    { name: 'earnings_refunded_minor_check', expression: 'refunded_minor >= 0' },
    { name: 'earnings_points_check', expression: 'points >= 0' },
    { name: 'taken_back_at_most_what_was_earned', expression: 'taken_back >= 0 and taken_back <= points' },
    { name: 'earnings_check', expression: 'owed >= 0 and owed <= taken_back' },
  ],
});

/** A row of `counted_refunds`: a refund that is counted, so that it is counted once. */
export const CountedRefundRow = defineEntity({
  name: 'CountedRefundRow',
  tableName: 'counted_refunds',
  properties: {
    refundId: p.uuid().primary().$type<RefundId>(),
    bookingId: p.uuid().$type<BookingId>(),
    countedAt: p.datetime(),
  },
});

/** A place of a reservation as JSON keeps it: amounts as texts, so that no digit is lost. */
export interface StoredPlace {
  readonly priceZoneId: PriceZoneId | null;
  readonly ticketTypeId: string | null;
  readonly minor: string;
  readonly promoMinor: string;
  readonly pointsMinor: string;
}

/** A row of `reservations`: the discount of a booking, or the tombstone of one that was released before. */
export const ReservationRow = defineEntity({
  name: 'ReservationRow',
  tableName: 'reservations',
  properties: {
    bookingId: p.uuid().primary().$type<BookingId>(),
    account: () => p.manyToOne(AccountRow).fieldName('user_id').foreignKeyName('reservations_user_id_fkey'),
    state: p.text().$type<Reservation['state']>(),
    points: p.integer().nullable(),
    subtotalMinor: p.bigint().nullable(),
    discountMinor: p.bigint().nullable(),
    currency: p.text().$type<CurrencyCode>().nullable(),
    promoCode: p.text().nullable(),
    refundedMinor: p.bigint().defaultRaw('0'),
    refundedPointsMinor: p.bigint().defaultRaw('0'),
    returnedPoints: p.integer().defaultRaw('0'),
    createdAt: p.datetime(),
    places: p.json<readonly StoredPlace[]>().nullable(),
  },
  indexes: [{ name: 'reservations_of_user', properties: ['account'] }],
  checks: [
    { name: 'reservations_state_check', expression: "state in ('RESERVED', 'COMMITTED', 'RELEASED')" },
    { name: 'reservations_points_check', expression: 'points >= 0' },
    { name: 'reservations_check', expression: 'discount_minor >= 0 and discount_minor <= subtotal_minor' },
    { name: 'reservations_refunded_minor_check', expression: 'refunded_minor >= 0' },
    {
      name: 'refunded_points_within_what_was_refunded',
      expression: 'refunded_points_minor >= 0 and refunded_points_minor <= refunded_minor',
    },
    {
      name: 'reservations_check1',
      expression: 'num_nulls(points, subtotal_minor, discount_minor, currency) in (0, 4)',
    },
    { name: 'reservations_check2', expression: "points is not null or state = 'RELEASED'" },
    {
      name: 'returned_at_most_what_was_spent',
      expression:
        "returned_points >= 0 and returned_points <= case when state = 'COMMITTED' then points else 0 end",
    },
  ],
});

/** A row of `promo_codes`: a code, its rules, and the sums of its uses. */
export const PromoCodeRow = defineEntity({
  name: 'PromoCodeRow',
  tableName: 'promo_codes',
  properties: {
    id: p.uuid().primary().$type<PromoCodeId>(),
    code: p.text(),
    codeKey: p.text(),
    currency: p.text().$type<CurrencyCode>(),
    percentOff: p.integer().nullable(),
    amountOffMinor: p.bigint().nullable(),
    fixedPriceMinor: p.bigint().nullable(),
    validFrom: p.datetime().nullable(),
    validUntil: p.datetime().nullable(),
    /** Whatever the code names that events can be told by: also all that the two lists below have. */
    eventIds: p.array().columnType('uuid[]').$type<(EventId | EventSeriesId | UserId)[]>().defaultRaw("'{}'"),
    seriesIds: p.array().columnType('uuid[]').$type<EventSeriesId[]>().defaultRaw("'{}'"),
    organizerIds: p.array().columnType('uuid[]').$type<UserId[]>().defaultRaw("'{}'"),
    priceZoneIds: p.array().columnType('uuid[]').$type<PriceZoneId[]>().defaultRaw("'{}'"),
    minimumTotalMinor: p.bigint().nullable(),
    minimumLevel: p.text().$type<Level>().nullable(),
    firstBookingOnly: p.boolean(),
    maxUses: p.integer().nullable(),
    maxUsesPerUser: p.integer().nullable(),
    budgetMinor: p.bigint().nullable(),
    createdBy: p.uuid().$type<UserId>(),
    organizerId: p.uuid().$type<UserId>().nullable(),
    createdAt: p.datetime(),
    deactivatedAt: p.datetime().nullable(),
    uses: p.integer().defaultRaw('0'),
    discountedMinor: p.bigint().defaultRaw('0'),
  },
  indexes: [
    { name: 'promo_codes_by_key', properties: ['codeKey', 'deactivatedAt'] },
    { name: 'promo_codes_of_creator', properties: ['createdBy', 'id'] },
  ],
  uniques: [{ name: 'promo_codes_in_use', properties: ['codeKey'], where: 'deactivated_at is null' }],
  checks: [
    { name: 'promo_codes_currency_check', expression: "currency ~ '^[A-Z]{3}$'" },
    { name: 'promo_codes_percent_off_check', expression: 'percent_off >= 1 and percent_off <= 100' },
    { name: 'promo_codes_amount_off_minor_check', expression: 'amount_off_minor > 0' },
    { name: 'promo_codes_fixed_price_minor_check', expression: 'fixed_price_minor >= 0' },
    { name: 'promo_codes_minimum_total_minor_check', expression: 'minimum_total_minor >= 0' },
    {
      name: 'promo_codes_minimum_level_check',
      expression: "minimum_level in ('BRONZE', 'SILVER', 'GOLD', 'PLATINUM')",
    },
    { name: 'promo_codes_max_uses_check', expression: 'max_uses > 0' },
    { name: 'promo_codes_max_uses_per_user_check', expression: 'max_uses_per_user > 0' },
    { name: 'promo_codes_budget_minor_check', expression: 'budget_minor > 0' },
    {
      name: 'promo_uses_within_their_limit',
      expression: 'uses >= 0 and (max_uses is null or uses <= max_uses)',
    },
    {
      name: 'promo_discount_within_its_budget',
      expression: 'discounted_minor >= 0 and (budget_minor is null or discounted_minor <= budget_minor)',
    },
    {
      name: 'promo_codes_have_one_effect',
      expression: 'num_nonnulls(percent_off, amount_off_minor, fixed_price_minor) = 1',
    },
    {
      name: 'promo_codes_event_ids_have_all',
      expression: 'series_ids <@ event_ids and organizer_ids <@ event_ids',
    },
    { name: 'promo_codes_window', expression: 'valid_from < valid_until' },
  ],
});

/** A row of `promo_uses`: a booking that has a code, or had it. */
export const PromoUseRow = defineEntity({
  name: 'PromoUseRow',
  tableName: 'promo_uses',
  properties: {
    reservation: () =>
      p
        .oneToOne(ReservationRow)
        .primary()
        .fieldName('booking_id')
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('promo_uses_booking_id_fkey'),
    promoCode: () => p.manyToOne(PromoCodeRow).foreignKeyName('promo_uses_promo_code_id_fkey'),
    account: () => p.manyToOne(AccountRow).fieldName('user_id').foreignKeyName('promo_uses_user_id_fkey'),
    discountMinor: p.bigint(),
    refundedMinor: p.bigint().defaultRaw('0'),
    isHeld: p.boolean().defaultRaw('true'),
  },
  indexes: [{ name: 'promo_uses_held', properties: ['promoCode', 'account'], where: 'is_held' }],
  checks: [
    { name: 'promo_uses_discount_minor_check', expression: 'discount_minor > 0' },
    {
      name: 'promo_uses_refunded_minor_check',
      expression: 'refunded_minor >= 0 and refunded_minor <= discount_minor',
    },
  ],
});

export const entities = [
  AccountRow,
  OperationRow,
  EarningRow,
  CountedRefundRow,
  ReservationRow,
  PromoCodeRow,
  PromoUseRow,
];
