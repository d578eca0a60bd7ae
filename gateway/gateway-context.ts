import type { OperationOrigin } from './operations.ts';

/** What one operation knows about whoever sent it. */
export interface GatewayContext extends OperationOrigin {
  /** The type of the answer, where it has been worked out before for the same Accept. */
  readonly contentType?: string;
}
