import {
  argumentsOf,
  isListField,
  listSizeFaults,
  listSizeOf,
  listTotalsOf,
} from '@parterre/platform/graphql/list-sizes.ts';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import { introspectionCosts } from './introspection-costs.ts';
import type { GrowingPlace, TreePlace } from './tree-place.ts';

/** What one field costs, and how much it answers. */
export interface FieldCost {
  /** Of each object or value that it answers. */
  readonly weight: number;
  /** What is added when one of these arguments is given. */
  readonly argumentWeights: ReadonlyMap<string, number>;
  readonly isList: boolean;
  readonly assumedSize: number;
  readonly slicingArguments: readonly { readonly name: string; readonly defaultValue: unknown }[];
  /** The lists below, in the object that it answers, which have the size of this field. */
  readonly sizedFields: ReadonlySet<string>;
  /** The object types that may come; empty for scalars and enums. */
  readonly types: readonly GraphQLObjectType[];
}

export interface SchemaCosts {
  /** @throws Error for a field that is not there: validation comes before. */
  field(type: GraphQLObjectType, name: string): FieldCost;
  /** The object types that a fragment on this type applies to. */
  possibleTypes(typeName: string): ReadonlySet<GraphQLObjectType>;
  rootPlace(type: GraphQLObjectType): TreePlace;
}

/**
 * Reads what fields cost, once for a schema. The API schema has lost the directives, so they are read off the
 * full one: `@cost` and `@listSize` of federation 2.9, and `@listTotal`. What has no `@cost` weighs as the
 * specification says: an object 1, a scalar or enum 0. A list without a size has `sizeOfUnsized` items, which
 * may be below the truth.
 *
 * @throws Error when the size of a list is not said and `sizeOfUnsized` is not given
 */
export function readSchemaCosts(
  apiSchema: GraphQLSchema,
  fullSchema: GraphQLSchema,
  sizeOfUnsized?: number,
): SchemaCosts {
  const faults = sizeOfUnsized === undefined ? listSizeFaults(fullSchema, apiSchema) : [];
  if (faults.length > 0) {
    throw new Error(`expected the supergraph to say the size of every list: ${faults.join('; ')}`);
  }
  const { sizes, places } = introspectionCosts(apiSchema);
  const fields = new Map<string, Map<string, FieldCost>>();
  for (const type of Object.values(apiSchema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const full = fullSchema.getType(type.name);
    const directed = isObjectType(full) ? full.getFields() : {};
    const isIntrospection = type.name.startsWith('__');
    const costs = Object.values(type.getFields()).map((field): [string, FieldCost] => [
      field.name,
      isIntrospection
        ? ofIntrospection(field, sizes.get(`${type.name}.${field.name}`) ?? 0, apiSchema)
        : ofField(field, directed[field.name] ?? field, { apiSchema, fullSchema, sizeOfUnsized }),
    ]);
    fields.set(type.name, new Map(costs));
  }
  const query = apiSchema.getQueryType();
  for (const field of query ? [SchemaMetaFieldDef, TypeMetaFieldDef] : []) {
    fields.get(query?.name ?? '')?.set(field.name, ofIntrospection(field, 0, apiSchema));
  }
  for (const type of Object.values(fullSchema.getTypeMap())) {
    if (isObjectType(type) && !type.name.startsWith('__')) places.set(type.name, placeOf(type));
  }
  const possible = new Map<string, ReadonlySet<GraphQLObjectType>>();
  for (const type of Object.values(apiSchema.getTypeMap())) {
    possible.set(type.name, new Set(objectTypesOf(type, apiSchema)));
  }

  const single: TreePlace = { count: 1, below: new Map() };
  return {
    field(type, name) {
      const cost = fields.get(type.name)?.get(name);
      if (cost) return cost;
      throw new Error(`expected a field of ${type.name}, got ${name}`);
    },
    possibleTypes: (typeName) => possible.get(typeName) ?? new Set(),
    rootPlace: (type) => places.get(type.name) ?? single,
  };
}

type Field = GraphQLField<unknown, unknown>;
const noNames: ReadonlySet<string> = new Set();
const noWeights: ReadonlyMap<string, number> = new Map();

interface Schemas {
  readonly apiSchema: GraphQLSchema;
  readonly fullSchema: GraphQLSchema;
  readonly sizeOfUnsized: number | undefined;
}

function ofField(api: Field, full: Field, { apiSchema, fullSchema, sizeOfUnsized }: Schemas): FieldCost {
  const returned = getNamedType(api.type);
  const size = listSizeOf(full);
  const argumentWeights = full.args.flatMap((argument): [string, number][] => {
    const weight = weightOf(argument);
    return weight === undefined ? [] : [[argument.name, weight]];
  });
  return {
    weight: weightOf(full) ?? weightOfType(returned, fullSchema, apiSchema),
    argumentWeights: argumentWeights.length > 0 ? new Map(argumentWeights) : noWeights,
    isList: isListField(api),
    assumedSize: size?.assumedSize ?? sizeOfUnsized ?? 0,
    slicingArguments: (size?.slicingArguments ?? []).map((name) => ({
      name,
      defaultValue: full.args.find((argument) => argument.name === name)?.defaultValue,
    })),
    sizedFields: size && size.sizedFields.length > 0 ? new Set(size.sizedFields) : noNames,
    types: objectTypesOf(returned, apiSchema),
  };
}

/** Of an object by default 1, of a scalar or enum 0; of an abstract type that of the dearest object it may be. */
function weightOfType(type: GraphQLNamedType, fullSchema: GraphQLSchema, apiSchema: GraphQLSchema): number {
  const types = isAbstractType(type) ? apiSchema.getPossibleTypes(type) : [type];
  const standard = isCompositeType(type) ? 1 : 0;
  return Math.max(0, ...types.map(({ name }) => weightOf(fullSchema.getType(name)) ?? standard));
}

/** Introspection is answered from memory: it weighs nothing, but it can be large. */
function ofIntrospection(field: Field, assumedSize: number, apiSchema: GraphQLSchema): FieldCost {
  return {
    weight: 0,
    argumentWeights: noWeights,
    isList: isListField(field),
    assumedSize,
    slicingArguments: [],
    sizedFields: noNames,
    types: objectTypesOf(getNamedType(field.type), apiSchema),
  };
}

function objectTypesOf(type: GraphQLNamedType, schema: GraphQLSchema): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

function weightOf(node: Parameters<typeof argumentsOf>[0] | undefined): number | undefined {
  const weight = node && argumentsOf(node, 'cost')[0]?.weight;
  return weight === undefined ? undefined : Number(weight);
}

/** All totals of a type as one tree; where two paths share a beginning, the smaller total counts. */
function placeOf(type: GraphQLObjectType): TreePlace {
  const root: GrowingPlace = { count: 1, below: new Map() };
  for (const { path, atMost } of listTotalsOf(type)) {
    let place = root;
    path.forEach((name, index) => {
      const known = place.below.get(name);
      const count = Math.min(atMost[index] ?? Infinity, known?.count ?? Infinity);
      const next: GrowingPlace = { count, below: known?.below ?? new Map() };
      place.below.set(name, next);
      place = next;
    });
  }
  return root;
}
