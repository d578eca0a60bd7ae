import type { CreatePromoCodeInput, CurrencyCode, LoyaltyLevel } from '../../../graphql/generated/graphql.ts';
import { parseAmount } from '../../../ui/money-format.ts';
import type { Fault } from '../../faults.ts';
import { instantOf } from '../../zoned-time.ts';

/** A code as it is typed. */
export interface PromoDraft {
  readonly code: string;
  readonly kind: 'percentOff' | 'amountOff' | 'fixedPrice';
  /** A whole number of percent, or a sum. */
  readonly value: string;
  /** As of datetime-local controls. */
  readonly validFrom: string;
  readonly validUntil: string;
  /** Single events, whole series, and organizers with all their events; all empty for all events that a code can be for. */
  readonly eventIds: readonly string[];
  readonly seriesIds: readonly string[];
  readonly organizers: readonly { readonly id: string; readonly name: string }[];
  /** Empty for all zones. */
  readonly priceZoneIds: readonly string[];
  readonly minimumTotal: string;
  readonly minimumLevel: LoyaltyLevel | '';
  readonly firstBookingOnly: boolean;
  readonly maxUses: string;
  readonly maxUsesPerUser: string;
  readonly budget: string;
}

export const emptyDraft: PromoDraft = {
  code: '',
  kind: 'percentOff',
  value: '',
  validFrom: '',
  validUntil: '',
  eventIds: [],
  seriesIds: [],
  organizers: [],
  priceZoneIds: [],
  minimumTotal: '',
  minimumLevel: '',
  firstBookingOnly: false,
  maxUses: '',
  maxUsesPerUser: '',
  budget: '',
};

/** Whether a code is for some events alone. */
export function isNarrowed({ eventIds, seriesIds, organizers }: PromoDraft): boolean {
  return eventIds.length + seriesIds.length + organizers.length > 0;
}

/** What alone a code is for. */
export interface SoleTarget {
  readonly kind: 'event' | 'series';
  readonly id: string;
}

/** The one event or series that the code is for; null where there are several, or all: then their zones have nothing in common. */
export function soleTarget({ eventIds, seriesIds, organizers }: PromoDraft): SoleTarget | null {
  if (organizers.length > 0 || eventIds.length + seriesIds.length !== 1) return null;
  const [[eventId], [seriesId]] = [eventIds, seriesIds];
  if (eventId !== undefined) return { kind: 'event', id: eventId };
  return seriesId === undefined ? null : { kind: 'series', id: seriesId };
}

/** What changes in the draft when a series is chosen or no more: its dates are not named beside it, nor zones of something else. */
export function withSeries(
  { eventIds, seriesIds }: PromoDraft,
  seriesId: string,
  isChosen: boolean,
  events: readonly { readonly id: string; readonly series?: { readonly id: string } | null }[],
): Pick<PromoDraft, 'eventIds' | 'seriesIds' | 'priceZoneIds'> {
  const dates = new Set(events.filter(({ series }) => series?.id === seriesId).map(({ id }) => id));
  return {
    eventIds: isChosen ? eventIds.filter((id) => !dates.has(id)) : eventIds,
    seriesIds: isChosen ? [...seriesIds, seriesId] : seriesIds.filter((id) => id !== seriesId),
    priceZoneIds: [],
  };
}

interface Reading {
  readonly currencyCode: CurrencyCode;
  readonly locale: string;
  /** In which the times of validity are typed. */
  readonly zone: string;
}

/** What is typed as `createPromoCode` takes it, and the fields that cannot be read, with codes of our own. */
export function promoInput(
  draft: PromoDraft,
  { currencyCode, locale, zone }: Reading,
): { readonly input: CreatePromoCodeInput; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const fault = (field: string, code: string) => {
    faults.push({ code, field: [field] });
  };
  const money = (field: string, text: string) => {
    const amount = parseAmount(text, currencyCode, locale);
    if (amount === null) fault(field, 'INVALID_AMOUNT');
    return { amount: amount ?? '0', currencyCode };
  };
  const whole = (field: string, text: string, most: number) => {
    const value = Number(text);
    const isWhole = /^\d+$/.test(text.trim()) && value >= 1 && value <= most;
    if (!isWhole) fault(field, most === 100 ? 'NO_PERCENT' : 'NO_COUNT');
    return value;
  };
  const time = (field: string, text: string) => {
    const at = instantOf(text, zone);
    if (at === null) fault(field, 'NO_TIME');
    return at ?? '';
  };
  const { kind, value } = draft;
  if (draft.code.trim() === '') fault('code', 'NO_CODE');
  const input: CreatePromoCodeInput = {
    code: draft.code.trim(),
    firstBookingOnly: draft.firstBookingOnly,
    ...(kind === 'percentOff'
      ? { percentOff: whole('percentOff', value, 100) }
      : { [kind]: money(kind, value) }),
    ...(draft.validFrom !== '' && { validFrom: time('validFrom', draft.validFrom) }),
    ...(draft.validUntil !== '' && { validUntil: time('validUntil', draft.validUntil) }),
    ...(draft.eventIds.length > 0 && { eventIds: [...draft.eventIds] }),
    ...(draft.seriesIds.length > 0 && { seriesIds: [...draft.seriesIds] }),
    ...(draft.organizers.length > 0 && { organizerIds: draft.organizers.map(({ id }) => id) }),
    ...(draft.priceZoneIds.length > 0 && { priceZoneIds: [...draft.priceZoneIds] }),
    ...(draft.minimumTotal !== '' && { minimumTotal: money('minimumTotal', draft.minimumTotal) }),
    ...(draft.minimumLevel !== '' && { minimumLevel: draft.minimumLevel }),
    ...(draft.maxUses !== '' && { maxUses: whole('maxUses', draft.maxUses, MOST_USES) }),
    ...(draft.maxUsesPerUser !== '' && {
      maxUsesPerUser: whole('maxUsesPerUser', draft.maxUsesPerUser, MOST_USES),
    }),
    ...(draft.budget !== '' && { budget: money('budget', draft.budget) }),
  };
  if (input.validFrom && input.validUntil && input.validFrom >= input.validUntil) {
    fault('validUntil', 'ENDS_BEFORE_IT_BEGINS');
  }
  return { input, faults };
}

/** What GraphQL's Int holds. */
const MOST_USES = 2_147_483_647;
