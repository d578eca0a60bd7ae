import { type MoneyValue, minorUnits } from '../../app/money.ts';
import type { EventShown } from './event-documents.ts';
import type { ChosenPlace } from './offer.ts';

type TicketType = Pick<EventShown['ticketTypes'][number], 'id' | 'label' | 'maxPerBooking' | 'needs'>;

/** What speaks against the ticket types of what is chosen. */
export type TypeFault =
  | { readonly kind: 'too-many'; readonly label: string; readonly most: number }
  | { readonly kind: 'needs'; readonly label: string; readonly needed: string };

/** The rules that a booking of these places would break, in the order of the types. A place without a type has the first. */
export function typeFaults(
  ticketTypes: readonly TicketType[],
  places: readonly ChosenPlace[],
  types: ReadonlyMap<string, string>,
): readonly TypeFault[] {
  const [first] = ticketTypes;
  const counts = new Map<string, number>();
  for (const { key, count } of places) {
    const id = types.get(key) ?? first?.id ?? '';
    counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return ticketTypes.flatMap(({ id, label, maxPerBooking, needs }): TypeFault[] => {
    const count = counts.get(id) ?? 0;
    if (count === 0) return [];
    const tooMany = maxPerBooking !== null && count > maxPerBooking;
    const isAlone = needs !== null && (counts.get(needs.id) ?? 0) === 0;
    return [
      ...(tooMany ? [{ kind: 'too-many' as const, label, most: maxPerBooking }] : []),
      ...(isAlone ? [{ kind: 'needs' as const, label, needed: needs.label }] : []),
    ];
  });
}

/** Points are spent by the hundred, each of which is worth one whole unit of the currency. */
export const POINTS_STEP = 100;

/** The most points that may be spent: up to half of the price, as many as there are, in whole hundreds. */
export function spendablePoints(available: number, total: MoneyValue | null): number {
  if (!total) return 0;
  const digits = total.amount.split('.')[1]?.length ?? 0;
  const half = Number(minorUnits(total.amount) / (2n * 10n ** BigInt(digits))) * POINTS_STEP;
  return Math.max(0, Math.floor(Math.min(available, half) / POINTS_STEP) * POINTS_STEP);
}
