import { isAdmin } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { isId, newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Context, UserContext } from '@parterre/platform/service/use-case.ts';
import type { PromoCode, PromoCodeId, PromoRules } from '../domain/promo-code.ts';
import { type PromoDraftInput, type PromoDraftRefusal, readPromoDraft } from '../domain/promo-draft.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * Makes a promo code. An organizer's holds for the organizer's events alone, an administrator's for all; the events and
 * price zones that it names have to be there, and an organizer's events the organizer's own.
 */
export async function createPromoCode(
  deps: Dependencies,
  input: PromoDraftInput,
  { caller, now }: UserContext,
): Promise<PromoCode | PromoDraftRefusal | Rejection<'PROMO_CODE_TAKEN'>> {
  const draft = readPromoDraft(input, deps.currency);
  if (isRejection(draft)) return draft;
  const { code, key, effect, rules } = draft;
  const organizerId = isAdmin(caller) ? null : caller.userId;
  const fault = await refuseTargets(deps, rules, organizerId);
  if (fault) return fault;
  const promoCode: PromoCode = {
    id: newId<'PromoCode'>(),
    code,
    currency: deps.currency,
    effect,
    rules,
    createdBy: caller.userId,
    organizerId,
    createdAt: now,
    deactivatedAt: null,
    uses: 0,
    discountedMinor: 0n,
  };
  const isFree = await deps.database.transaction((tx) => deps.promoCodes.insert(tx, promoCode, key));
  return isFree
    ? promoCode
    : reject('PROMO_CODE_TAKEN', 'expected another code: one in use has this text', ['code']);
}

async function refuseTargets(
  { events }: Dependencies,
  { eventIds, priceZoneIds }: PromoRules,
  organizerId: UserId | null,
): Promise<Rejection<'EVENT_NOT_FOUND' | 'PRICE_ZONE_NOT_FOUND'> | null> {
  if (eventIds.length === 0 && priceZoneIds.length === 0) return null;
  const known = await events.targets(eventIds, priceZoneIds);
  const isOwn = (organizer: UserId | undefined) =>
    organizer !== undefined && (organizerId === null || organizer === organizerId);
  if (!eventIds.every((id) => isOwn(known.organizers.get(id)))) {
    return reject('EVENT_NOT_FOUND', 'expected eventIds that there are, got one that is not', ['eventIds']);
  }
  if (!priceZoneIds.every((id) => known.priceZoneIds.has(id))) {
    const message = 'expected priceZoneIds that there are, got one that is not';
    return reject('PRICE_ZONE_NOT_FOUND', message, ['priceZoneIds']);
  }
  return null;
}

/** Takes a code out of use, for its maker or an administrator. Bookings that have it keep it. */
export async function deactivatePromoCode(
  deps: Dependencies,
  { promoCodeId }: { readonly promoCodeId: string },
  { caller, now }: UserContext,
): Promise<PromoCode | Rejection<'PROMO_CODE_NOT_FOUND'>> {
  const notFound = reject('PROMO_CODE_NOT_FOUND', 'expected a promo code of yours, got none', [
    'promoCodeId',
  ]);
  if (!isId<'PromoCode'>(promoCodeId)) return notFound;
  return deps.database.transaction(async (tx) => {
    const promoCode = await deps.promoCodes.lockById(tx, promoCodeId);
    if (!promoCode || !(isAdmin(caller) || promoCode.createdBy === caller.userId)) return notFound;
    if (promoCode.deactivatedAt) return promoCode;
    await deps.promoCodes.deactivate(tx, promoCodeId, now);
    return { ...promoCode, deactivatedAt: now };
  });
}

/** The codes that the caller may see, the newest first: an administrator all, an organizer those of the own making. */
export function visiblePromoCodes(
  { promoCodes }: Dependencies,
  page: { readonly limit: number; readonly after: PromoCodeId | null },
  { caller }: Pick<UserContext, 'caller'> & Partial<Context>,
): Promise<PromoCode[]> {
  return promoCodes.list(page, isAdmin(caller) ? null : caller.userId);
}
