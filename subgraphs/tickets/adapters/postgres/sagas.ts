import type { Database, Transaction } from '@parterre/platform/postgres/database.ts';
import type { StoredForm } from '@parterre/platform/saga/saga.ts';
import type { SagaDriver } from '@parterre/platform/saga/saga-driver.ts';
import { findSaga, insertSaga, lockSaga, saveSaga } from '@parterre/platform/saga/saga-store.ts';
import type { Sagas } from '../../application/ports/storage.ts';

/** What a saga's row says until its driver has said what the first step is. */
export const BEGIN = 'begin';

export interface SagasOptions<State> {
  readonly type: string;
  readonly database: Database;
  readonly driver: SagaDriver;
  readonly stored: StoredForm<State>;
  /** Until when a saga in this state rests; null when it has a step to take. */
  restsUntil(state: State): Date | null;
}

/** Sagas of one type in the platform's table. */
export function createPostgresSagas<State>({
  type,
  database,
  driver,
  stored,
  restsUntil,
}: SagasOptions<State>): Sagas<State> {
  const lockRow = async (tx: Transaction, id: string) => {
    const row = await lockSaga(tx, id);
    return row?.type === type ? row : null;
  };
  const locked = async (tx: Transaction, id: string) => {
    const row = await lockRow(tx, id);
    if (!row) throw new Error(`expected a saga ${type} ${id}`);
    return row;
  };

  return {
    exists: async (id) => (await findSaga(database, id)) !== undefined,

    async begin(tx, id, state) {
      // Nobody runs a saga that begins with a rest, so it gets its timer at once.
      const row = await insertSaga(tx, {
        ...{ id, type, step: BEGIN },
        state: stored.write(state),
        restsUntil: restsUntil(state),
      });
      return row ? 'begun' : 'known';
    },

    async lock(tx, id) {
      const row = await lockRow(tx, id);
      return row && stored.read(row.state);
    },
    async change(tx, id, state) {
      await saveSaga(tx, await locked(tx, id), { state: stored.write(state), step: BEGIN });
    },
    async hand(tx, id, state) {
      await saveSaga(tx, await locked(tx, id), {
        state: stored.write(state),
        step: BEGIN,
        wake: { inMs: 0 },
      });
    },
    async run(id, begun) {
      const { failures, parkedAt } = await driver.run(id, begun);
      return failures > 0 || parkedAt ? 'broken-off' : 'rests';
    },
  };
}
