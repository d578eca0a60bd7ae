import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded } from './conditions.ts';
import type { ResponsePath } from './faults.ts';
import { type IsLeaf, leafCheck } from './leaves.ts';

/** The type of an object in an answer. A subgraph may know an entity by its interface only. */
export type ShapedType = GraphQLObjectType | GraphQLInterfaceType;

/** A field of an answer. */
export interface ShapedField {
  readonly responseName: string;
  readonly type: GraphQLOutputType;
  readonly isTypename: boolean;
  /** What is selected below it; undefined for a leaf. */
  readonly below: Selection | undefined;
  /** Whether a value may stand for the leaf. */
  readonly isLeaf: IsLeaf;
}

/** The fields that are selected of one place of an answer, which differ by the type of the object there. */
export interface Selection {
  readonly type: GraphQLCompositeType;
  /** The type of this name, undefined when the public does not know it. */
  typeNamed(name: string): ShapedType | undefined;
  fieldsOf(type: ShapedType): readonly ShapedField[];
}

export interface OperationSelection {
  /** What the public sees. */
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** By which @skip and @include are decided. */
  readonly variables: Readonly<Record<string, unknown>>;
}

export function selectionOn(
  context: OperationSelection,
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
): Selection {
  const byType = new Map<string, readonly ShapedField[]>();
  return {
    type,
    typeNamed(name) {
      const named = context.schema.getType(name);
      return isObjectType(named) || isInterfaceType(named) ? named : undefined;
    },
    fieldsOf(shaped) {
      let fields = byType.get(shaped.name);
      if (!fields) {
        fields = collectFields(context, shaped, selectionSets);
        byType.set(shaped.name, fields);
      }
      return fields;
    },
  };
}

function collectFields(
  context: OperationSelection,
  type: ShapedType,
  selectionSets: readonly SelectionSetNode[],
): readonly ShapedField[] {
  const nodes = new Map<string, FieldNode[]>();
  for (const selectionSet of selectionSets) collectNodes(context, type, selectionSet, nodes);
  const fields: ShapedField[] = [];
  for (const [responseName, found] of nodes) {
    const field = shapedField(context, type, responseName, found);
    if (field) fields.push(field);
  }
  return fields;
}

function collectNodes(
  context: OperationSelection,
  type: ShapedType,
  selectionSet: SelectionSetNode,
  into: Map<string, FieldNode[]>,
): void {
  for (const selection of selectionSet.selections) {
    if (!isIncluded(selection, context.variables)) continue;
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      const known = into.get(name);
      if (known) known.push(selection);
      else into.set(name, [selection]);
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments.get(selection.name.value) : selection;
    if (!fragment || !appliesTo(context.schema, type, fragment.typeCondition?.name.value)) continue;
    collectNodes(context, type, fragment.selectionSet, into);
  }
}

function shapedField(
  context: OperationSelection,
  type: ShapedType,
  responseName: string,
  nodes: readonly FieldNode[],
): ShapedField | undefined {
  const name = nodes[0]?.name.value ?? '';
  if (name === '__typename') {
    // Its value is made here, so its type does not matter.
    return { responseName, type, isTypename: true, below: undefined, isLeaf: () => true };
  }
  // Introspection is answered elsewhere, and a validated document selects nothing else that is unknown.
  const field = type.getFields()[name];
  if (!field) return undefined;
  const named = getNamedType(field.type);
  const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const below = isCompositeType(named) ? selectionOn(context, named, selectionSets) : undefined;
  return { responseName, type: field.type, isTypename: false, below, isLeaf: leafCheck(named) };
}

function appliesTo(schema: GraphQLSchema, type: ShapedType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditional = schema.getType(condition);
  return isAbstractType(conditional) && schema.isSubType(conditional, type);
}

/** As much of a path as a document selects, whatever the types of the objects on the way. */
export function pathInDocument(
  fragments: OperationSelection['fragments'],
  root: SelectionSetNode,
  path: ResponsePath,
): ResponsePath {
  let selectionSets: readonly SelectionSetNode[] = [root];
  for (const [index, key] of path.entries()) {
    if (typeof key === 'number') continue;
    const fields = selectionSets.flatMap((each) => [...fieldsNamed(fragments, each, key)]);
    if (fields.length === 0) return path.slice(0, index);
    selectionSets = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
  }
  return path;
}

function* fieldsNamed(
  fragments: OperationSelection['fragments'],
  { selections }: SelectionSetNode,
  name: string,
): Generator<FieldNode> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      if ((selection.alias?.value ?? selection.name.value) === name) yield selection;
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    if (fragment) yield* fieldsNamed(fragments, fragment.selectionSet, name);
  }
}
