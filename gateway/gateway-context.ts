import type { Asker } from '@parterre/platform/kernel/asker.ts';
import type { Caller } from './caller.ts';

/** What one operation knows about whoever sent it. */
export interface GatewayContext {
  readonly asker: Asker;
}

/** The same for whoever plans, executes and shares answers. */
export function callerOf({ asker }: GatewayContext): Caller {
  if (asker.kind === 'person') {
    const { sessionId, userId } = asker;
    return { scope: sessionId, identity: asker, subject: userId, sessionId };
  }
  return { scope: asker.kind, identity: asker };
}
