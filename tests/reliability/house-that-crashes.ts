/**
 * The real server, with one wire more: it tells its parent of every saga step over IPC, and when the parent has
 * named a point, the next saga that reaches it stays there for good, until the parent kills the process with -9.
 * So many sagas can be at a point each when one process dies.
 */

import type { StepPoint } from '@parterre/platform/saga/step-observer.ts';
import { startHouse } from '../../ops/launch/house.ts';

/** What the parent says: keep the next saga that comes there. */
export interface HoldOrder {
  readonly holdAt: string;
}

/** What it hears: a saga has come to a point, and stays there or goes on. */
export interface PointReached {
  readonly reached: string;
  readonly isHeld: boolean;
}

/** How a point is written: "booking:authorize:before". */
export function nameOf(point: StepPoint): string {
  return `${point.saga}:${point.step}:${point.moment}`;
}

let holdAt: string | null = null;
process.on('message', (order: HoldOrder) => {
  holdAt = order.holdAt;
});

const house = await startHouse({
  env: process.env,
  stepObserver: {
    reached(point) {
      const name = nameOf(point);
      const isHeld = name === holdAt;
      if (isHeld) holdAt = null;
      process.send?.({ reached: name, isHeld } satisfies PointReached);
      return isHeld ? new Promise<void>(() => {}) : undefined;
    },
  },
});

process.once('SIGTERM', () => house.stop().then(() => process.exit(0)));
