import { type GraphQLSchema, validate } from 'graphql';
import type { Check } from './check.ts';
import { isPublic, type OperationFile } from './operation-files.ts';

/** Where the operations that may not validate yet are listed. */
const pendingPath = 'contracts/operations/clients/pending.json';

export const publicOperations: Check = {
  promise: 'every saved operation of the web app and of clients works',
  needsSupergraph: true,
  breaches({ composition, operations, pending }) {
    if (!composition.composed) return [];
    const { api } = composition;
    const isPending = ({ consumer, name }: OperationFile) => consumer === 'clients' && pending.includes(name);
    const current = operations.filter((file) => isPublic(file.consumer) && !isPending(file));
    return [...current.flatMap((file) => faults(api, file)), ...pendingFaults(api, operations, pending)];
  },
};

/** A list of exceptions may only shrink: who is on it without need is refused too. */
function pendingFaults(
  api: GraphQLSchema,
  operations: readonly OperationFile[],
  pending: readonly string[],
): string[] {
  return pending.flatMap((name) => {
    const file = operations.find((operation) => operation.consumer === 'clients' && operation.name === name);
    if (!file) return [`${pendingPath}: ${name} names no saved operation; take it off the list`];
    if (faults(api, file).length > 0) return [];
    return [`${pendingPath}: ${name} works by now; take it off the list`];
  });
}

function faults(api: GraphQLSchema, file: OperationFile): string[] {
  return validate(api, file.document).map(({ message, locations }) => {
    const line = locations?.[0]?.line ?? 1;
    return `${file.path}:${line}: ${message} Put back in the API what it asks for.`;
  });
}
