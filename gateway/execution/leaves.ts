import { type GraphQLNamedOutputType, isEnumType, isSpecifiedScalarType } from 'graphql';

/** Whether a subgraph's value may stand for a scalar or an enum of the API. */
export type IsLeaf = (value: unknown) => boolean;

/** What the API promises of built-in scalars and enums. Of other scalars only their subgraph knows. */
export function leafCheck(type: GraphQLNamedOutputType): IsLeaf {
  if (isEnumType(type)) {
    // Values that are hidden from the public are no values of the API's enum.
    const values = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => values.has(value);
  }
  if (!isSpecifiedScalarType(type)) return () => true;
  switch (type.name) {
    case 'String':
      return (value) => typeof value === 'string';
    case 'ID':
      return (value) => typeof value === 'string' || Number.isInteger(value);
    case 'Int':
      return Number.isInteger;
    case 'Float':
      return Number.isFinite;
    default:
      return (value) => typeof value === 'boolean';
  }
}

/** Bytes of a leaf as JSON. Not exact where characters are escaped or take several bytes: a lower bound. */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value === 'number' || typeof value === 'bigint') return 4;
  if (typeof value === 'boolean') return 5;
  return JSON.stringify(value)?.length ?? 4;
}
