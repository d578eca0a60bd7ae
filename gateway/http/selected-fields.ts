import { type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';
import { isIncluded } from '../execution/conditions.ts';

type Operation = Pick<AdmittedOperation, 'operation' | 'fragments' | 'coerced'>;

/** Fields by the names that they have in the answer. Those of one name are one field, whose selections count together. */
export type SelectedFields = ReadonlyMap<string, readonly FieldNode[]>;

/** What an operation selects at its root: those in fragments included, those that @skip or @include leave out not. */
export function rootFields(operation: Operation): SelectedFields {
  return collect([operation.operation.selectionSet], operation);
}

/** What is selected below a field. */
export function fieldsBelow(nodes: readonly FieldNode[], operation: Operation): SelectedFields {
  return collect(
    nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    operation,
  );
}

/** Whether a place, by the names of its fields, is selected, under whatever names of the client. */
export function isSelected(
  nodes: readonly FieldNode[],
  [name, ...below]: readonly string[],
  operation: Operation,
): boolean {
  if (name === undefined) return true;
  return [...fieldsBelow(nodes, operation).values()].some(
    (fields) => fields[0]?.name.value === name && isSelected(fields, below, operation),
  );
}

/**
 * The answer to a field with every value at a place replaced, under whatever names the client asked for it. What is
 * null on the way there stays so.
 */
export function replaceAt(
  answered: unknown,
  nodes: readonly FieldNode[],
  [name, ...below]: readonly string[],
  operation: Operation,
  replace: (value: unknown) => unknown,
): unknown {
  if (answered === null || answered === undefined) return answered;
  if (name === undefined) return replace(answered);
  const copy: Record<string, unknown> = { ...answered };
  for (const [key, fields] of fieldsBelow(nodes, operation)) {
    if (fields[0]?.name.value !== name || !Object.hasOwn(copy, key)) continue;
    copy[key] = replaceAt(copy[key], fields, below, operation, replace);
  }
  return copy;
}

function collect(
  selectionSets: readonly SelectionSetNode[],
  { fragments, coerced }: Operation,
): SelectedFields {
  const fields = new Map<string, FieldNode[]>();
  const add = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isIncluded(selection, coerced)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) add(selection.selectionSet);
      else {
        const fragment = fragments.get(selection.name.value);
        if (fragment) add(fragment.selectionSet);
      }
    }
  };
  for (const selectionSet of selectionSets) add(selectionSet);
  return fields;
}
