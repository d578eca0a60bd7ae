import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  Kind,
} from 'graphql';
import type { Caller } from '../kernel/caller.ts';
import { exhaustive } from '../kernel/exhaustive.ts';
import { requireAdmin, requireOrganizer, requireSubgraph, requireUser } from './require-caller.ts';

const requirements = ['ANYONE', 'USER', 'ORGANIZER', 'ADMIN', 'SUBGRAPH'] as const;
type Requirement = (typeof requirements)[number];

interface Asked {
  readonly caller: Caller;
}
type Field = GraphQLField<unknown, Asked>;

/** Fields that federation itself adds to Query; they show nothing that a field of the subgraph does not guard. */
const federationFields = new Set(['_entities', '_service']);

/**
 * Wraps the resolver of every field that carries `@allow`, so that no resolver runs for somebody who may
 * not ask. Every field of Query, Mutation and Subscription has to carry it: forgetting is no way in.
 *
 * @throws Error naming the field whose `@allow` is missing or says something unknown.
 */
export function enforceAccess(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) guard(type, field, roots.includes(type));
  }
}

function guard(type: GraphQLObjectType, field: Field, isRoot: boolean): void {
  const requirement = requirementOf(type, field);
  if (requirement === undefined) {
    if (!isRoot || federationFields.has(field.name)) return;
    throw new Error(`expected ${type.name}.${field.name} to say who may ask for it: @allow(role: …)`);
  }
  if (requirement === 'ANYONE') return;
  // A subscription is decided when it starts; its events then go to the same caller.
  if (field.subscribe) field.subscribe = guarded(requirement, field.subscribe);
  else field.resolve = guarded(requirement, field.resolve ?? defaultFieldResolver);
}

function guarded(
  requirement: Requirement,
  resolve: GraphQLFieldResolver<unknown, Asked>,
): GraphQLFieldResolver<unknown, Asked> {
  return (source, args, context, info) => {
    check(requirement, context);
    return resolve(source, args, context, info);
  };
}

function check(requirement: Requirement, context: Asked): void {
  switch (requirement) {
    case 'ANYONE':
      return;
    case 'USER':
      requireUser(context);
      return;
    case 'ORGANIZER':
      requireOrganizer(context);
      return;
    case 'ADMIN':
      requireAdmin(context);
      return;
    case 'SUBGRAPH':
      requireSubgraph(context);
      return;
    default:
      exhaustive(requirement);
  }
}

function requirementOf(type: GraphQLObjectType, field: Field): Requirement | undefined {
  const directive = field.astNode?.directives?.find(({ name }) => name.value === 'allow');
  if (!directive) return undefined;
  const role = directive.arguments?.find(({ name }) => name.value === 'role')?.value;
  const requirement = requirements.find((known) => role?.kind === Kind.STRING && known === role.value);
  if (requirement) return requirement;
  throw new Error(
    `expected @allow on ${type.name}.${field.name} to name one of ${requirements.join(', ')} as its role`,
  );
}
