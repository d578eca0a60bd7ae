import {
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import type { Check } from './check.ts';
import type { ContractState } from './checked.ts';
import type { ComposedSubgraph } from './composed-subgraphs.ts';
import { rootTypes } from './coordinates.ts';
import { plainSchema } from './plain-schema.ts';

export const resolverPartners = {
  promise: 'every resolver has its schema field, every field that needs one its resolver',
  breaches: ({ subgraphs }: Pick<ContractState, 'subgraphs'>) =>
    subgraphs.flatMap((subgraph) => {
      if (subgraph.fault !== null) return [subgraph.fault];
      const schema = plainSchema([subgraph.schema.document]);
      return [...resolversForNothing(subgraph, schema), ...fieldsWithoutResolver(subgraph, schema)];
    }),
} satisfies Check;

function resolversForNothing(subgraph: ComposedSubgraph, schema: GraphQLSchema): string[] {
  const { name, schemaFile } = subgraph.schema;
  return Object.entries(subgraph.resolvers).flatMap(([typeName, resolvers]) => {
    const type = schema.getType(typeName);
    if (!type) return [`${name}: resolvers for ${typeName}, but ${schemaFile} has no such type; remove them`];
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const fields = type.getFields();
    return Object.keys(resolvers)
      .filter((key) => !key.startsWith('__') && !(key in fields))
      .map(
        (key) => `${name}: a resolver for ${typeName}.${key}, but ${schemaFile} has no such field; remove it`,
      );
  });
}

/**
 * What cannot be read off an object as a property needs code: root fields, fields with arguments,
 * references from other subgraphs, custom scalars.
 */
function fieldsWithoutResolver(subgraph: ComposedSubgraph, schema: GraphQLSchema): string[] {
  const { name } = subgraph.schema;
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__'))
    .flatMap((type) => {
      const own = subgraph.resolvers[type.name] as Record<string, unknown> | undefined;
      if (isScalarType(type)) {
        return isSpecifiedScalarType(type) || own
          ? []
          : [`${name}: scalar ${type.name} has no resolver; add it`];
      }
      if (!isObjectType(type)) return [];
      const unresolved = Object.values(type.getFields())
        .filter((field) => rootTypes.includes(type.name) || field.args.length > 0)
        .filter((field) => !resolves(own?.[field.name], type.name))
        .map(
          (field) => `${name}: ${type.name}.${field.name} has no resolver; write one, or remove the field`,
        );
      return isEntity(type) && !own?.__resolveReference
        ? [...unresolved, `${name}: ${type.name} has a @key but no __resolveReference; write one`]
        : unresolved;
    });
}

function resolves(resolver: unknown, typeName: string): boolean {
  if (typeName !== 'Subscription') return typeof resolver === 'function' || hasFunction(resolver, 'resolve');
  return hasFunction(resolver, 'subscribe');
}

function hasFunction(resolver: unknown, key: string): boolean {
  return (
    typeof resolver === 'object' &&
    resolver !== null &&
    typeof (resolver as Record<string, unknown>)[key] === 'function'
  );
}

/** Whether other subgraphs may hand in a reference to this type here. */
function isEntity(type: GraphQLObjectType): boolean {
  const keys = type.astNode?.directives?.filter((directive) => directive.name.value === 'key') ?? [];
  return keys.some(
    (key) =>
      !key.arguments?.some(
        ({ name, value }) => name.value === 'resolvable' && 'value' in value && value.value === false,
      ),
  );
}
