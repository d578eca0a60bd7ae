import type { FetchDataRewrite } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  type SelectionSetNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import {
  type Data,
  generate,
  isObject,
  reading,
  readProperty,
  writeProperty,
  writing,
} from './generated-code.ts';

/** What a fetch brings, by response name: a tree below composite fields, nothing below leaves. */
export type Selected = ReadonlyMap<string, Selected | undefined>;

/** @throws Error when the planner has made anything but one operation without fragments */
export function operationIn(document: DocumentNode): OperationDefinitionNode {
  const [operation, ...others] = document.definitions;
  if (operation?.kind === Kind.OPERATION_DEFINITION && others.length === 0) return operation;
  throw new Error('expected the planner to make one operation without named fragments for each fetch');
}

/** What is selected beneath `_entities`, or at the root when there is no such field. */
export function selectionOf(operation: OperationDefinitionNode): SelectionSetNode {
  const [first] = operation.selectionSet.selections;
  const isEntities = first?.kind === Kind.FIELD && first.name.value === '_entities' && first.selectionSet;
  return isEntities || operation.selectionSet;
}

/** The names under which the fetched data stands after the output rewrites. */
export function selectedBy(
  selectionSet: SelectionSetNode,
  rewrites: readonly FetchDataRewrite[] | undefined,
): Selected {
  const selected = namesOf(selectionSet);
  for (const rewrite of rewrites ?? []) {
    if (rewrite.kind !== 'KeyRenamer') continue;
    const path = namesIn(rewrite.path);
    const last = path.pop();
    let holder: Names | undefined = selected;
    for (const name of path) holder = holder?.get(name);
    if (last === undefined || !holder?.has(last)) continue;
    addNames(holder, new Map([[rewrite.renameKeyTo, holder.get(last)]]));
    holder.delete(last);
  }
  return selected;
}

/** The field names of a rewrite's path, without its type conditions. */
export function namesIn(path: readonly string[]): string[] {
  return path.filter((element) => !element.startsWith('... on '));
}

type Names = Map<string, Names | undefined>;

function namesOf(selectionSet: SelectionSetNode): Names {
  const names: Names = new Map();
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      const below = selection.selectionSet && namesOf(selection.selectionSet);
      addNames(names, new Map([[selection.alias?.value ?? selection.name.value, below]]));
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      addNames(names, namesOf(selection.selectionSet));
    }
  }
  return names;
}

function addNames(names: Names, more: Names): void {
  for (const [name, below] of more) {
    const known = names.get(name);
    if (known && below) addNames(known, below);
    else names.set(name, known ?? below);
  }
}

/** Adds what came to what is there. Objects on both sides are merged, anything else is replaced. */
export type Merge = (target: Data, source: Data) => void;

/**
 * Generated, because a loop over keys that differ each time costs several times as much.
 *
 * @param isInterface whether a name is an interface's. A subgraph that knows an entity by its interface only
 *   (@interfaceObject) calls it so, which must not replace the name of its type.
 */
export function compileMerge(selected: Selected, isInterface: (name: unknown) => boolean): Merge {
  const mergeInto = (target: unknown, source: unknown, ofValue: Selected): unknown => {
    if (!isObject(target) || !isObject(source)) return source;
    if (Array.isArray(target) && Array.isArray(source)) {
      if (target.length !== source.length) return source;
      return target.map((item, index) => mergeInto(item, source[index], ofValue));
    }
    for (const [name, below] of ofValue) {
      const value = readProperty(source, name);
      if (value === undefined) continue;
      const known = readProperty(target, name);
      if (name === '__typename' && known !== undefined && isInterface(value)) continue;
      writeProperty(target, name, below ? mergeInto(known, value, below) : value);
    }
    return target;
  };
  const parameters: Record<string, unknown> = { mergeInto, isInterface };
  const lines = [...selected].map(([name, below], index) => {
    parameters[`below${index}`] = below;
    const known = reading('target', name);
    const merged = below ? `mergeInto(${known}, value, below${index})` : 'value';
    const isKept = name === '__typename' ? `(${known} === undefined || !isInterface(value))` : 'true';
    return `value = ${reading('source', name)};
      if (value !== undefined && ${isKept}) { ${writing('target', name, merged)}; }`;
  });
  return generate(`function merge(target, source) { let value; ${lines.join('\n')} }`, parameters);
}

/** A copy that may be merged into; leaves are shared, because nothing is merged into those. */
export function copyOf(value: unknown, selected: Selected): unknown {
  if (Array.isArray(value)) return value.map((item) => copyOf(item, selected));
  if (!isObject(value)) return value;
  const copy: Data = { ...value };
  for (const [name, below] of selected) {
    if (below && Object.hasOwn(copy, name)) writeProperty(copy, name, copyOf(copy[name], below));
  }
  return copy;
}

/**
 * One operation for several entity fetches: fetch n asks as `e<n>` with `$r<n>` for its representations. The
 * variables of the client keep their names; they are the same in all of them.
 */
export function mergeEntityFetches(operations: readonly OperationDefinitionNode[]): DocumentNode {
  const variables = new Map<string, VariableDefinitionNode>();
  const fields: FieldNode[] = [];
  for (const [index, operation] of operations.entries()) {
    const renamed = visit(operation, {
      Variable(node) {
        if (node.name.value !== 'representations') return undefined;
        return { ...node, name: { ...node.name, value: `r${index}` } };
      },
    });
    for (const definition of renamed.variableDefinitions ?? []) {
      variables.set(definition.variable.name.value, definition);
    }
    for (const selection of renamed.selectionSet.selections) {
      if (selection.kind !== Kind.FIELD || selection.name.value !== '_entities') {
        throw new Error('expected an entity fetch to ask for _entities and nothing else');
      }
      fields.push({ ...selection, alias: { kind: Kind.NAME, value: `e${index}` } });
    }
  }
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: [...variables.values()],
    selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
  };
  // Through the text, so that whoever compiles or sends it sees the very same document.
  return parse(print({ kind: Kind.DOCUMENT, definitions: [operation] }), { noLocation: true });
}
