import type { OperationDefinitionNode } from 'graphql';

/**
 * The names of operations that metrics and spans may call by them: those of the installation's own clients. Any client
 * may send any name, and each would be a series that is kept for good, so all others are one.
 */
export interface KnownOperations {
  /** The operation's name if it is known, else "other". */
  nameOf(operation: OperationDefinitionNode): string;
}

export const OTHER = 'other';
/** A series a name, and a dozen buckets each. */
const MOST_NAMES = 500;

/** @throws RangeError for more than 500 names */
export function createKnownOperations(names: Iterable<string> = []): KnownOperations {
  const known = new Set(names);
  if (known.size > MOST_NAMES) {
    throw new RangeError(`expected at most ${MOST_NAMES} names of operations, got ${known.size}`);
  }
  return {
    nameOf({ name }) {
      return name && known.has(name.value) ? name.value : OTHER;
    },
  };
}
