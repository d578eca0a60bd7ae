import type { EventId, EventSeriesId, PriceZoneId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { type CurrencyCode, parseMoney } from '@parterre/contracts/kernel/money.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { isTooLong, readText } from '@parterre/platform/kernel/text.ts';
import type { Level } from './level.ts';
import { LONGEST_CODE, type PromoEffect, type PromoRules, promoKeyOf } from './promo-code.ts';

const MOST_IDS = 100;

/** An amount as somebody wrote it. */
interface AmountInput {
  readonly amount: string;
  readonly currencyCode: string;
}

/** A promo code to make, as it comes from outside. */
export interface PromoDraftInput {
  readonly code: string;
  readonly percentOff?: number | null;
  readonly amountOff?: AmountInput | null;
  readonly fixedPrice?: AmountInput | null;
  readonly validFrom?: Date | null;
  readonly validUntil?: Date | null;
  readonly eventIds?: readonly string[] | null;
  readonly seriesIds?: readonly string[] | null;
  readonly organizerIds?: readonly string[] | null;
  readonly priceZoneIds?: readonly string[] | null;
  readonly minimumTotal?: AmountInput | null;
  readonly minimumLevel?: Level | null;
  readonly firstBookingOnly?: boolean | null;
  readonly maxUses?: number | null;
  readonly maxUsesPerUser?: number | null;
  readonly budget?: AmountInput | null;
}

/** A promo code to make, whose input makes sense. */
export interface PromoDraft {
  readonly code: string;
  readonly key: string;
  readonly effect: PromoEffect;
  readonly rules: PromoRules;
}

/** What a code names is not there, or is not its maker's. */
export type TargetNotFound =
  | 'EVENT_NOT_FOUND'
  | 'EVENT_SERIES_NOT_FOUND'
  | 'ORGANIZER_NOT_FOUND'
  | 'PRICE_ZONE_NOT_FOUND';
export type PromoDraftRefusal = Rejection<
  'INVALID_INPUT' | 'INVALID_AMOUNT' | 'CURRENCY_MISMATCH' | TargetNotFound
>;

/** Reads a promo code to make, or says what in it makes no sense. */
export function readPromoDraft(
  input: PromoDraftInput,
  currency: CurrencyCode,
): PromoDraft | PromoDraftRefusal {
  const written = isTooLong(input.code, LONGEST_CODE) ? input.code : input.code.normalize('NFKC');
  const code = readText(written, { field: 'code', max: LONGEST_CODE });
  if (isRejection(code)) return code;
  const key = promoKeyOf(code);
  if (key === null) return reject('INVALID_INPUT', 'expected code with something to type', ['code']);
  const effect = readEffect(input, currency);
  if (isRejection(effect)) return effect;
  const rules = readRules(input, currency);
  if (isRejection(rules)) return rules;
  return { code, key, effect, rules };
}

function readEffect(
  { percentOff, amountOff, fixedPrice }: PromoDraftInput,
  currency: CurrencyCode,
): PromoEffect | PromoDraftRefusal {
  const given = [percentOff, amountOff, fixedPrice].filter((effect) => effect != null).length;
  if (given !== 1) {
    const message = `expected one of percentOff, amountOff and fixedPrice, got ${given}`;
    return reject('INVALID_INPUT', message, [given === 0 ? 'percentOff' : 'amountOff']);
  }
  if (percentOff != null) {
    return percentOff >= 1 && percentOff <= 100
      ? { kind: 'PERCENT_OFF', percent: percentOff }
      : reject('INVALID_INPUT', `expected percentOff from 1 to 100, got ${percentOff}`, ['percentOff']);
  }
  const off = readAmount(amountOff, 'amountOff', currency);
  if (isRejection(off)) return off;
  if (off !== null) return { kind: 'AMOUNT_OFF', minor: off };
  const price = readAmount(fixedPrice, 'fixedPrice', currency, { allowZero: true });
  if (isRejection(price)) return price;
  return { kind: 'FIXED_PRICE', minor: price ?? 0n };
}

function readRules(input: PromoDraftInput, currency: CurrencyCode): PromoRules | PromoDraftRefusal {
  const { validFrom = null, validUntil = null, maxUses = null, maxUsesPerUser = null } = input;
  if (validFrom && validUntil && validUntil <= validFrom) {
    return reject('INVALID_INPUT', 'expected validUntil after validFrom', ['validUntil']);
  }
  for (const [field, count] of Object.entries({ maxUses, maxUsesPerUser })) {
    if (count !== null && count < 1) {
      return reject('INVALID_INPUT', `expected ${field} of at least 1, got ${count}`, [field]);
    }
  }
  const minimumTotalMinor = readAmount(input.minimumTotal, 'minimumTotal', currency, { allowZero: true });
  if (isRejection(minimumTotalMinor)) return minimumTotalMinor;
  const budgetMinor = readAmount(input.budget, 'budget', currency);
  if (isRejection(budgetMinor)) return budgetMinor;
  const eventIds = readIds(input.eventIds, 'eventIds', 'EVENT_NOT_FOUND');
  if (isRejection(eventIds)) return eventIds;
  const seriesIds = readIds(input.seriesIds, 'seriesIds', 'EVENT_SERIES_NOT_FOUND');
  if (isRejection(seriesIds)) return seriesIds;
  const organizerIds = readIds(input.organizerIds, 'organizerIds', 'ORGANIZER_NOT_FOUND');
  if (isRejection(organizerIds)) return organizerIds;
  const priceZoneIds = readIds(input.priceZoneIds, 'priceZoneIds', 'PRICE_ZONE_NOT_FOUND');
  if (isRejection(priceZoneIds)) return priceZoneIds;
  return {
    validFrom,
    validUntil,
    eventIds: eventIds as readonly EventId[],
    seriesIds: seriesIds as readonly EventSeriesId[],
    organizerIds: organizerIds as readonly UserId[],
    priceZoneIds: priceZoneIds as readonly PriceZoneId[],
    minimumTotalMinor,
    minimumLevel: input.minimumLevel ?? null,
    firstBookingOnly: input.firstBookingOnly ?? false,
    maxUses,
    maxUsesPerUser,
    budgetMinor,
  };
}

/** An amount in minor units; null where none is given. */
function readAmount(
  value: AmountInput | null | undefined,
  field: string,
  currency: CurrencyCode,
  { allowZero = false } = {},
): bigint | null | PromoDraftRefusal {
  if (value == null) return null;
  const amount = parseMoney(value, { field: [field], allowZero });
  if (isRejection(amount)) return amount;
  if (amount.currency === currency) return amount.minor;
  const message = `expected ${field} in ${currency}, the currency that everything is priced in, got ${amount.currency}`;
  return reject('CURRENCY_MISMATCH', message, [field, 'currencyCode']);
}

/** Identifiers, each once; what is none names nothing. */
function readIds(
  ids: readonly string[] | null | undefined,
  field: string,
  notFound: TargetNotFound,
): readonly string[] | PromoDraftRefusal {
  const unique = [...new Set(ids ?? [])];
  if (unique.length > MOST_IDS) {
    return reject('INVALID_INPUT', `expected at most ${MOST_IDS} ${field}, got ${unique.length}`, [field]);
  }
  const index = unique.findIndex((id) => !isId(id));
  return index < 0
    ? unique
    : reject(notFound, `expected ${field} that there are, got one that is not`, [field]);
}
