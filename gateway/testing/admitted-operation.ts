import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';

/** An operation as admission lets it through, without having asked it. */
export function admittedOperation(
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  cost = 1,
): AdmittedOperation {
  const document = parse(query);
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error(`expected an operation, got ${query}`);
  const fragments = document.definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return {
    kind: 'admitted',
    key: query,
    query,
    document,
    operation,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    operationName: operation.name?.value,
    variables,
    coerced: variables,
    cost,
    nodes: 1,
  };
}
