import type { PriceZoneId, SeatId } from '@parterre/contracts/kernel/ids.ts';
import type { Point } from './seating-plan.ts';

/** A seat as the choice sees it. */
export interface LaidOutSeat extends Point {
  readonly id: SeatId;
  readonly rowId: string;
  readonly priceZoneId: PriceZoneId;
  /** Kept for those who need them: an accessible place, or the one beside it. */
  readonly isReserved: boolean;
}

/**
 * Which seats of a plan are neighbours: each block is a part of one row without an aisle in it, from one end to the
 * other. Follows from the plan alone, so it is worked out once.
 */
export interface SeatLayout {
  /** In plan order: the seat at position n has index n. */
  readonly seats: readonly LaidOutSeat[];
  readonly blocks: readonly Block[];
  /** Block of each seat, by its index. */
  readonly blockOf: readonly number[];
  readonly stage: Point;
}
/** Indexes of seats that are neighbours of one another, in their order. */
export type Block = readonly number[];

/** Neighbours that are so many times as far apart as others of their row have an aisle between them. */
const AISLE = 1.8;

/** @param stage null where the plan names none: then it is in front of the first row, in the middle */
export function layOutSeats(seats: readonly LaidOutSeat[], stage: Point | null): SeatLayout {
  const rows = Map.groupBy(seats.keys(), (index) => seats[index]?.rowId);
  const blocks = [...rows.values()].flatMap((row) => splitAtAisles(row, seats));
  const blockOf = new Array<number>(seats.length).fill(0);
  for (const [number, block] of blocks.entries()) for (const index of block) blockOf[index] = number;
  return { seats, blocks, blockOf, stage: stage ?? inFrontOf(seats) };
}

function splitAtAisles(row: readonly number[], seats: readonly LaidOutSeat[]): Block[] {
  const gaps = row
    .slice(1)
    .map((index, before) => distance(seatAt(seats, row[before]), seatAt(seats, index)));
  const usual = median(gaps);
  const blocks: number[][] = [];
  for (const [place, index] of row.entries()) {
    const gap = place === 0 ? Number.POSITIVE_INFINITY : (gaps[place - 1] ?? 0);
    if (place === 0 || gap > usual * AISLE) blocks.push([]);
    blocks.at(-1)?.push(index);
  }
  return blocks;
}

function inFrontOf(seats: readonly LaidOutSeat[]): Point {
  if (seats.length === 0) return { x: 0, y: 0 };
  let [left, right, front] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { x, y } of seats) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    front = Math.min(front, y);
  }
  return { x: (left + right) / 2, y: front };
}

/** A choice of neighbouring seats, and how good it is. */
interface Choice {
  readonly indexes: readonly number[];
  readonly stranded: number;
  readonly distance: number;
}

/**
 * The best so many neighbouring free seats of a price zone, by their indexes: those that leave no single seat stranded
 * before those that do, then those nearest the stage. Null only where no so many neighbours are free.
 */
export function chooseBest(
  layout: SeatLayout,
  isFree: (index: number) => boolean,
  wanted: { readonly priceZoneId: PriceZoneId; readonly quantity: number },
): readonly number[] | null {
  const { seats, stage } = layout;
  let best: Choice | null = null;
  for (const block of layout.blocks) {
    // Who is left beside a free seat of another zone is not alone, and one of another zone may be.
    for (const beside of runsIn(block, (index) => isFree(index) && !seatAt(seats, index).isReserved)) {
      for (const run of runsIn(beside, (index) => isGeneral(seatAt(seats, index), wanted.priceZoneId))) {
        const before = beside.indexOf(run[0] ?? 0);
        for (let start = 0; start + wanted.quantity <= run.length; start += 1) {
          const indexes = run.slice(start, start + wanted.quantity);
          const left = [before + start, beside.length - before - start - wanted.quantity];
          const stranded = left.filter((places) => places === 1).length;
          if (best && stranded > best.stranded) continue;
          const choice = { indexes, stranded, distance: distance(middleOf(indexes, seats), stage) };
          if (!best || isBetter(choice, best)) best = choice;
        }
      }
    }
  }
  return best?.indexes ?? null;
}

/** How many neighbours of a price zone are free together at most. */
export function mostTogether(
  layout: SeatLayout,
  isFree: (index: number) => boolean,
  priceZoneId: PriceZoneId,
): number {
  const { seats, blocks } = layout;
  const isWanted = (index: number) => isFree(index) && isGeneral(seatAt(seats, index), priceZoneId);
  // Not spread as arguments: there may be as many runs as seats.
  let most = 0;
  for (const block of blocks) for (const run of runsIn(block, isWanted)) most = Math.max(most, run.length);
  return most;
}

/**
 * The free seats that stand alone once `taken` are taken, and did not before, where as many could have been taken of the
 * same seats in a row without leaving one alone.
 */
export function strandedBy(
  layout: SeatLayout,
  wasFree: (index: number) => boolean,
  taken: readonly number[],
): readonly number[] {
  const gone = new Set(taken);
  const blocks = new Set(taken.map((index) => layout.blockOf[index] ?? 0));
  return [...blocks].flatMap((number) =>
    runsIn(layout.blocks[number] ?? [], wasFree).flatMap((run) => {
      const left = runsIn(run, (index) => !gone.has(index));
      const alone = left.flatMap((rest) => (rest.length === 1 ? rest : []));
      const isUntouched = left.length === 1 && left[0]?.length === run.length;
      const stays = left.reduce((sum, rest) => sum + rest.length, 0);
      return isUntouched || stays === 1 ? [] : alone;
    }),
  );
}

function isBetter(one: Choice, other: Choice): boolean {
  return one.stranded < other.stranded || one.distance < other.distance;
}

function isGeneral(seat: LaidOutSeat, priceZoneId: PriceZoneId): boolean {
  return !seat.isReserved && seat.priceZoneId === priceZoneId;
}

/** The longest rows of neighbours of a block of which all are wanted. */
function runsIn(block: Block, isWanted: (index: number) => boolean): number[][] {
  const runs: number[][] = [];
  let isOpen = false;
  for (const index of block) {
    const belongs = isWanted(index);
    if (belongs && !isOpen) runs.push([]);
    if (belongs) runs.at(-1)?.push(index);
    isOpen = belongs;
  }
  return runs;
}

function middleOf(indexes: readonly number[], seats: readonly LaidOutSeat[]): Point {
  const sum = indexes.reduce(
    ({ x, y }, index) => {
      const seat = seatAt(seats, index);
      return { x: x + seat.x, y: y + seat.y };
    },
    { x: 0, y: 0 },
  );
  return { x: sum.x / indexes.length, y: sum.y / indexes.length };
}

function seatAt(seats: readonly LaidOutSeat[], index = -1): LaidOutSeat {
  const seat = seats[index];
  if (!seat) throw new Error(`expected a seat of the plan, got index ${index}`);
  return seat;
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
