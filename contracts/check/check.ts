import type { ContractState } from './checked.ts';

/** One thing that Parterre promises, and how to see that it still keeps it. */
export interface Check {
  /** The promise, as it is printed: "the subgraphs compose". */
  readonly promise: string;
  /** True when it can only be looked at once the subgraphs compose. */
  readonly needsSupergraph?: boolean;
  /** True when it is only worth a look once every other promise holds. */
  readonly comesLast?: boolean;
  /** One message per breach: who, which coordinate, what to do. Empty when the promise holds. */
  breaches(state: ContractState): readonly string[] | Promise<readonly string[]>;
}
