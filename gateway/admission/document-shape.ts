import {
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import type { AdmissionLimits } from '../limits.ts';
import { refusal } from './refusal.ts';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * Judges the shape of a document: it needs no schema, takes one look at each selection, and comes before
 * validation, which can be quadratic in what this bounds. Answers what is wrong, or undefined.
 */
export function refuseShape(
  document: DocumentNode,
  fragments: Fragments,
  limits: AdmissionLimits,
): GraphQLError | undefined {
  if (fragments.size > limits.fragments) {
    const message = `expected at most ${limits.fragments} fragments, got ${fragments.size}; ask in several operations`;
    return tooMuch(message, document.definitions[0]);
  }
  const fault = refuseCircles(document, fragments);
  if (fault) return fault;
  const measure = createMeasure(fragments);
  const total = { ...nothing };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const shape = measure(definition);
    const tooDeep = refuseDepth(definition, shape, limits);
    if (tooDeep) return tooDeep;
    add(total, shape);
  }
  // Fragments that nothing spreads are validated like all others.
  for (const fragment of fragments.values()) {
    if (!measure.hasMet(fragment)) add(total, measure(fragment));
  }
  for (const what of ['fields', 'aliases', 'directives'] as const) {
    if (!(total[what] > limits[what])) continue;
    const message = `expected at most ${limits[what]} ${what}, got ${countText(total[what])}; ask in several operations`;
    return tooMuch(message, document.definitions[0]);
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const refused = refuseRoots(definition, fragments, limits);
    if (refused) return refused;
  }
  return undefined;
}

/** What is selected somewhere, with all fragments spread. */
interface Shape {
  fields: number;
  aliases: number;
  directives: number;
  depth: number;
  introspectionDepth: number;
}

const nothing: Readonly<Shape> = { fields: 0, aliases: 0, directives: 0, depth: 0, introspectionDepth: 0 };

function add(total: Shape, part: Shape): void {
  total.fields += part.fields;
  total.aliases += part.aliases;
  total.directives += part.directives;
  total.depth = Math.max(total.depth, part.depth);
  total.introspectionDepth = Math.max(total.introspectionDepth, part.introspectionDepth);
}

type Selecting = OperationDefinitionNode | FragmentDefinitionNode;

/** Measures without spreading: each fragment once, so that fragments may multiply as they like. */
function createMeasure(fragments: Fragments) {
  const measured = new Map<FragmentDefinitionNode, Shape>();

  const ofFragment = (fragment: FragmentDefinitionNode | undefined): Shape => {
    if (!fragment) return nothing;
    const known = measured.get(fragment);
    if (known) return known;
    const shape = ofSelections(fragment.selectionSet, fragment.directives);
    measured.set(fragment, shape);
    return shape;
  };
  const ofSelections = (
    set: SelectionSetNode | undefined,
    directives: readonly DirectiveNode[] | undefined,
  ): Shape => {
    const total = { ...nothing, directives: directives?.length ?? 0 };
    for (const selection of set?.selections ?? []) {
      switch (selection.kind) {
        case Kind.FIELD:
          add(total, ofField(selection, ofSelections(selection.selectionSet, selection.directives)));
          break;
        case Kind.INLINE_FRAGMENT:
          add(total, ofSelections(selection.selectionSet, selection.directives));
          break;
        default:
          add(total, ofFragment(fragments.get(selection.name.value)));
          total.directives += selection.directives?.length ?? 0;
      }
    }
    return total;
  };
  const measure = (definition: Selecting): Shape => {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) return ofFragment(definition);
    const shape = ofSelections(definition.selectionSet, definition.directives);
    for (const { directives } of definition.variableDefinitions ?? []) {
      shape.directives += directives?.length ?? 0;
    }
    return shape;
  };
  measure.hasMet = (fragment: FragmentDefinitionNode) => measured.has(fragment);
  return measure;
}

function ofField({ name, alias }: FieldNode, below: Shape): Shape {
  const shape = { ...below, fields: below.fields + 1, aliases: below.aliases + (alias ? 1 : 0) };
  // Introspection nests deep by nature, and no subgraph is asked; it has a limit of its own.
  if (!name.value.startsWith('__')) return { ...shape, depth: below.depth + 1 };
  return {
    ...shape,
    depth: 0,
    introspectionDepth: 1 + Math.max(below.depth, below.introspectionDepth),
  };
}

function refuseDepth(
  operation: OperationDefinitionNode,
  shape: Shape,
  limits: AdmissionLimits,
): GraphQLError | undefined {
  for (const what of ['depth', 'introspectionDepth'] as const) {
    if (!(shape[what] > limits[what])) continue;
    const message = `expected fields at most ${limits[what]} deep, got ${shape[what]}; ask in several operations`;
    return tooMuch(message, operation);
  }
  return undefined;
}

function refuseRoots(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  limits: AdmissionLimits,
): GraphQLError | undefined {
  const roots = rootFieldsOf(operation.selectionSet, fragments);
  if (roots.fields.length > limits.rootFields) {
    const message = `expected at most ${limits.rootFields} fields at the root of an operation, got ${roots.fields.length}; ask in several operations`;
    return tooMuch(message, operation);
  }
  if (operation.operation === OperationTypeNode.SUBSCRIPTION && roots.isConditional) {
    return refusal(
      'BAD_USER_INPUT',
      'expected a subscription to one field without condition, got one that may be skipped; leave @skip and @include out',
      { nodes: operation },
    );
  }
  return undefined;
}

/** The fields at the root, those of fragments included, each selection once; and whether some may be skipped. */
export function rootFieldsOf(
  root: SelectionSetNode,
  fragments: Fragments,
): { readonly fields: readonly FieldNode[]; readonly isConditional: boolean } {
  const fields: FieldNode[] = [];
  let isConditional = false;
  const left = [root];
  const seen = new Set<string>();
  for (let set = left.pop(); set; set = left.pop()) {
    for (const selection of set.selections) {
      isConditional ||= (selection.directives ?? []).some(({ name }) => /^(skip|include)$/.test(name.value));
      if (selection.kind === Kind.FIELD) fields.push(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) left.push(selection.selectionSet);
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) left.push(fragment.selectionSet);
      }
    }
  }
  return { fields, isConditional };
}

/**
 * The fragments of a document by name. A name that is there twice is refused at once: validation would look
 * at both, and what is measured here is one.
 */
export function fragmentsOf(document: DocumentNode): Fragments | GraphQLError {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const name = definition.name.value;
    if (fragments.has(name)) {
      const message = `There can be only one fragment named "${name}".`;
      return refusal('GRAPHQL_VALIDATION_FAILED', message, { nodes: definition.name });
    }
    fragments.set(name, definition);
  }
  return fragments;
}

/** Finds a fragment that contains itself, with a stack of our own: nothing else may recurse before. */
function refuseCircles(document: DocumentNode, fragments: Fragments): GraphQLError | undefined {
  const finished = new Set<string>();
  for (const start of document.definitions) {
    if (start.kind !== Kind.FRAGMENT_DEFINITION || finished.has(start.name.value)) continue;
    const path = [{ name: start.name.value, left: spreadsIn(start) }];
    const onPath = new Set([start.name.value]);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.left.pop();
      if (next === undefined) {
        finished.add(top.name);
        onPath.delete(top.name);
        path.pop();
        continue;
      }
      const fragment = fragments.get(next);
      if (!fragment || finished.has(next)) continue;
      if (onPath.has(next)) {
        return refusal('GRAPHQL_VALIDATION_FAILED', `Cannot spread fragment "${next}" within itself.`, {
          nodes: fragment,
        });
      }
      onPath.add(next);
      path.push({ name: next, left: spreadsIn(fragment) });
    }
  }
  return undefined;
}

/** The names of the fragments that are spread somewhere in this one. */
function spreadsIn(fragment: FragmentDefinitionNode): string[] {
  const names = new Set<string>();
  const left: SelectionSetNode[] = [fragment.selectionSet];
  for (let set = left.pop(); set; set = left.pop()) {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) names.add(selection.name.value);
      else if (selection.selectionSet) left.push(selection.selectionSet);
    }
  }
  return [...names];
}

function tooMuch(message: string, node: ASTNode | undefined): GraphQLError {
  return refusal('GRAPHQL_VALIDATION_FAILED', message, { nodes: node });
}

/** Fragments that multiply give numbers with hundreds of digits. */
function countText(count: number): string {
  return count < 1e15 ? String(count) : count.toExponential(0);
}
