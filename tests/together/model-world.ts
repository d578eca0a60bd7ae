import type { CodeName } from './loyalty-model.ts';

// The small world in which the model and the server do the same, and what can be done in it. Money is minor units.

export const HOUR_MS = 3_600_000;
export const BUYERS = 5;
export const ROWS = 3;
export const SEATS_A_ROW = 10;
export const MOST_HELD = 5;
export const FIRST_MONEY = 10_000;
export const TOP_UP = 5_000;

/** The events that are on sale at one time: what a place costs, and what goes back how many hours before the start. */
export const shows = [
  {
    price: 1_999,
    refundTiers: [
      { hoursBefore: 48, percent: 100 },
      { hoursBefore: 24, percent: 65 },
      { hoursBefore: 2, percent: 0 },
    ],
  },
  { price: 3_333, refundTiers: [{ hoursBefore: 0, percent: 33 }] },
  { price: 1_250, refundTiers: null },
] as const;

export type Command =
  | {
      readonly kind: 'buy';
      readonly buyer: number;
      readonly show: number;
      /** Seats by their numbers in the plan, or so many that the server chooses. */
      readonly seats: readonly number[] | { readonly best: number };
      readonly code: CodeName | null;
      readonly points: number;
      readonly payNow: boolean;
    }
  | { readonly kind: 'pay'; readonly booking: number; readonly isStranger: boolean }
  /** The time of one hold runs out, and nobody has noticed yet. */
  | { readonly kind: 'lapse'; readonly booking: number }
  /** So much time passes that all holds are over, and whoever has to notice does. */
  | { readonly kind: 'passTime' }
  | {
      readonly kind: 'cancelBooking';
      readonly booking: number;
      readonly hoursBefore: number;
      readonly isStranger: boolean;
    }
  | {
      readonly kind: 'refund';
      readonly booking: number;
      readonly tickets: readonly number[];
      readonly hoursBefore: number;
    }
  /** To the first date and so many days more; who booked another date gets everything back until so long before it. */
  | {
      readonly kind: 'reschedule';
      readonly show: number;
      readonly days: number;
      readonly freeUntilHours: number;
    }
  | { readonly kind: 'cancelEvent'; readonly show: number }
  | { readonly kind: 'block' | 'unblock' | 'topUp'; readonly buyer: number };

/** What a command is answered, as far as the model knows it. */
export interface Answer {
  readonly codes: readonly string[];
  readonly booking?: ShownBooking | null;
  readonly refunded?: number | null;
}
export interface ShownBooking {
  readonly status: string;
  readonly reason: string | null;
  readonly total: number;
  readonly tickets: readonly string[];
}
