import type { Plan } from './geometry.ts';
import type { Slices } from './slices.ts';

/** Neighbours that are so many times as far apart as others of their row have an aisle between them. */
const AISLE = 1.8;

/**
 * Which seats are neighbours, by the rule that the server holds to (subgraphs/events/domain/best-available.ts): a
 * block is a part of a row without an aisle in it. The block of seat n is `first[n]` to `last[n]`.
 */
export interface Blocks {
  readonly first: Uint32Array;
  readonly last: Uint32Array;
}

export function* findingBlocks(plan: Plan): Slices<Blocks> {
  const first = new Uint32Array(plan.seatCount);
  const last = new Uint32Array(plan.seatCount);
  const distance = (seat: number) =>
    Math.hypot((plan.x[seat] ?? 0) - (plan.x[seat - 1] ?? 0), (plan.y[seat] ?? 0) - (plan.y[seat - 1] ?? 0));
  for (const { firstSeat, seatCount } of plan.rows) {
    const gaps = new Float64Array(Math.max(seatCount - 1, 0));
    for (let at = 0; at < gaps.length; at += 1) gaps[at] = distance(firstSeat + at + 1);
    const usual = gaps.toSorted()[Math.floor(gaps.length / 2)] ?? 0;
    let start = firstSeat;
    for (let at = 1; at <= seatCount; at += 1) {
      if (at < seatCount && (gaps[at - 1] ?? 0) <= usual * AISLE) continue;
      first.fill(start, start, firstSeat + at);
      last.fill(firstSeat + at - 1, start, firstSeat + at);
      start = firstSeat + at;
    }
    yield;
  }
  return { first, last };
}

export type IsFree = (seat: number) => boolean;

/**
 * The free seats that stand alone once `taken` are taken, and did not before, where as many could have been taken of
 * the same seats in a row without leaving one alone. The server refuses these where an event wants none left.
 */
export function strandedBy(blocks: Blocks, wasFree: IsFree, taken: readonly number[]): readonly number[] {
  const gone = new Set(taken);
  const runs = new Map<number, readonly [number, number]>();
  for (const seat of taken) {
    if (!wasFree(seat)) continue;
    const run = runAround(blocks, wasFree, seat);
    runs.set(run[0], run);
  }
  return [...runs.values()].flatMap(([from, to]) => {
    const alone: number[] = [];
    let stays = 0;
    for (let seat = from; seat <= to; seat += 1) {
      if (gone.has(seat)) continue;
      stays += 1;
      const isStart = seat === from || gone.has(seat - 1);
      if (isStart && (seat === to || gone.has(seat + 1))) alone.push(seat);
    }
    return stays === 1 ? [] : alone;
  });
}

/** The free seats nearest to one in its block, at most `most`, nearest first: what to offer for a seat that was lost. */
export function freeNextTo(blocks: Blocks, isFree: IsFree, seat: number, most: number): readonly number[] {
  const found: number[] = [];
  const [first, last] = [blocks.first[seat] ?? seat, blocks.last[seat] ?? seat];
  for (let step = 1; found.length < most && (seat - step >= first || seat + step <= last); step += 1) {
    for (const at of [seat - step, seat + step]) {
      if (at >= first && at <= last && found.length < most && isFree(at)) found.push(at);
    }
  }
  return found;
}

/** The free seats on both sides of one in its block, from the first to the last, itself among them. */
export function runAround(blocks: Blocks, isFree: IsFree, seat: number): readonly [number, number] {
  let from = seat;
  let to = seat;
  while (from > (blocks.first[seat] ?? seat) && isFree(from - 1)) from -= 1;
  while (to < (blocks.last[seat] ?? seat) && isFree(to + 1)) to += 1;
  return [from, to];
}
