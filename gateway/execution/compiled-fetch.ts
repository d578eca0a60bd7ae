import type { FetchDataRewrite, FetchNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  isInterfaceType,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import type { DataSource } from '../data-source.ts';
import type { Fault, Faults, ResponsePath } from './faults.ts';
import {
  compileMerge,
  type Merge,
  namesIn,
  operationIn,
  type Selected,
  selectedBy,
  selectionOf,
} from './fetch-document.ts';
import { type Data, isObject, readProperty } from './generated-code.ts';
import { compileRewrites, type Rewrite } from './rewrites.ts';
import type { Run } from './run.ts';

/** What compiling a plan has to know. */
export interface PlanContext {
  /** The full supergraph: plans speak of what the public does not see. */
  readonly schema: GraphQLSchema;
  dataSourceOf(subgraph: string): DataSource;
  /** The longest beginning of a path that the client's document selects. */
  inDocument(path: ResponsePath): ResponsePath;
}

/** One fetch of a plan, made ready once. */
export interface CompiledFetch {
  readonly dataSource: DataSource;
  readonly operation: OperationDefinitionNode;
  readonly document: DocumentNode;
  readonly text: string;
  readonly operationName: string | undefined;
  readonly variableUsages: readonly string[];
  /** What it brings, after the output rewrites. */
  readonly selected: Selected;
  readonly merge: Merge;
  readonly rewriteOutput: Rewrite | undefined;
  /** The path of an error as the client knows it: response names that the plan has changed are changed back. */
  renamed(path: ResponsePath): ResponsePath;
  inDocument: PlanContext['inDocument'];
}

export function compileFetch(node: FetchNode, context: PlanContext): CompiledFetch {
  if (node.contextRewrites?.length) {
    throw new Error(`expected a plan without @fromContext, got one in a fetch from ${node.serviceName}`);
  }
  const { schema } = context;
  const document = parse(node.operation, { noLocation: true });
  const operation = operationIn(document);
  const selected = selectedBy(selectionOf(operation), node.outputRewrites);
  return {
    dataSource: context.dataSourceOf(node.serviceName),
    operation,
    document,
    text: node.operation,
    operationName: node.operationName,
    variableUsages: node.variableUsages ?? [],
    selected,
    merge: compileMerge(
      selected,
      (name) => typeof name === 'string' && isInterfaceType(schema.getType(name)),
    ),
    rewriteOutput: compileRewrites(schema, node.outputRewrites),
    renamed: compileRenaming(node.outputRewrites ?? []),
    inDocument: context.inDocument,
  };
}

/** The variables of the client that a fetch uses, as they were sent, and further ones. */
export function variablesFor(
  sent: Readonly<Record<string, unknown>>,
  names: readonly string[],
  further?: Data,
): Data {
  const variables: Data = { ...further };
  for (const name of names) {
    if (Object.hasOwn(sent, name) && sent[name] !== undefined) variables[name] = sent[name];
  }
  return variables;
}

/** Asks a data source and takes in what it answers. What it throws against its contract becomes an error of the result. */
export function ask(
  run: Run,
  fetch: Pick<CompiledFetch, 'dataSource' | 'document' | 'text' | 'operationName'>,
  variables: Data,
  receive: (result: ExecutionResult) => Promise<void> | undefined,
): Promise<void> | undefined {
  const { dataSource, document, text, operationName } = fetch;
  const { caller, budget } = run;
  let result: ExecutionResult | Promise<ExecutionResult>;
  try {
    result = dataSource.execute({ document, text, operationName, variables, caller, budget });
  } catch (error) {
    return receive(asResult(error));
  }
  if (!isPromise(result)) return receive(result);
  return result.then(receive, (error: unknown) => receive(asResult(error)));
}

function asResult(error: unknown): ExecutionResult {
  const originalError = error instanceof Error ? error : new Error(String(error));
  const extensions = { code: 'INTERNAL_SERVER_ERROR' };
  return { errors: [new GraphQLError(originalError.message, { originalError, extensions })] };
}

export function isPromise<Value>(value: Value | Promise<Value>): value is Promise<Value> {
  return typeof (value as Promise<Value> | undefined)?.then === 'function';
}

/** An object that a fetch was to fill, and what came for it. */
export interface Target {
  readonly object: Data;
  /** Where it stands in the answer. */
  readonly path: ResponsePath;
  readonly hasReceived: boolean;
}

/**
 * Takes an error of a subgraph to the places that it explains.
 *
 * @param path below the target, as the subgraph knows it; empty when nothing of the target came
 */
export function accountFor(
  run: Run,
  fetch: CompiledFetch,
  error: GraphQLError,
  target: Target,
  path: ResponsePath,
): void {
  const below = fetch.renamed(path);
  const place = fetch.inDocument([...target.path, ...below]);
  const fault = run.faults.add(subgraphError(error, fetch.dataSource.name, place));
  if (below.length > 0) run.faults.blameAlong(target.object, below, fault);
  if (below.length === 0 || !target.hasReceived) blameAll(run, fetch, target.object, fault);
}

/**
 * Blames a fault for all that a fetch was to bring for an object and has not. Looks once everything has come: other
 * fetches, side by side with this one, may bring the same objects with other fields.
 */
export function blameAll({ faults }: Run, { selected }: CompiledFetch, object: Data, fault: Fault): void {
  faults.atLast(() => {
    // An entity that is known by its interface has a name already, but not yet the one of its type.
    if (selected.has('__typename')) faults.blame(object, '__typename', fault);
    blameMissing(faults, selected, object, fault);
  });
}

function blameMissing(faults: Faults, selected: Selected, object: Data, fault: Fault): void {
  for (const [name, below] of selected) {
    const value = readProperty(object, name);
    if (value === undefined) faults.blame(object, name, fault);
    else if (below && isObject(value) && !Array.isArray(value)) blameMissing(faults, below, value, fault);
  }
}

export function subgraphError(
  error: GraphQLError,
  serviceName: string,
  path: ResponsePath | undefined,
): GraphQLError {
  const { extensions } = error;
  const code = extensions?.code ?? 'DOWNSTREAM_SERVICE_ERROR';
  return new GraphQLError(
    error.message || `expected an answer of the subgraph ${serviceName}, got an error`,
    {
      path: path && path.length > 0 ? [...path] : undefined,
      extensions: { ...extensions, code, serviceName },
      originalError: error instanceof Error ? (error.originalError ?? error) : undefined,
    },
  );
}

function compileRenaming(rewrites: readonly FetchDataRewrite[]): CompiledFetch['renamed'] {
  const renames = new Map<string, string>();
  for (const rewrite of rewrites) {
    if (rewrite.kind === 'KeyRenamer') renames.set(namesIn(rewrite.path).join('.'), rewrite.renameKeyTo);
  }
  if (renames.size === 0) return (path) => path;
  return (path) => {
    const names: string[] = [];
    return path.map((key) => {
      if (typeof key === 'number') return key;
      names.push(key);
      return renames.get(names.join('.')) ?? key;
    });
  };
}
