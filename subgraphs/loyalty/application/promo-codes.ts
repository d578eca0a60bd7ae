import { isAdmin } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { isId, newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Context, UserContext } from '@parterre/platform/service/use-case.ts';
import type { PromoCode, PromoCodeId } from '../domain/promo-code.ts';
import {
  type PromoDraftInput,
  type PromoDraftRefusal,
  readPromoDraft,
  type TargetNotFound,
} from '../domain/promo-draft.ts';
import type { Dependencies } from './dependencies.ts';
import type { NamedTargets } from './ports/discounts.ts';

/**
 * Makes a promo code. An organizer's holds for the organizer's events alone, an administrator's for all; the events, series,
 * organizers and price zones that it names have to be there, and an organizer's events and series the organizer's own.
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

/** What the code names that is not there, or not its maker's: nobody hears which of both it is. */
async function refuseTargets(
  { events }: Dependencies,
  named: NamedTargets,
  organizerId: UserId | null,
): Promise<Rejection<TargetNotFound> | null> {
  const { eventIds, seriesIds, organizerIds, priceZoneIds } = named;
  const isNone = [eventIds, seriesIds, organizerIds, priceZoneIds].every((ids) => ids.length === 0);
  if (isNone) return null;
  const known = await events.targets(named);
  const isOwn = (organizer: UserId | undefined) =>
    organizer !== undefined && (organizerId === null || organizer === organizerId);
  const isOrganizer = (id: UserId) =>
    organizerId === null ? known.organizerIds.has(id) : id === organizerId;
  if (!eventIds.every((id) => isOwn(known.organizerOf.get(id)))) {
    return notThere('EVENT_NOT_FOUND', 'eventIds');
  }
  if (!seriesIds.every((id) => isOwn(known.organizerOf.get(id)))) {
    return notThere('EVENT_SERIES_NOT_FOUND', 'seriesIds');
  }
  if (!organizerIds.every(isOrganizer)) return notThere('ORGANIZER_NOT_FOUND', 'organizerIds');
  if (!priceZoneIds.every((id) => known.priceZoneIds.has(id))) {
    return notThere('PRICE_ZONE_NOT_FOUND', 'priceZoneIds');
  }
  return null;
}

function notThere(code: TargetNotFound, field: keyof NamedTargets): Rejection<TargetNotFound> {
  return reject(code, `expected ${field} that there are, got one that is not`, [field]);
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
