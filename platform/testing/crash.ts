import type { Database } from '../postgres/database.ts';
import { DatabaseOutage } from '../postgres/errors.ts';
import type { StepObserver, StepPoint } from '../saga/step-observer.ts';

/**
 * Stands for the end of a process: nothing that it had in hand goes on. To the code that a test lets live on,
 * its database is what is lost; nothing else ends a run without a trace.
 */
export class Crash extends DatabaseOutage {
  constructor(where: string) {
    super(`the process died ${where}`);
    this.name = 'Crash';
  }
}

/** An observer that ends the process at the n-th point (from 1) that a saga reaches; 0: never. */
export function crashAtPoint(n: number): StepObserver & { readonly points: readonly StepPoint[] } {
  const points: StepPoint[] = [];
  return {
    points,
    reached(point) {
      points.push(point);
      if (points.length === n) throw new Crash(`${point.moment} ${point.step}`);
    },
  };
}

/** A database that dies in the n-th transaction (from 1): just before its commit, or just after it. */
export function crashInTransaction(
  database: Database,
  n: number,
  moment: 'before commit' | 'after commit',
): Database & { transactions(): number } {
  let count = 0;
  const dying: Database & { transactions(): number } = {
    atOnce: (text, params) => dying.transaction((tx) => tx.sql(text, params)),
    sql: database.sql,
    em: database.em,
    transactions: () => count,
    async transaction(work) {
      count += 1;
      const isLast = count === n;
      const result = await database.transaction(async (tx) => {
        const answer = await work(tx);
        if (isLast && moment === 'before commit') throw new Crash(moment);
        return answer;
      });
      if (isLast) throw new Crash(moment);
      return result;
    },
  };
  return dying;
}
