import type { Caller } from './caller.ts';

/** What one operation knows about whoever sent it. */
export interface GatewayContext {
  readonly caller: Caller;
}
