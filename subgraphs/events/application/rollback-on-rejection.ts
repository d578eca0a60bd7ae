import type { Rejection } from '@parterre/platform/kernel/rejection.ts';

/** Thrown inside a transaction that has changed something already and must now say no: nothing of it stays. */
export class RolledBack<Refusal extends Rejection = Rejection> extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'RolledBack';
    this.refusal = refusal;
  }
}

/** Runs a transaction; when it was rolled back with a refusal, answers that. */
export async function rollbackOnRejection<Outcome>(run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    // Only this subgraph's own use cases throw it, each with a refusal that its outcome type has.
    if (error instanceof RolledBack) return error.refusal as Outcome;
    throw error;
  }
}
