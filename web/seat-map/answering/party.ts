import { flags, type Plan } from '../plan/geometry.ts';
import { type Blocks, type IsFree, runAround, strandedBy } from '../plan/neighbours.ts';

/**
 * So many free neighbours with `seat` among them: those that leave no single free seat before those that do, then
 * those with `seat` nearest to their middle. Null where no so many are free together. Places kept for wheelchairs
 * or companions are only given to who points at one.
 */
export function partyAt(
  plan: Plan,
  blocks: Blocks,
  isFree: IsFree,
  { seat, count }: { readonly seat: number; readonly count: number },
): readonly number[] | null {
  const isKept = (at: number) => ((plan.flags[at] ?? 0) & (flags.accessible | flags.companion)) !== 0;
  const isWanted = (at: number) => isFree(at) && (isKept(seat) || !isKept(at));
  if (!isWanted(seat)) return null;
  if (count === 1) return [seat];
  const [from, to] = runAround(blocks, isWanted, seat);
  let best: { start: number; cost: number } | null = null;
  for (let start = Math.max(from, seat - count + 1); start <= seat && start + count - 1 <= to; start += 1) {
    const taken = Array.from({ length: count }, (_, at) => start + at);
    const offCentre = Math.abs(start + (count - 1) / 2 - seat);
    const cost = 1000 * strandedBy(blocks, isFree, taken).length + offCentre;
    if (!best || cost < best.cost) best = { start, cost };
  }
  if (!best) return null;
  const { start } = best;
  return Array.from({ length: count }, (_, at) => start + at);
}
