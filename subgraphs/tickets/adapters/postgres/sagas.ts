import type { Database } from '@parterre/platform/postgres/database.ts';
import type { SagaDriver } from '@parterre/platform/saga/saga-driver.ts';
import {
  findSaga,
  insertSaga,
  lockSaga,
  type SagaRow,
  saveSaga,
  type Wake,
} from '@parterre/platform/saga/saga-store.ts';
import type { Sagas } from '../../application/ports/sagas.ts';

export interface SagasOptions<State> {
  readonly type: string;
  readonly database: Database;
  readonly driver: SagaDriver;
  /** Until when a saga in this state rests; null when it has a step to take. */
  restsUntil(state: State): Date | null;
}

/** Sagas of one type in the platform's table. */
export function sagasInPostgres<State>({
  type,
  database,
  driver,
  restsUntil,
}: SagasOptions<State>): Sagas<State> {
  const save = async (
    tx: Parameters<Sagas<State>['lock']>[0],
    row: SagaRow<State>,
    state: State,
    wake?: Wake,
  ) => {
    await saveSaga(tx, row, { state, wake });
  };
  const lockRow = async (tx: Parameters<Sagas<State>['lock']>[0], id: string) => {
    const row = await lockSaga<State>(tx, id);
    return row?.type === type ? row : null;
  };
  const locked = async (tx: Parameters<Sagas<State>['lock']>[0], id: string) => {
    const row = await lockRow(tx, id);
    if (!row) throw new Error(`expected a saga ${type} ${id}`);
    return row;
  };

  return {
    exists: async (id) => (await findSaga(database, id)) !== undefined,

    async begin(tx, id, state) {
      const row = await insertSaga(tx, { id, type, state });
      const at = restsUntil(state);
      // Nobody runs a saga that begins with a rest, so it gets its timer at once.
      if (at) await save(tx, row, state, { at });
    },

    lock: async (tx, id) => (await lockRow(tx, id))?.state ?? null,
    change: async (tx, id, state) => save(tx, await locked(tx, id), state),
    hand: async (tx, id, state) => save(tx, await locked(tx, id), state, { inMs: 0 }),
    run: async (id) => {
      await driver.run(id);
    },
  };
}
