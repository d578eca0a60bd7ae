import type { SeatCode } from './seat-state.ts';

export interface SeatChoice {
  /** Only seats in this state. */
  readonly code: SeatCode | null;
  /** First index that counts. */
  readonly from: number;
  /** First index that no longer counts. */
  readonly to: number;
  readonly limit: number;
}

/** The first `limit` seats of a map that are wanted, in plan order. */
export function pickSeats(
  states: string,
  { code, from, to, limit }: SeatChoice,
): { readonly index: number; readonly code: SeatCode }[] {
  const picked: { index: number; code: SeatCode }[] = [];
  const end = Math.min(to, states.length);
  for (let index = from; index < end && picked.length < limit; index += 1) {
    const state = states.charAt(index) as SeatCode;
    if (code === null || state === code) picked.push({ index, code: state });
  }
  return picked;
}
