import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Fragments, rootFieldsOf } from './document-shape.ts';
import type { FieldCost, SchemaCosts } from './schema-costs.ts';
import type { TreePlace } from './tree-place.ts';
import type { Variables } from './variables.ts';

/** What an operation costs at most. */
export interface Price {
  /** Sum of the weights (`@cost`) of all that it answers, and a thousandth for every node. */
  readonly cost: number;
  /** Values in its answer: scalars, objects, lists and the items of lists, each counts one. */
  readonly nodes: number;
  /** Those of the nodes that are below `__schema` and `__type`. */
  readonly introspectionNodes: number;
}

/** A mutation changes something: by the cost specification's custom it weighs ten objects. */
const MUTATION_WEIGHT = 10;
/** Of every value: what is stored with its parent may weigh nothing by `@cost`, but is still carried and written. */
const NODE_WEIGHT = 0.001;

/**
 * Prices an operation before it runs, as if every list were as long as it may be. Each selection set is
 * priced once for the type and place that it is in, then multiplied; so fragments that multiply are as fast
 * as others, and sixty lists in one another are a large number in 10 ms. `variables` are coerced ones.
 */
export function priceOperation(
  schema: GraphQLSchema,
  costs: SchemaCosts,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Variables,
): Price {
  const type = schema.getRootType(operation.operation);
  if (!type) throw new Error(`expected the schema to have a type for a ${operation.operation}`);
  const pricer = new Pricer(costs, fragments, variables);
  const below = pricer.ofSelections(operation.selectionSet, type, costs.rootPlace(type), unsized);
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  const changes = isMutation ? rootFieldsOf(operation.selectionSet, fragments).fields.length : 0;
  const nodes = below.nodes + 1;
  return { ...below, nodes, cost: below.cost + changes * MUTATION_WEIGHT + nodes * NODE_WEIGHT };
}

interface Sum {
  cost: number;
  nodes: number;
  introspectionNodes: number;
}

/** The size that the field above gives to lists of its object: a connection's to `edges` and `nodes`. */
interface Sized {
  readonly fields: ReadonlySet<string>;
  readonly size: number;
}
const unsized: Sized = { fields: new Set(), size: 0 };

class Pricer {
  readonly #costs: SchemaCosts;
  readonly #fragments: Fragments;
  readonly #variables: Variables;
  readonly #known = new Map<SelectionSetNode, Known[]>();

  constructor(costs: SchemaCosts, fragments: Fragments, variables: Variables) {
    this.#costs = costs;
    this.#fragments = fragments;
    this.#variables = variables;
  }

  /** What is selected on `place.count` objects of this type. */
  ofSelections(set: SelectionSetNode, type: GraphQLObjectType, place: TreePlace, sized: Sized): Sum {
    const known = this.#known.get(set) ?? [];
    this.#known.set(set, known);
    const found = known.find(
      (each) => each.type === type && each.place === place && isSameSize(each.sized, sized),
    );
    if (found) return found.sum;
    const sum: Sum = { cost: 0, nodes: 0, introspectionNodes: 0 };
    for (const selection of set.selections) {
      if (this.#isIncluded(selection)) addTo(sum, this.#ofSelection(selection, type, place, sized));
    }
    known.push({ type, place, sized, sum });
    return sum;
  }

  #ofSelection(selection: SelectionNode, type: GraphQLObjectType, place: TreePlace, sized: Sized): Sum {
    if (selection.kind === Kind.FIELD) return this.#ofField(selection, type, place, sized);
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
    const condition = fragment?.typeCondition?.name.value;
    const applies = condition === undefined || this.#costs.possibleTypes(condition).has(type);
    return fragment && applies ? this.ofSelections(fragment.selectionSet, type, place, sized) : none;
  }

  #ofField(field: FieldNode, type: GraphQLObjectType, place: TreePlace, sized: Sized): Sum {
    const name = field.name.value;
    if (name === '__typename') return { cost: 0, nodes: place.count, introspectionNodes: 0 };
    const fieldCost = this.#costs.field(type, name);
    const own = this.#sizeOf(fieldCost, field);
    const each = !fieldCost.isList ? 1 : sized.fields.has(name) ? sized.size : own;
    const inTree = place.below.get(name);
    // What comes in all: of the whole tree where its totals are known, else so many for each object.
    const count = Math.min(place.count * each, inTree?.count ?? Infinity);

    const sum: Sum = {
      cost: count * fieldCost.weight + place.count * this.#weightOfArguments(fieldCost, field),
      // A list is a value as well as its items are.
      nodes: place.count + (fieldCost.isList ? count : 0),
      introspectionNodes: 0,
    };
    const below = field.selectionSet && this.#dearest(field.selectionSet, fieldCost, inTree, own);
    if (below) addTo(sum, below, inTree ? 1 : count);
    if (name === '__schema' || name === '__type') sum.introspectionNodes = sum.nodes;
    return sum;
  }

  /** Of the types that may come the one that costs most, and the one that is largest. */
  #dearest(set: SelectionSetNode, field: FieldCost, inTree: TreePlace | undefined, size: number): Sum {
    const sized = field.sizedFields.size > 0 ? { fields: field.sizedFields, size } : unsized;
    const dearest: Sum = { cost: 0, nodes: 0, introspectionNodes: 0 };
    for (const type of field.types) {
      const sum = this.ofSelections(set, type, inTree ?? this.#costs.rootPlace(type), sized);
      dearest.cost = Math.max(dearest.cost, sum.cost);
      dearest.nodes = Math.max(dearest.nodes, sum.nodes);
    }
    return dearest;
  }

  #sizeOf(cost: FieldCost, field: FieldNode): number {
    let size: number | undefined;
    for (const { name, defaultValue } of cost.slicingArguments) {
      const argument = field.arguments?.find((each) => each.name.value === name);
      const value = argument ? this.#valueOf(argument, defaultValue) : defaultValue;
      if (typeof value === 'number') size = Math.max(size ?? 0, value);
    }
    return size ?? cost.assumedSize;
  }

  #valueOf({ value }: ArgumentNode, defaultValue: unknown): unknown {
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind !== Kind.VARIABLE) return null;
    const given = this.#variables[value.name.value];
    return given === undefined ? defaultValue : given;
  }

  #weightOfArguments({ argumentWeights }: FieldCost, field: FieldNode): number {
    if (argumentWeights.size === 0) return 0;
    return (field.arguments ?? []).reduce((sum, { name }) => sum + (argumentWeights.get(name.value) ?? 0), 0);
  }

  #isIncluded({ directives }: SelectionNode): boolean {
    for (const { name, arguments: args } of directives ?? []) {
      if (name.value !== 'skip' && name.value !== 'include') continue;
      const condition = args?.[0]?.value;
      const value =
        condition?.kind === Kind.BOOLEAN
          ? condition.value
          : condition?.kind === Kind.VARIABLE
            ? this.#variables[condition.name.value]
            : undefined;
      // What is not known for certain is counted.
      if (value === (name.value === 'skip')) return false;
    }
    return true;
  }
}

interface Known {
  readonly type: GraphQLObjectType;
  readonly place: TreePlace;
  readonly sized: Sized;
  readonly sum: Sum;
}

const none: Readonly<Sum> = { cost: 0, nodes: 0, introspectionNodes: 0 };

function addTo(sum: Sum, part: Readonly<Sum>, times = 1): void {
  sum.cost += part.cost * times;
  sum.nodes += part.nodes * times;
  sum.introspectionNodes += part.introspectionNodes * times;
}

function isSameSize(one: Sized, other: Sized): boolean {
  return one === other || (one.fields === other.fields && one.size === other.size);
}
