import { systemClock } from '@parterre/platform/kernel/clock.ts';
import { silentObserver } from '@parterre/platform/saga/step-observer.ts';
import type { ServiceTools } from '@parterre/platform/service/service.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';

/**
 * Tools to put a subgraph together without a server around it. A subgraph may keep them and hand them on; it may not
 * use the database, the bus or another subgraph before it is started, and is told so.
 */
export function stubDependencies(config: unknown): ServiceTools {
  return {
    config,
    database: stub('the database'),
    bus: stub('the bus'),
    subgraphs: stub('another subgraph'),
    clock: systemClock,
    logger: silentLogger,
    stepObserver: silentObserver,
  };
}

function stub<Tool extends object>(what: string): Tool {
  return new Proxy({} as Tool, {
    get: (_target, property) => {
      // A promise that resolves to the tool looks for this.
      if (property === 'then') return undefined;
      return () => {
        throw new Error(`compose() used ${what} (${String(property)}); do that in start()`);
      };
    },
  });
}
