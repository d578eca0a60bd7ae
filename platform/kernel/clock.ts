/** Where "now" comes from. Domain functions take `now` as an argument; only edges ask a clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
