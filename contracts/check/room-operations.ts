import { Kind, type OperationDefinitionNode, validate } from 'graphql';
import type { Check } from './check.ts';
import { rootFieldsOf } from './coordinates.ts';
import { isPublic, type OperationFile } from './operation-files.ts';
import { plainSchema } from './plain-schema.ts';
import type { RoomSchema } from './room-schemas.ts';

export const roomOperations: Check = {
  promise: 'every call from room to room is answered by its provider',
  needsSupergraph: true,
  breaches: ({ schemas, operations }) =>
    operations
      .filter(({ consumer }) => !isPublic(consumer))
      .flatMap((file) => brokenCall(file, schemas.schemas)),
};

/** A call goes to one room, so one room's schema, inaccessible fields included, must answer all of it. */
function brokenCall(file: OperationFile, rooms: readonly RoomSchema[]): string[] {
  const asked = rootFieldNames(file.operation);
  const provider = rooms.find((room) => {
    const offered = rootFieldsOf(room.document).map(({ field }) => field.name.value);
    return asked.every((name) => offered.includes(name));
  });
  if (!provider) {
    return [`${file.path}: no single room offers ${asked.join(' and ')}; put it back, or change the call`];
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
