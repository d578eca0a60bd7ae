import { describe, expect, it } from '@jest/globals';
import type { ResolverMap } from '@parterre/platform/service/service.ts';
import { resolverPartners } from './resolver-partners.ts';
import { subgraphSchema } from './subgraph-schemas.ts';

const schema = subgraphSchema(
  { name: 'cloakroom', routingUrl: 'http://localhost/', schemaFile: './subgraphs/cloakroom/schema.graphql' },
  `
  scalar DateTime
  type Query { coat(id: ID!): Coat }
  type Subscription { coatChanged(id: ID!): Coat }
  type Coat @key(fields: "id") { id: ID! hook: Int! hungAt: DateTime! photos(first: Int): [String!]! owner: User }
  type User @key(fields: "id", resolvable: false) { id: ID! }
  `,
);

const sound: ResolverMap = {
  DateTime: {},
  Query: { coat: () => null },
  Subscription: { coatChanged: { subscribe: () => null } },
  Coat: { __resolveReference: () => null, photos: () => [] },
};

describe('resolver partners', () => {
  it('accepts resolvers that match their schema', () => {
    expect(breaches(sound)).toEqual([]);
  });

  it.each<[string, ResolverMap, string]>([
    [
      'a resolver for a type that is not there',
      { ...sound, Umbrella: {} },
      'cloakroom: resolvers for Umbrella, but ./subgraphs/cloakroom/schema.graphql has no such type; remove them',
    ],
    [
      'a resolver for a field that is not there',
      { ...sound, Query: { ...sound.Query, umbrella: () => null } },
      'cloakroom: a resolver for Query.umbrella, but ./subgraphs/cloakroom/schema.graphql has no such field; remove it',
    ],
    [
      'a root field without resolver',
      { ...sound, Query: {} },
      'cloakroom: Query.coat has no resolver; write one, or remove the field',
    ],
    [
      'a subscription that cannot be subscribed to',
      { ...sound, Subscription: { coatChanged: () => null } },
      'cloakroom: Subscription.coatChanged has no resolver; write one, or remove the field',
    ],
    [
      'a field with arguments that nobody reads',
      { ...sound, Coat: { __resolveReference: () => null } },
      'cloakroom: Coat.photos has no resolver; write one, or remove the field',
    ],
    [
      'an entity that no other subgraph can refer to',
      { ...sound, Coat: { photos: () => [] } },
      'cloakroom: Coat has a @key but no __resolveReference; write one',
    ],
    [
      'a custom scalar that nobody parses',
      { ...sound, DateTime: undefined as unknown as object },
      'cloakroom: scalar DateTime has no resolver; add it',
    ],
  ])('refuses %s', (_what, resolvers, message) => {
    expect(breaches(resolvers)).toContain(message);
  });

  it('passes on why a subgraph cannot be put together', () => {
    const fault = 'cloakroom: subgraphs/cloakroom/service.ts does not compose at rest: no hooks';
    const subgraph = { schema, resolvers: {}, consumers: [], fault };
    expect(resolverPartners.breaches({ subgraphs: [subgraph] })).toEqual([fault]);
  });
});

function breaches(resolvers: ResolverMap) {
  const subgraph = { schema, resolvers: withoutUndefined(resolvers), consumers: [], fault: null };
  return resolverPartners.breaches({ subgraphs: [subgraph] });
}

function withoutUndefined(resolvers: ResolverMap): ResolverMap {
  return Object.fromEntries(Object.entries(resolvers).filter(([, value]) => value !== undefined));
}
