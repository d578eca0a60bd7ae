import { type DocumentNode, type ExecutionResult, print } from 'graphql';
import { ask, variablesFor } from './compiled-fetch.ts';
import {
  askAlone,
  type Batch,
  belowEntities,
  type EntityFetch,
  gather,
  receiveEntities,
} from './entity-fetch.ts';
import { mergeEntityFetches } from './fetch-document.ts';
import type { Data } from './generated-code.ts';
import type { Run, Step } from './run.ts';

/** Whether a fetch can be asked together with others: none of its variables is called like theirs. */
export function canBeMerged({ variableUsages }: Pick<EntityFetch, 'variableUsages'>): boolean {
  return variableUsages.every((name) => !/^r\d+$/.test(name));
}

/**
 * Entity fetches that run at the same time and ask the same subgraph, as one operation: a request less, and
 * the subgraph's loaders see all of it at once.
 */
export function mergedFetchStep(fetches: readonly [EntityFetch, EntityFetch, ...EntityFetch[]]): Step {
  const document = mergeEntityFetches(fetches.map(({ operation }) => operation));
  const merged: MergedFetch = {
    fetches,
    document,
    text: print(document),
    operationName: undefined,
    dataSource: fetches[0].dataSource,
    variableUsages: [...new Set(fetches.flatMap(({ variableUsages }) => variableUsages))],
  };
  return (run) => {
    if (run.budget.fault) return undefined;
    const batches: (Batch | undefined)[] = [];
    let asking = 0;
    let last = 0;
    for (const fetch of fetches) {
      const batch = gather(run, fetch);
      if (batch) {
        asking += 1;
        last = batches.length;
      }
      batches.push(batch);
    }
    if (asking > 1) return askTogether(run, merged, batches);
    const [fetch, batch] = [fetches[last], batches[last]];
    return fetch && batch && askAlone(run, fetch, batch);
  };
}

interface MergedFetch {
  readonly fetches: readonly EntityFetch[];
  readonly document: DocumentNode;
  readonly text: string;
  readonly operationName: undefined;
  readonly dataSource: EntityFetch['dataSource'];
  readonly variableUsages: readonly string[];
}

type Batches = readonly (Batch | undefined)[];

function askTogether(run: Run, merged: MergedFetch, batches: Batches): Promise<void> | undefined {
  const representations: Data = {};
  for (const [index, batch] of batches.entries()) {
    representations[`r${index}`] = batch?.representations ?? [];
  }
  const variables = variablesFor(run.variables, merged.variableUsages, representations);
  return ask(run, merged, variables, (received) => receiveTogether(run, merged, batches, received));
}

function receiveTogether(
  run: Run,
  { fetches }: MergedFetch,
  batches: Batches,
  result: ExecutionResult,
): Promise<void> | undefined {
  const { data, errors = [] } = result;
  // `_entities` cannot be null, so an alias that fails as a whole takes the others with it. They are asked
  // again, each alone, once; when the request itself has failed, asking again would only double the load.
  if (!data && errors.some(({ path }) => path !== undefined)) {
    return all(
      fetches.map((fetch, index) => {
        const batch = batches[index];
        return batch && askAlone(run, fetch, batch);
      }),
    );
  }
  for (let index = 0; index < fetches.length; index += 1) {
    const [fetch, batch] = [fetches[index], batches[index]];
    if (!fetch || !batch) continue;
    const alias = `e${index}`;
    const own = errors.filter(({ path }) => path === undefined || path[0] === alias);
    receiveEntities(run, fetch, batch, data?.[alias], own.map(belowEntities));
  }
  return undefined;
}

/** Waits for all that have to be waited for. */
export function all(pending: readonly (Promise<void> | undefined)[]): Promise<void> | undefined {
  const promises = pending.filter((each) => each !== undefined);
  if (promises.length < 2) return promises[0];
  return Promise.all(promises).then(() => undefined);
}
