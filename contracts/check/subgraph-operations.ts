import { Kind, type OperationDefinitionNode, validate } from 'graphql';
import type { Check } from './check.ts';
import { rootFieldsOf } from './coordinates.ts';
import { isPublic, type OperationFile } from './operation-files.ts';
import { plainSchema } from './plain-schema.ts';
import type { SubgraphSchema } from './subgraph-schemas.ts';

export const subgraphOperations: Check = {
  promise: 'every call from subgraph to subgraph is answered by its provider',
  needsSupergraph: true,
  breaches: ({ schemas, operations }) =>
    operations
      .filter(({ consumer }) => !isPublic(consumer))
      .flatMap((file) => brokenCall(file, schemas.schemas)),
};

/** A call goes to one subgraph, so one subgraph's schema, inaccessible fields included, must answer all of it. */
function brokenCall(file: OperationFile, subgraphs: readonly SubgraphSchema[]): string[] {
  const asked = rootFieldNames(file.operation);
  const provider = subgraphs.find((subgraph) => {
    const offered = rootFieldsOf(subgraph.document).map(({ field }) => field.name.value);
    return asked.every((name) => offered.includes(name));
  });
  if (!provider) {
    return [
      `${file.path}: no single subgraph offers ${asked.join(' and ')}; put it back, or change the call`,
    ];
  }
  return validate(plainSchema([provider.document]), file.document).map(
    (error) => `${file.path}: ${provider.name} no longer answers it: ${error.message}`,
  );
}

function rootFieldNames(operation: OperationDefinitionNode): string[] {
  return operation.selectionSet.selections
    .filter((selection) => selection.kind === Kind.FIELD)
    .map((field) => field.name.value);
}
