import type { OperationOrigin } from './operations.ts';

/** What one operation knows about whoever sent it. */
export type GatewayContext = OperationOrigin;
