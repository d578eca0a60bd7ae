import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { RoomName } from '../kernel/asker.ts';

/**
 * Asks another room a contract operation (contracts/operations/<consumer>/), signed with this room's service token.
 * In one process the document is executed directly, between processes over HTTP; the caller cannot tell.
 */
export interface Rooms {
  /**
   * @throws RoomUnavailable when no answer came in time or the room failed; the operation may or may not
   *   have taken effect, so ask again with the same input.
   */
  ask<Result, Variables>(
    room: RoomName,
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<Result>;
}

/** Another room did not answer, or answered with an internal error. Worth asking again. */
export class RoomUnavailable extends Error {
  readonly room: RoomName;
  constructor(room: RoomName, cause: unknown) {
    super(`expected the ${room} room to answer; ask again later`, { cause });
    this.name = 'RoomUnavailable';
    this.room = room;
  }
}
