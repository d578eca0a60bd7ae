import type { DocumentNode } from 'graphql';
import type { Caller } from '../caller.ts';

/** An operation that came over a WebSocket, checked, and who sent it. */
export interface SubscribedOperation {
  readonly query: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
}
