import {
  type DirectiveNode,
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
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ResponsePath } from './faults.ts';
import { type IsLeaf, leafCheck } from './leaves.ts';

/** Whether something is selected, by the coerced variables; undefined: always. */
export type Condition = ((variables: Readonly<Record<string, unknown>>) => boolean) | undefined;

/** The type of an object in an answer. A subgraph may know an entity by its interface only. */
export type ShapedType = GraphQLObjectType | GraphQLInterfaceType;

/** A field of an answer. */
export interface ShapedField {
  readonly responseName: string;
  readonly type: GraphQLOutputType;
  readonly isTypename: boolean;
  readonly when: Condition;
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

interface Selected {
  readonly selectionSet: SelectionSetNode;
  readonly when: Condition;
}

export interface OperationSelection {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** @param schema the API schema */
export function selectionOn(
  context: OperationSelection,
  type: GraphQLCompositeType,
  selected: readonly Selected[],
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
        fields = collectFields(context, shaped, selected);
        byType.set(shaped.name, fields);
      }
      return fields;
    },
  };
}

interface Occurrence {
  readonly node: FieldNode;
  readonly when: Condition;
}

function collectFields(
  context: OperationSelection,
  type: ShapedType,
  selected: readonly Selected[],
): readonly ShapedField[] {
  const occurrences = new Map<string, Occurrence[]>();
  for (const { selectionSet, when } of selected) {
    collectOccurrences(context, type, selectionSet, when, occurrences);
  }
  const fields: ShapedField[] = [];
  for (const [responseName, found] of occurrences) {
    const field = shapedField(context, type, responseName, found);
    if (field) fields.push(field);
  }
  return fields;
}

function collectOccurrences(
  context: OperationSelection,
  type: ShapedType,
  selectionSet: SelectionSetNode,
  when: Condition,
  into: Map<string, Occurrence[]>,
): void {
  for (const selection of selectionSet.selections) {
    const own = conditionOf(selection);
    if (own === 'never') continue;
    const both = and(when, own === 'always' ? undefined : own);
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      const known = into.get(name);
      if (known) known.push({ node: selection, when: both });
      else into.set(name, [{ node: selection, when: both }]);
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments.get(selection.name.value) : selection;
    if (!fragment || !appliesTo(context.schema, type, fragment.typeCondition?.name.value)) continue;
    collectOccurrences(context, type, fragment.selectionSet, both, into);
  }
}

function shapedField(
  context: OperationSelection,
  type: ShapedType,
  responseName: string,
  occurrences: readonly Occurrence[],
): ShapedField | undefined {
  const name = occurrences[0]?.node.name.value ?? '';
  const when = occurrences.map((each) => each.when).reduce(or);
  if (name === '__typename') {
    // Its value is made here, so its type does not matter.
    return { responseName, type, isTypename: true, when, below: undefined, isLeaf: () => true };
  }
  // Introspection is answered elsewhere, and a validated document selects nothing else that is unknown.
  const field = type.getFields()[name];
  if (!field) return undefined;
  const named = getNamedType(field.type);
  const selected = occurrences.flatMap(({ node, when: ofNode }) =>
    node.selectionSet
      ? [{ selectionSet: node.selectionSet, when: occurrences.length > 1 ? ofNode : undefined }]
      : [],
  );
  const below = isCompositeType(named) ? selectionOn(context, named, selected) : undefined;
  return { responseName, type: field.type, isTypename: false, when, below, isLeaf: leafCheck(named) };
}

function appliesTo(schema: GraphQLSchema, type: ShapedType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditional = schema.getType(condition);
  return isAbstractType(conditional) && schema.isSubType(conditional, type);
}

/** @skip and @include of one selection. */
function conditionOf({ directives = [] }: SelectionNode): 'always' | 'never' | NonNullable<Condition> {
  let condition: Condition;
  for (const directive of directives) {
    const isSkip = directive.name.value === 'skip';
    if (!isSkip && directive.name.value !== 'include') continue;
    const value = ifArgument(directive);
    if (value === undefined) continue;
    if (typeof value === 'boolean') {
      if (value === isSkip) return 'never';
      continue;
    }
    condition = and(condition, (variables) => (variables[value.variable] === true) !== isSkip);
  }
  return condition ?? 'always';
}

function ifArgument(directive: DirectiveNode): boolean | { readonly variable: string } | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
  if (value?.kind === Kind.BOOLEAN) return value.value;
  return value?.kind === Kind.VARIABLE ? { variable: value.name.value } : undefined;
}

function and(left: Condition, right: Condition): Condition {
  if (!left || !right) return left ?? right;
  return (variables) => left(variables) && right(variables);
}

function or(left: Condition, right: Condition): Condition {
  return left && right && ((variables) => left(variables) || right(variables));
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
