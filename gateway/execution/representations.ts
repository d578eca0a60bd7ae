import type { QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import type { Fault, Faults } from './faults.ts';
import { type Data, generate, isObject, literalKey, reading, readProperty } from './generated-code.ts';
import { isOfType } from './rewrites.ts';

/** How an entity is named to a subgraph: its type, its key and what the asked fields require. */
export interface Representations {
  /** The representation of an entity; undefined when its type is not asked for or a part of it is missing. */
  of(entity: Data): Data | undefined;
  /** A text that is equal for equal representations and for no others. */
  textOf(representation: Data): string;
  /** Why a part of the representation is missing or null, when something went wrong. */
  faultOf(entity: Data, faults: Faults): Fault | undefined;
}

/** @param schema the full schema: what is required may be hidden from the public */
export function compileRepresentations(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
): Representations {
  const builders = new Map<string, Builder>();
  const builderOf = (entity: Data): Builder | undefined => {
    const type = entity.__typename;
    if (typeof type !== 'string') return undefined;
    let builder = builders.get(type);
    if (!builder) {
      // Names come from a subgraph; only those that the schema knows are kept.
      if (!schema.getType(type)) return undefined;
      builder = compileBuilder(schema, requires, type);
      builders.set(type, builder);
    }
    return builder;
  };
  return {
    of: (entity) => builderOf(entity)?.build(entity),
    textOf(representation) {
      return builderOf(representation)?.textOf(representation) ?? JSON.stringify(representation);
    },
    faultOf(entity, faults) {
      return typeof entity.__typename === 'string'
        ? faultIn(entity, requires, faults, schema)
        : faults.reasonOf(entity, '__typename');
    },
  };
}

interface Builder {
  build(entity: Data): Data | undefined;
  textOf(representation: Data): string;
}

function compileBuilder(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  type: string,
): Builder {
  const fields = fieldsFor(schema, requires, type);
  if (!fields.has('__typename')) return { build: () => undefined, textOf: JSON.stringify };
  const parameters: Record<string, unknown> = { lengthPrefixed };
  const reads: string[] = [];
  const entries: string[] = [];
  const texts: string[] = [];
  for (const [index, [name, below]] of [...fields].entries()) {
    if (below) parameters[`nested${index}`] = (value: unknown) => nestedOf(schema, value, below);
    const read = reading('entity', name);
    reads.push(`const v${index} = ${below ? `nested${index}(${read})` : read};`);
    entries.push(`${literalKey(name)}: v${index}`);
    texts.push(`lengthPrefixed(${reading('representation', name)})`);
  }
  const missing = reads.map((_, index) => `v${index} === undefined`).join(' || ');
  const isFlat = [...fields.values()].every((below) => below === undefined);
  return {
    build: generate(
      `function build(entity) { ${reads.join('\n')}
        if (${missing}) return undefined;
        return { ${entries.join(', ')} }; }`,
      parameters,
    ),
    textOf: isFlat
      ? generate(`function textOf(representation) { return ${texts.join(' + ')}; }`, parameters)
      : JSON.stringify,
  };
}

/** What stands before the colon says where the value ends, so that no two lists of values share a text. */
function lengthPrefixed(value: unknown): string {
  if (typeof value === 'string') return `${value.length}:${value}`;
  const text = JSON.stringify(value);
  return `j${text.length}:${text}`;
}

type Fields = Map<string, readonly QueryPlanSelectionNode[] | undefined>;

/** The fields that are required of this type, by response name. */
function fieldsFor(
  schema: GraphQLSchema,
  selections: readonly QueryPlanSelectionNode[],
  type: string | undefined,
  into: Fields = new Map(),
): Fields {
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = responseNameOf(selection);
      const known = into.get(name);
      into.set(name, known ? [...known, ...(selection.selections ?? [])] : selection.selections);
    } else if (applies(schema, type, selection.typeCondition)) {
      fieldsFor(schema, selection.selections, type, into);
    }
  }
  return into;
}

function applies(schema: GraphQLSchema, type: string | undefined, condition: string | undefined): boolean {
  if (condition === undefined) return true;
  return type !== undefined && isOfType(schema, type, condition);
}

function responseNameOf({ alias, name }: QueryPlanFieldNode): string {
  return alias ?? name;
}

/** The required part of a value below the entity. A part that is missing makes the object around it null. */
function nestedOf(
  schema: GraphQLSchema,
  value: unknown,
  selections: readonly QueryPlanSelectionNode[],
): unknown {
  if (Array.isArray(value)) return value.map((item) => nestedOf(schema, item, selections) ?? null);
  if (!isObject(value)) return value;
  const part: Data = {};
  const type = typeof value.__typename === 'string' ? value.__typename : undefined;
  for (const [name, below] of fieldsFor(schema, selections, type)) {
    const property = readProperty(value, name);
    if (property === undefined) return null;
    part[name] = below ? nestedOf(schema, property, below) : property;
  }
  return part;
}

function faultIn(
  value: unknown,
  selections: readonly QueryPlanSelectionNode[],
  faults: Faults,
  schema: GraphQLSchema,
): Fault | undefined {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const fault = isObject(item)
        ? faultIn(item, selections, faults, schema)
        : faults.reasonOf(value, index);
      if (fault) return fault;
    }
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const type = typeof value.__typename === 'string' ? value.__typename : undefined;
  for (const [name, below] of fieldsFor(schema, selections, type)) {
    const property = readProperty(value, name);
    const fault =
      property === undefined || property === null
        ? faults.reasonOf(value, name)
        : below && faultIn(property, below, faults, schema);
    if (fault) return fault;
  }
  return undefined;
}
