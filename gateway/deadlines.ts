import { OperationTypeNode } from 'graphql';
import type { AdmittedOperation, RefusedOperation } from './admission/admission.ts';
import { rootFieldsOf } from './admission/document-shape.ts';

/**
 * How long an operation may take, in ms: as its mutation says that has the longest deadline of its own, or as all do.
 * A mutation is known by its name, whatever alias or fragment a client puts around it.
 */
export function createDeadlines(
  ofMutations: Readonly<Record<string, number>>,
  otherwiseMs: number,
): (operation: AdmittedOperation | RefusedOperation) => number {
  const deadlines = new Map(Object.entries(ofMutations));
  return (asked) => {
    if (asked.kind === 'refused' || asked.operation.operation !== OperationTypeNode.MUTATION)
      return otherwiseMs;
    const { fields } = rootFieldsOf(asked.operation.selectionSet, asked.fragments);
    const own = fields.flatMap(({ name }) => deadlines.get(name.value) ?? []);
    return own.length > 0 ? Math.max(...own) : otherwiseMs;
  };
}
