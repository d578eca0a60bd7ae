import type { Asker } from '@parterre/platform/kernel/asker.ts';
import type { DocumentNode } from 'graphql';

/** An operation that came over a WebSocket, checked, and who sent it. */
export interface SubscribedOperation {
  readonly query: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly asker: Asker;
}
