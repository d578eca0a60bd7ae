import { describe, expect, it } from '@jest/globals';
import type { PriceZoneId, TicketTypeId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { byPriceZone, byTicketType, mergeParts } from './sales-part.ts';

const [adult, child] = [newId<'TicketType'>(), newId<'TicketType'>()];
const [stalls, circle] = [newId<'PriceZone'>(), newId<'PriceZone'>()];
const part = (
  ticketTypeId: TicketTypeId | null,
  priceZoneId: PriceZoneId,
  sold: number,
  refunded: number,
  revenue: bigint,
) => ({ ticketTypeId, priceZoneId, sold, refunded, revenue });

/** The stalls come before the circle, and adults before children; no fact has said where tickets without a type belong. */
const offered = (of: ReturnType<typeof part>) => ({
  ...of,
  ticketTypePlace: { [adult]: 0, [child]: 1 }[of.ticketTypeId ?? ''] ?? null,
  priceZonePlace: of.priceZoneId === stalls ? 0 : 1,
});
const parts = [
  part(null, stalls, 3, 3, 0n),
  part(child, circle, 1, 0, 500n),
  part(adult, circle, 2, 1, 1_500n),
  part(adult, stalls, 4, 0, 8_000n),
].map(offered);

describe('sales by ticket type and price zone', () => {
  it('are added up by type in the order of the offer, tickets without a type by themselves', () => {
    expect(byTicketType(parts)).toMatchObject([
      { key: adult, sold: 6, refunded: 1, revenue: 9_500n, parts: [parts[2], parts[3]] },
      { key: child, sold: 1, refunded: 0, revenue: 500n },
      { key: null, sold: 3, refunded: 3, revenue: 0n },
    ]);
  });

  it('are added up by zone in the order of the plan', () => {
    expect(byPriceZone(parts)).toMatchObject([
      { key: stalls, sold: 7, refunded: 3, revenue: 8_000n },
      { key: circle, sold: 3, refunded: 1, revenue: 2_000n },
    ]);
  });

  it('are one part for each pair', () => {
    const adults = [part(adult, circle, 2, 1, 1_500n), part(adult, stalls, 4, 0, 8_000n)];
    const children = part(child, circle, 1, 0, 500n);
    expect(mergeParts([...adults, children, part(adult, circle, 1, 0, 10n)])).toEqual([
      part(adult, circle, 3, 1, 1_510n),
      adults[1],
      children,
    ]);
  });
});
