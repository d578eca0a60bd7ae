import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import type { SagaRow } from '@parterre/platform/saga/saga.ts';
import { findSaga, listOpenSagas, resumeParkedSaga } from '@parterre/platform/saga/saga-store.ts';
import type { Installation, Subgraph } from './installation.ts';
import { type Answer, cut, duration, Refused, secondsSince, UsageError } from './output.ts';

const MOST_LISTED = 1_000;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function listSagas(installation: Installation, onlyParked: boolean): Promise<Answer> {
  const found: { readonly subgraph: Subgraph; readonly saga: SagaRow }[] = [];
  for (const subgraph of subgraphNames) {
    const sagas = await listOpenSagas(await installation.database(subgraph), {
      onlyParked,
      limit: MOST_LISTED,
    });
    found.push(...sagas.map((saga) => ({ subgraph, saga })));
  }
  return {
    json: found.map(({ subgraph, saga: { state: _, ...saga } }) => ({ subgraph, ...saga })),
    none: onlyParked ? 'no parked sagas' : 'no open sagas',
    rows: found.map(({ subgraph, saga }) => ({
      id: saga.id,
      subgraph,
      type: saga.type,
      step: saga.step,
      failures: saga.failures,
      wakes: saga.wakeAt ? wakes(saga.wakeAt) : '',
      parked: saga.parkedAt ? `${duration(secondsSince(saga.parkedAt))} ago` : '',
      cause: cut(saga.parkedCause, 60),
    })),
  };
}

function wakes(at: Date): string {
  const seconds = -secondsSince(at);
  return seconds > 0 ? `in ${duration(seconds)}` : `due for ${duration(-seconds)}`;
}

export async function showSaga(installation: Installation, id: string): Promise<Answer> {
  const { subgraph, saga } = await find(installation, id);
  const json = { subgraph, ...saga };
  return { json, lines: JSON.stringify(json, null, 2).split('\n') };
}

/** Un-parks a saga: whoever runs its subgraph asks the step again that it was parked at. */
export async function resumeSaga(installation: Installation, id: string): Promise<Answer> {
  const { subgraph, saga } = await find(installation, id);
  if (!(await resumeParkedSaga(await installation.database(subgraph), id))) {
    throw new Refused(`expected saga ${id} to be parked; it is at step "${saga.step}"`);
  }
  const when = installation.isRunning === false ? 'when the installation runs again' : 'at once';
  return {
    json: { id, outcome: 'resumed', step: saga.step },
    lines: [`${id}: goes on with step "${saga.step}" ${when}`],
  };
}

async function find(installation: Installation, id: string) {
  if (!ID.test(id)) throw new UsageError(`expected the id of a saga, a UUID, got "${id}"`);
  for (const subgraph of subgraphNames) {
    const saga = await findSaga(await installation.database(subgraph), id);
    if (saga) return { subgraph, saga };
  }
  throw new Refused(`expected a saga ${id}, found none; sagas list shows all that are open`);
}
