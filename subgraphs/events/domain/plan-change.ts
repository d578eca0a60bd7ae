import type { PriceZoneId, TicketTypeId } from '@parterre/contracts/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Prices, ZonePrices } from './prices.ts';
import { reshapeShards, type ShardMove } from './standing-shards.ts';

/** Places named in a refusal; the others are counted. */
export const MOST_NAMED = 20;

/** Seats or places that a change of the plan would take away from who has them. */
export interface Loss {
  readonly count: number;
  /** Of the first of them. */
  readonly names: readonly string[];
}

interface KeyedZone {
  readonly id: PriceZoneId;
  readonly key: string;
}

/** A zone of the new plan costs what is given for it, else what the zone of its key costs so far; type by type. */
export function carryPrices(
  before: readonly KeyedZone[],
  after: readonly KeyedZone[],
  prices: Prices,
  given: Prices,
): Prices {
  const ids = new Map(before.map(({ key, id }) => [key, id]));
  const carried = (typeId: TicketTypeId): ZonePrices =>
    new Map(
      after.flatMap(({ id, key }) => {
        const former = ids.get(key);
        const price = given.get(typeId)?.get(id) ?? (former && prices.get(typeId)?.get(former));
        return price ? [[id, price]] : [];
      }),
    );
  const typeIds = new Set([...prices.keys(), ...given.keys()]);
  return new Map([...typeIds].map((typeId) => [typeId, carried(typeId)]));
}

/** A standing section of the event, and how many of its places are held or sold, shard by shard. */
export interface StandingBefore {
  readonly sectionId: string;
  readonly label: string;
  readonly shards: readonly { readonly shard: number; readonly taken: number; readonly version: number }[];
}
export interface StandingAfter {
  readonly sectionId: string;
  readonly label: string;
  readonly capacity: number;
}
/** A shard of the new plan; `before` is the one whose places it takes over. */
export interface MovedShard extends ShardMove {
  readonly sectionId: string;
  readonly formerSectionId: string | null;
}

/**
 * Moves the places of standing sections into those of the new plan, by their labels; or tells in which of them there are
 * fewer places than are held or sold.
 */
export function moveStanding(
  before: readonly StandingBefore[],
  after: readonly StandingAfter[],
): { readonly shards: readonly MovedShard[]; readonly loss: Loss } {
  const former = new Map(before.map((section) => [section.label, section]));
  const left = new Map(after.map((section) => [section.label, section.capacity]));
  const short = before
    .map(({ label, shards }) => ({ label, taken: takenIn(shards), capacity: left.get(label) ?? 0 }))
    .filter(({ taken, capacity }) => taken > capacity);
  const loss = {
    count: short.reduce((sum, { taken, capacity }) => sum + taken - capacity, 0),
    names: short
      .map(({ label, taken, capacity }) => `${label}, ${taken} taken of ${capacity}`)
      .slice(0, MOST_NAMED),
  };
  if (loss.count > 0) return { shards: [], loss };
  const shards = after.flatMap(({ sectionId, label, capacity }) => {
    const section = former.get(label);
    const formerSectionId = section?.sectionId ?? null;
    return reshapeShards(section?.shards ?? [], capacity).map((shard) => ({
      ...shard,
      sectionId,
      formerSectionId,
    }));
  });
  return { shards, loss };
}

function takenIn(shards: StandingBefore['shards']): number {
  return shards.reduce((sum, { taken }) => sum + taken, 0);
}

/** Refuses a plan in which somebody would no longer find his place; names the input that the plan follows from. */
export function refuseLosses(
  seats: Loss,
  standing: Loss,
  chosenBy = 'seatingPlanId',
): Rejection<'PLACES_WOULD_BE_LOST'> | undefined {
  if (seats.count + standing.count === 0) return undefined;
  const parts = [
    describeLoss(seats, seats.count === 1 ? 'seat' : 'seats'),
    describeLoss(standing, standing.count === 1 ? 'standing place' : 'standing places'),
  ].filter((part) => part !== null);
  return reject(
    'PLACES_WOULD_BE_LOST',
    `expected a plan with every place that is held or sold, but it would lose ${parts.join(' and ')}`,
    [chosenBy],
  );
}

function describeLoss({ count, names }: Loss, what: string): string | null {
  if (count === 0) return null;
  return `${count} ${what} (${names.join('; ')}${count > names.length && names.length === MOST_NAMED ? '; …' : ''})`;
}
