import { type FieldNode, GraphQLError, Kind, type SelectionSetNode } from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';

type Located = Pick<AdmittedOperation, 'operation' | 'fragments'>;

/** The same error with its place in the client's document, found by its path, when it has none yet. */
export function located(error: GraphQLError, operation: Located): GraphQLError {
  if (error.locations || !error.path) return error;
  const nodes = fieldsAt(error.path, operation);
  if (nodes.length === 0) return error;
  const { message, path, extensions, originalError } = error;
  return new GraphQLError(message, { nodes, path, extensions, originalError });
}

/** The fields that a path of response names goes to: several where a name is selected several times. */
function fieldsAt(path: readonly (string | number)[], { operation, fragments }: Located): FieldNode[] {
  let sets: (SelectionSetNode | undefined)[] = [operation.selectionSet];
  let fields: FieldNode[] = [];
  for (const key of path) {
    if (typeof key === 'number') continue;
    fields = fieldsNamed(key, sets, fragments);
    sets = fields.map(({ selectionSet }) => selectionSet);
  }
  return fields;
}

function fieldsNamed(
  key: string,
  sets: readonly (SelectionSetNode | undefined)[],
  fragments: Located['fragments'],
): FieldNode[] {
  const fields: FieldNode[] = [];
  const left = [...sets];
  const spread = new Set<string>();
  while (left.length > 0) {
    for (const selection of left.shift()?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        if ((selection.alias ?? selection.name).value === key) fields.push(selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        left.push(selection.selectionSet);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        left.push(fragments.get(selection.name.value)?.selectionSet);
      }
    }
  }
  return fields;
}
