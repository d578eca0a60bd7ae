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
import { requireSubgraph, requireUser } from './require-caller.ts';

interface Asked {
  readonly caller: Caller;
}
type Field = GraphQLField<unknown, Asked>;
type Check = (asked: Asked) => void;

/** What `@allow(role: …)` may name, and what each of them asks of a caller: it throws for who may not ask. */
export type AccessRules = Readonly<Record<string, Check>>;

/** What holds wherever there are callers. Roles of users come with the services. */
const commonRules: AccessRules = {
  ANYONE: () => {},
  USER: (asked) => void requireUser(asked),
  SUBGRAPH: (asked) => void requireSubgraph(asked),
};

/** Fields that federation itself adds to Query; they show nothing that a field of the subgraph does not guard. */
const federationFields = new Set(['_entities', '_service']);

/**
 * Wraps the resolver of every field that carries `@allow`, so that no resolver runs for somebody who may
 * not ask. Every field of Query, Mutation and Subscription has to carry it: forgetting is no way in.
 *
 * @param roles what `@allow` may name beside ANYONE, USER (signed in) and SUBGRAPH (another subgraph)
 * @throws Error naming the field whose `@allow` is missing or says something unknown.
 */
export function enforceAccess(schema: GraphQLSchema, roles: AccessRules = {}): void {
  const rules = new Map(Object.entries({ ...commonRules, ...roles }));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) guard(rules, type, field, roots.includes(type));
  }
}

function guard(
  rules: ReadonlyMap<string, Check>,
  type: GraphQLObjectType,
  field: Field,
  isRoot: boolean,
): void {
  const check = ruleOf(rules, type, field);
  if (check === undefined) {
    if (!isRoot || federationFields.has(field.name)) return;
    throw new Error(`expected ${type.name}.${field.name} to say who may ask for it: @allow(role: …)`);
  }
  if (check === commonRules.ANYONE) return;
  // A subscription is decided when it starts; its events then go to the same caller.
  if (field.subscribe) field.subscribe = guarded(check, field.subscribe);
  else field.resolve = guarded(check, field.resolve ?? defaultFieldResolver);
}

function guarded(
  check: Check,
  resolve: GraphQLFieldResolver<unknown, Asked>,
): GraphQLFieldResolver<unknown, Asked> {
  return (source, args, context, info) => {
    check(context);
    return resolve(source, args, context, info);
  };
}

function ruleOf(rules: ReadonlyMap<string, Check>, type: GraphQLObjectType, field: Field): Check | undefined {
  const directive = field.astNode?.directives?.find(({ name }) => name.value === 'allow');
  if (!directive) return undefined;
  const role = directive.arguments?.find(({ name }) => name.value === 'role')?.value;
  const rule = role?.kind === Kind.STRING ? rules.get(role.value) : undefined;
  if (rule) return rule;
  throw new Error(
    `expected @allow on ${type.name}.${field.name} to name one of ${[...rules.keys()].join(', ')} as its role`,
  );
}
