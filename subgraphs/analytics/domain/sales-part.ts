import type { PriceZoneId, TicketTypeId } from '@parterre/contracts/kernel/ids.ts';

/** What was sold and given back. Money in minor units, negative when more went back than came. */
export interface Amounts {
  readonly sold: number;
  readonly refunded: number;
  readonly revenue: bigint;
}

/** The sales of one ticket type in one price zone. */
export interface SalesPart extends Amounts {
  /** Null for tickets from before there were types. */
  readonly ticketTypeId: TicketTypeId | null;
  readonly priceZoneId: PriceZoneId;
}

/** The same with where its type and its zone stand among those that are offered; null where no fact has said so. */
export interface OfferedPart extends SalesPart {
  readonly ticketTypePlace: number | null;
  readonly priceZonePlace: number | null;
}

/** Parts that have something in common, and what they are together. */
export interface SalesGroup<Key, Part extends SalesPart = SalesPart> extends Amounts {
  readonly key: Key;
  readonly parts: readonly Part[];
}

/** One group for each ticket type, in the order in which they are offered. */
export const byTicketType = <Part extends OfferedPart>(parts: readonly Part[]) =>
  groupSales(inOrder(parts, 'ticketTypePlace'), (part) => part.ticketTypeId);

/** One group for each price zone, in the order of the plan. */
export const byPriceZone = <Part extends OfferedPart>(parts: readonly Part[]) =>
  groupSales(inOrder(parts, 'priceZonePlace'), (part) => part.priceZoneId);

/** One part for each pair of ticket type and price zone. */
export function mergeParts(parts: readonly SalesPart[]): SalesPart[] {
  return groupSales(parts, (part) => part.ticketTypeId).flatMap(({ key: ticketTypeId, parts: ofType }) =>
    groupSales(ofType, (part) => part.priceZoneId).map(({ key: priceZoneId, sold, refunded, revenue }) => {
      return { ticketTypeId, priceZoneId, sold, refunded, revenue };
    }),
  );
}

/** What has no place comes last; what has the same one stays in its order. */
function inOrder<Part extends OfferedPart>(
  parts: readonly Part[],
  place: 'ticketTypePlace' | 'priceZonePlace',
): readonly Part[] {
  const placeOf = (part: Part) => part[place] ?? Number.MAX_SAFE_INTEGER;
  return parts.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Groups stand in the order in which their keys first come. */
function groupSales<Key, Part extends SalesPart>(
  parts: readonly Part[],
  keyOf: (part: Part) => Key,
): SalesGroup<Key, Part>[] {
  return [...Map.groupBy(parts, keyOf)].map(([key, group]) => ({
    key,
    parts: group,
    sold: group.reduce((sum, part) => sum + part.sold, 0),
    refunded: group.reduce((sum, part) => sum + part.refunded, 0),
    revenue: group.reduce((sum, part) => sum + part.revenue, 0n),
  }));
}
