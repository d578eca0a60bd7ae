import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How a measure is put together from the parts of an operation. */
export interface Measure {
  /** Of a field, given the measure of what is selected below it. */
  field(field: FieldNode, below: number): number;
  /** Of selections beside one another. */
  combine(a: number, b: number): number;
}

/**
 * Measures an operation with its fragments spread out, without spreading them: every fragment is measured
 * once, so a document in which fragments multiply is measured as fast as it is read. A fragment that
 * contains itself counts as nothing; another rule refuses it.
 */
export function measureOperation(
  operation: OperationDefinitionNode,
  fragmentNamed: (name: string) => FragmentDefinitionNode | null | undefined,
  measure: Measure,
): number {
  const fragments = new Map<string, number>();

  const ofFragment = (name: string): number => {
    const known = fragments.get(name);
    if (known !== undefined) return known;
    fragments.set(name, 0);
    const result = ofSelections(fragmentNamed(name)?.selectionSet);
    fragments.set(name, result);
    return result;
  };
  const ofSelections = (selectionSet: SelectionSetNode | undefined): number => {
    let total = 0;
    for (const selection of selectionSet?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        total = measure.combine(total, measure.field(selection, ofSelections(selection.selectionSet)));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        total = measure.combine(total, ofSelections(selection.selectionSet));
      } else {
        total = measure.combine(total, ofFragment(selection.name.value));
      }
    }
    return total;
  };
  return ofSelections(operation.selectionSet);
}
