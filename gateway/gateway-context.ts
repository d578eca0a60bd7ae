import type { Asker } from '@parterre/platform/kernel/asker.ts';

/** What one operation knows about whoever sent it. */
export interface GatewayContext {
  readonly asker: Asker;
}
