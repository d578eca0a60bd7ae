import type { House } from './house.ts';

/** One thing that the house promises, and how to see that it still keeps it. */
export interface Check {
  /** The promise, as it is printed: "the rooms compose". */
  readonly promise: string;
  /** True when it can only be looked at once the rooms compose. */
  readonly needsSupergraph?: boolean;
  /** True when it is only worth a look once every other promise holds. */
  readonly comesLast?: boolean;
  /** One message per breach: who, which coordinate, what to do. Empty when the promise holds. */
  breaches(house: House): readonly string[] | Promise<readonly string[]>;
}
