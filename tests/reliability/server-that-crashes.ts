/**
 * The real server, with one wire more: it tells its parent of every saga step over IPC, and when the parent has named
 * a point of a saga, the first saga that comes by stands still there for good, or the process kills itself with -9.
 */

import type { StepPoint } from '@parterre/platform/saga/step-observer.ts';
import { startServer } from '../../ops/launch/server.ts';

/** What the parent says. */
export interface CrashOrder {
  /** "booking:authorize:before" */
  readonly at: string;
  readonly then: 'stand still' | 'die';
}

/** What it tells of every point that a saga comes by. */
export interface Reached {
  readonly reached: string;
  /** Whether the saga goes no further. */
  readonly standsStill: boolean;
}

let order: CrashOrder | null = null;
/** Who took such a saga over would carry it on from its last commit: it stands still as well. */
const standing = new Set<string>();
process.on('message', (given: CrashOrder) => {
  order = given;
});

const server = await startServer({ env: process.env, stepObserver: { reached } });

function reached({ saga, sagaId, step, moment }: StepPoint): void | Promise<void> {
  const name = `${saga}:${step}:${moment}`;
  const isMeant = order?.at === name && !standing.has(sagaId);
  if (isMeant && order?.then === 'die') process.kill(process.pid, 'SIGKILL');
  if (isMeant) {
    standing.add(sagaId);
    order = null;
  }
  const standsStill = standing.has(sagaId);
  process.send?.({ reached: name, standsStill } satisfies Reached);
  if (standsStill) return new Promise(() => undefined);
}

process.once('SIGTERM', () => server.stop().then(() => process.exit(0)));
