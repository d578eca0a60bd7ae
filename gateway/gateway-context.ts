import type { SessionExchange } from './http/session-exchange.ts';
import type { OperationOrigin } from './operations.ts';

/** What one operation knows about whoever sent it. */
export interface GatewayContext extends OperationOrigin {
  /** The type of the answer, where it has been worked out before for the same Accept. */
  readonly contentType?: string;
  /** At the address of the session: what else is done with the operation and its answer. */
  readonly exchange?: SessionExchange;
}
