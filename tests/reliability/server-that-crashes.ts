/**
 * The real server, with one wire more: it tells its parent of every saga step over IPC, and when the parent
 * has named a point of a saga, it kills itself with -9 the moment that point is reached.
 */

import type { StepPoint } from '@parterre/platform/saga/step-observer.ts';
import { startServer } from '../../ops/launch/server.ts';

/** What the parent says: die there. */
export interface CrashOrder {
  readonly crashAt: string;
}

/** How a point is written: "booking:authorize:before". */
export function nameOf(point: StepPoint): string {
  return `${point.saga}:${point.step}:${point.moment}`;
}

let crashAt: string | null = null;
process.on('message', (order: CrashOrder) => {
  crashAt = order.crashAt;
});

const server = await startServer({
  env: process.env,
  stepObserver: {
    reached(point) {
      const name = nameOf(point);
      if (name === crashAt) process.kill(process.pid, 'SIGKILL');
      process.send?.({ reached: name });
    },
  },
});

process.once('SIGTERM', () => server.stop().then(() => process.exit(0)));
