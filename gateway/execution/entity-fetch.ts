import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { ExecutionResult, GraphQLError } from 'graphql';
import {
  accountFor,
  ask,
  blameAll,
  type CompiledFetch,
  compileFetch,
  type PlanContext,
  variablesFor,
} from './compiled-fetch.ts';
import { compilePath, type DataPath } from './data-paths.ts';
import { brokenPromise, type ResponsePath } from './faults.ts';
import { copyOf } from './fetch-document.ts';
import { type Data, isObject } from './generated-code.ts';
import { compileRepresentations, type Representations } from './representations.ts';
import { compileRewrites, type Rewrite } from './rewrites.ts';
import type { Run, Step } from './run.ts';

/** Asks a subgraph for more of entities that are in the answer already. */
export interface EntityFetch extends CompiledFetch {
  readonly at: DataPath;
  readonly representations: Representations;
  readonly rewriteInput: Rewrite | undefined;
}

export function compileEntityFetch(
  node: FetchNode,
  requires: readonly QueryPlanSelectionNode[],
  path: readonly (string | number)[],
  context: PlanContext,
): EntityFetch {
  return {
    ...compileFetch(node, context),
    at: compilePath(path),
    representations: compileRepresentations(context.schema, requires),
    rewriteInput: compileRewrites(context.schema, node.inputRewrites),
  };
}

export function entityFetchStep(fetch: EntityFetch): Step {
  return (run) => {
    if (run.budget.fault) return undefined;
    const batch = gather(run, fetch);
    return batch && askAlone(run, fetch, batch);
  };
}

/** Asks for the entities of one fetch. */
export function askAlone(run: Run, fetch: EntityFetch, batch: Batch): Promise<void> | undefined {
  const { representations } = batch;
  const variables = variablesFor(run.variables, fetch.variableUsages, { representations });
  return ask(run, fetch, variables, (received) => receiveAlone(run, fetch, batch, received));
}

function receiveAlone(run: Run, fetch: EntityFetch, batch: Batch, result: ExecutionResult): undefined {
  const { data, errors = [] } = result;
  receiveEntities(run, fetch, batch, data?._entities, errors.map(belowEntities));
}

/** An error and its place below the list of entities: first the index of one, if it has any. */
export interface EntityError {
  readonly error: GraphQLError;
  readonly path: ResponsePath;
}

export function belowEntities(error: GraphQLError): EntityError {
  return { error, path: error.path?.slice(1) ?? [] };
}

/** The entities that one fetch asks for, each once. */
export interface Batch {
  readonly representations: readonly Data[];
  /** The object that representation n was made of. */
  readonly objects: readonly Data[];
  /** Further objects of the same representation. */
  readonly twins: ReadonlyMap<number, readonly Data[]> | undefined;
}

/** Collects what has to be asked; undefined when there is nothing. */
export function gather(run: Run, fetch: EntityFetch): Batch | undefined {
  const { representations: of } = fetch;
  const entities = fetch.at.collect(run.root);
  const representations: Data[] = [];
  const objects: Data[] = [];
  const known = entities.length > 1 ? new Map<string, number>() : undefined;
  let twins: Map<number, Data[]> | undefined;
  for (const entity of entities) {
    // What could not be fetched before cannot be sent; what depends on it fails for the same reason.
    const fault = run.faults.isEmpty ? undefined : of.faultOf(entity, run.faults);
    if (fault) {
      blameAll(run, fetch, entity, fault);
      continue;
    }
    const representation = of.of(entity);
    if (!representation) continue;
    if (known) {
      const text = of.textOf(representation);
      const twin = known.get(text);
      if (twin !== undefined) {
        twins ??= new Map();
        const others = twins.get(twin);
        if (others) others.push(entity);
        else twins.set(twin, [entity]);
        continue;
      }
      known.set(text, representations.length);
    }
    fetch.rewriteInput?.(representation);
    representations.push(representation);
    objects.push(entity);
  }
  return representations.length > 0 ? { representations, objects, twins } : undefined;
}

/** Merges what came into the entities, and takes the errors to their places. */
export function receiveEntities(
  run: Run,
  fetch: EntityFetch,
  batch: Batch,
  entities: unknown,
  errors: readonly EntityError[],
): void {
  const { objects, twins } = batch;
  if (Array.isArray(entities) && entities.length === objects.length) {
    for (let index = 0; index < objects.length; index += 1) {
      receiveEntity(fetch, entities[index], objects[index], twins?.get(index));
    }
    if (errors.length > 0) accountForErrors(run, fetch, batch, entities, errors);
    return;
  }
  const { name } = fetch.dataSource;
  const got = Array.isArray(entities) ? `${entities.length}` : 'none';
  const broken = brokenPromise(`expected ${objects.length} entities of the subgraph ${name}, got ${got}`);
  const reasons = errors.length > 0 ? errors : [{ error: broken, path: [] }];
  accountForErrors(run, fetch, batch, [], reasons);
}

function receiveEntity(
  fetch: EntityFetch,
  entity: unknown,
  object: Data | undefined,
  twins: readonly Data[] | undefined,
): void {
  if (!isObject(entity) || !object) return;
  // Rewrites have type conditions, and a subgraph was not always asked for the type.
  if (fetch.rewriteOutput && entity.__typename === undefined) entity.__typename = object.__typename;
  fetch.rewriteOutput?.(entity);
  fetch.merge(object, entity);
  for (const twin of twins ?? []) {
    const copy = copyOf(entity, fetch.selected);
    if (isObject(copy)) fetch.merge(twin, copy);
  }
}

function accountForErrors(
  run: Run,
  fetch: EntityFetch,
  { objects, twins }: Batch,
  entities: readonly unknown[],
  errors: readonly EntityError[],
): void {
  const places = fetch.at.locate(run.root);
  for (const { error, path } of errors) {
    const [index, ...below] = path;
    // An error without an index is about all of them: those that did not come fail by it.
    const isAboutOne = typeof index === 'number' && index < objects.length;
    const indexes = isAboutOne ? [index] : objects.keys().filter((each) => !isObject(entities[each]));
    for (const each of indexes) {
      const hasReceived = isObject(entities[each]);
      for (const object of [objects[each], ...(twins?.get(each) ?? [])]) {
        if (!object) continue;
        const target = { object, path: places.get(object) ?? [], hasReceived };
        accountFor(run, fetch, error, target, isAboutOne ? below : []);
      }
    }
  }
}
