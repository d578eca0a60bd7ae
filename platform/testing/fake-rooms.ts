import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Kind } from 'graphql';
import type { RoomName } from '../kernel/asker.ts';
import { type Rooms, RoomUnavailable } from '../rooms/rooms.ts';
import { currentBound } from '../timing/bounded-work.ts';

/** What a fake room answers to an operation: its data, given the variables. May throw RoomUnavailable. */
export type FakeOperation = (variables: never) => unknown;

export interface AskedOperation {
  readonly room: RoomName;
  readonly operation: string;
  readonly variables: unknown;
}

export interface FakeRooms extends Rooms {
  /** Every question so far, in order. */
  readonly asked: readonly AskedOperation[];
}

/** Other rooms, played by functions, by the name of the operation: `fakeRooms({ HoldSeats: (variables) => data })`. */
export function fakeRooms(operations: Readonly<Record<string, FakeOperation>> = {}): FakeRooms {
  const asked: AskedOperation[] = [];
  return {
    asked,
    async ask<Result, Variables>(
      room: RoomName,
      document: TypedDocumentNode<Result, Variables>,
      variables: Variables,
    ): Promise<Result> {
      const operation = nameOf(document);
      const answer = operations[operation];
      if (!answer) {
        const known = Object.keys(operations).join(', ') || 'none';
        throw new Error(`expected a fake answer to ${operation} of the ${room} room; there are: ${known}`);
      }
      asked.push({ room, operation, variables });
      // As with real ones, whoever does not wait any more has no answer, and it is not known what was done.
      const { signal } = currentBound() ?? {};
      if (signal?.aborted) throw new RoomUnavailable(room, signal.reason);
      const { promise: ended, reject } = Promise.withResolvers<never>();
      const end = () => reject(new RoomUnavailable(room, signal?.reason));
      signal?.addEventListener('abort', end);
      try {
        return (await Promise.race([
          (answer as (variables: unknown) => unknown)(variables),
          ended,
        ])) as Result;
      } finally {
        signal?.removeEventListener('abort', end);
      }
    },
  };
}

function nameOf(document: TypedDocumentNode<unknown, never> | TypedDocumentNode): string {
  const definition = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (definition?.kind !== Kind.OPERATION_DEFINITION || !definition.name) {
    throw new Error('expected a document with one named operation');
  }
  return definition.name.value;
}
