import { type Change, ChangeType, CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, type GraphQLSchema } from 'graphql';
import type { Check } from './check.ts';
import { publishedOwners } from './published-owners.ts';

/** Not breaking by the letter, but a client that leaves the value out gets another answer than before. */
const silentlyBreaking: readonly string[] = [
  ChangeType.FieldArgumentDefaultChanged,
  ChangeType.InputFieldDefaultValueChanged,
];

export const publishedApi: Check = {
  promise: 'no change breaks the published API',
  needsSupergraph: true,
  async breaches({ composition, published }) {
    if (!composition.composed || published.api === null) return [];
    const breaking = await breakingChanges(buildSchema(published.api), composition.api);
    const owners = publishedOwners(published.supergraph ?? published.api);
    return breaking.map(
      ({ path = '', message }) =>
        `${owners(path)}: ${path}: ${message}; put it back, or add the new beside it and deprecate the old`,
    );
  },
};

/** The changes that may break a client written for the old API. */
export async function breakingChanges(before: GraphQLSchema, after: GraphQLSchema): Promise<Change[]> {
  const changes = await diff(before, after);
  return changes.filter(
    ({ type, criticality }) =>
      criticality.level === CriticalityLevel.Breaking || silentlyBreaking.includes(type),
  );
}
