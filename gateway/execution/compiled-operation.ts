import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { ExecutionResult, GraphQLObjectType } from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';
import type { DataSource } from '../data-source.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { compilePlan } from './compile-plan.ts';
import { type CompiledFetch, compileFetch, type PlanContext } from './compiled-fetch.ts';
import { shapeExactly } from './exact-shape.ts';
import { compileFastShape, unusual } from './fast-shape.ts';
import type { Data } from './generated-code.ts';
import type { Run, Step } from './run.ts';
import { type OperationSelection, pathInDocument, selectionOn } from './selections.ts';
import { Tally, usedUp } from './tally.ts';
import { endOf } from './until-aborted.ts';

/** A plan that is ready to run, and the shape of its answers. */
export interface CompiledOperation {
  /** Fetches everything; of a subscription everything that its event does not bring. Absent: nothing. */
  readonly fetchAll: Step | undefined;
  /** The fetch that opens a subscription. */
  readonly primary: CompiledFetch | undefined;
  /** The answer, once everything was fetched. */
  finish(run: Run): FinishedRun;
}

export interface FinishedRun {
  readonly result: ExecutionResult;
  /** What shaping has charged to the budget. */
  readonly nodes: number;
  readonly bytes: number;
  /** Whether the budget was used up, its time over or its owner gone: then the result is that error alone. */
  readonly endedEarly: boolean;
}

/** @throws Error when the plan is not one that the planner makes as it is configured here */
export function compileOperation(
  supergraph: Supergraph,
  dataSourceOf: (subgraph: string) => DataSource,
  { node }: QueryPlan,
  operation: AdmittedOperation,
): CompiledOperation {
  const { selectionSet } = operation.operation;
  const context: PlanContext = {
    schema: supergraph.fullSchema,
    dataSourceOf,
    inDocument: (path) => pathInDocument(operation.fragments, selectionSet, path),
  };
  const { primary, rest } = partsOf(node);
  const fetchAll = rest && compilePlan(rest, context);
  return {
    fetchAll,
    primary: primary && compileFetch(primary, context),
    finish: compileFinish(
      { schema: supergraph.apiSchema, fragments: operation.fragments, variables: operation.coerced },
      rootTypeOf(supergraph, operation),
      operation,
    ),
  };
}

function partsOf(node: QueryPlan['node']): { readonly primary?: FetchNode; readonly rest?: PlanNode } {
  return node?.kind === 'Subscription' ? node : { rest: node };
}

function rootTypeOf({ apiSchema }: Supergraph, { operation }: AdmittedOperation): GraphQLObjectType {
  const type = apiSchema.getRootType(operation.operation);
  if (type) return type;
  throw new Error(`expected a schema that has a type for every ${operation.operation}, got none`);
}

/** An operation that comes once is not worth generating functions for: they cost some 20 µs for each type. */
const EXACT_SHAPES = 1;

function compileFinish(
  context: OperationSelection,
  rootType: GraphQLObjectType,
  { operation }: AdmittedOperation,
): CompiledOperation['finish'] {
  const selection = selectionOn(context, rootType, [operation.selectionSet]);
  let shapes = 0;
  let shapeFast: ReturnType<typeof compileFastShape> | undefined;

  const shape = (run: Run, tally: Tally): Data | null => {
    if (run.faults.isEmpty && shapeFast) {
      try {
        return shapeFast(run.root, tally);
      } catch (error) {
        if (error !== unusual) throw error;
        tally.startAgain();
      }
    }
    return shapeExactly(run, tally, selection, rootType);
  };

  return (run) => {
    if (run.budget.hasEnded) return endedEarly(run);
    const tally = new Tally(run.budget);
    shapes += 1;
    if (shapes > EXACT_SHAPES) shapeFast ??= compileFastShape(selection, rootType);
    run.faults.settle();
    try {
      const data = shape(run, tally);
      tally.charge();
      const { nodes, bytes } = tally;
      const errors = run.faults.finish();
      return { result: errors.length > 0 ? { errors, data } : { data }, nodes, bytes, endedEarly: false };
    } catch (error) {
      if (error !== usedUp) throw error;
      return endedEarly(run);
    }
  };
}

/** The result of an operation that was ended early: why, and nothing else. */
export function endedEarly({ budget }: Run): FinishedRun {
  return { result: { errors: [endOf(budget)] }, nodes: 0, bytes: 0, endedEarly: true };
}
