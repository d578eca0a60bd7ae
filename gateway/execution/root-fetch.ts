import type { ExecutionResult } from 'graphql';
import {
  accountFor,
  ask,
  blameAll,
  type CompiledFetch,
  type Target,
  variablesFor,
} from './compiled-fetch.ts';
import type { DataPath } from './data-paths.ts';
import { brokenPromise } from './faults.ts';
import { copyOf } from './fetch-document.ts';
import { isObject } from './generated-code.ts';
import type { Run, Step } from './run.ts';

/**
 * A fetch that asks the root of a subgraph.
 *
 * @param at where in the answer it belongs when that is not the root itself
 */
export function rootFetchStep(fetch: CompiledFetch, at: DataPath | undefined): Step {
  return (run) => {
    if (run.budget.fault) return undefined;
    if (at && at.collect(run.root).length === 0) return undefined;
    return ask(run, fetch, variablesFor(run.variables, fetch.variableUsages), (received) =>
      receiveRoot(run, fetch, received, at),
    );
  };
}

/** Takes in what the root of a subgraph has answered. */
export function receiveRoot(
  run: Run,
  fetch: CompiledFetch,
  result: ExecutionResult,
  at?: DataPath,
): undefined {
  const data = isObject(result.data) ? result.data : undefined;
  if (data) {
    fetch.rewriteOutput?.(data);
    const targets = at?.collect(run.root);
    if (targets) {
      for (const [index, target] of targets.entries()) {
        const source = index === 0 ? data : copyOf(data, fetch.selected);
        if (isObject(source)) fetch.merge(target, source);
      }
    } else if (!run.begin(data)) {
      fetch.merge(run.root, data);
    }
  }
  if (!result.errors?.length && data) return undefined;
  for (const target of targetsOf(run, at, data !== undefined)) {
    for (const error of result.errors ?? []) accountFor(run, fetch, error, target, error.path ?? []);
    if (!result.errors?.length) {
      const message = `expected data of the subgraph ${fetch.dataSource.name}, got none and no error`;
      blameAll(run, fetch, target.object, run.faults.add(brokenPromise(message)));
    }
  }
  return undefined;
}

function targetsOf(run: Run, at: DataPath | undefined, hasReceived: boolean): readonly Target[] {
  if (!at) return [{ object: run.root, path: [], hasReceived }];
  return [...at.locate(run.root)].map(([object, path]) => ({
    object: object as Target['object'],
    path,
    hasReceived,
  }));
}
