import type { Database } from '../postgres/database.ts';
import type { Job } from '../service/service.ts';
import { gauge } from '../telemetry/metrics.ts';
import { countOpenSagas } from './saga-store.ts';

/** Raised when a saga is parked, and set anew from the table by the job. */
export const parkedSagas = gauge(
  'parterre_sagas_parked',
  'Sagas that wait for a person: a compensation was refused, or a step threw again and again.',
  ['type'],
);
const openSagas = gauge(
  'parterre_sagas_open',
  'Sagas that have not ended, by the step that comes next; "waiting" rests until its time has come.',
  ['type', 'step'],
);

const COUNT_MS = 15_000;

/** Counts what sagas are at, from the table: it shows also when nothing moves. */
export function countSagas(database: Database, types: readonly string[]): Job {
  /** What was counted before: a step at which nobody stands any more has to be told once more, as 0. */
  const told = new Map<string, { readonly type: string; readonly step: string }>();
  return {
    name: 'count-sagas',
    everyMs: COUNT_MS,
    async run() {
      const counts = await countOpenSagas(database);
      for (const labels of told.values()) openSagas.set(labels, 0);
      for (const type of types) {
        const own = counts.filter((each) => each.type === type);
        parkedSagas.set({ type }, sumOf(own.filter(({ isParked }) => isParked)));
        for (const [step, some] of Map.groupBy(own, (each) => each.step)) {
          told.set(`${type} ${step}`, { type, step });
          openSagas.set({ type, step }, sumOf(some));
        }
      }
      return 0;
    },
  };
}

function sumOf(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
