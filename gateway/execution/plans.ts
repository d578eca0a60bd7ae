import { operationFromDocument } from '@apollo/federation-internals';
import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { BoundedMap } from '@parterre/platform/memory/bounded-map.ts';
import { GraphQLError, type VariableDefinitionNode } from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';
import type { DataSource } from '../data-source.ts';
import { type Preparation, threadMs, unlimitedPreparation } from '../rates/preparation.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { fetchesOf } from './compile-plan.ts';
import { type CompiledOperation, compileOperation } from './compiled-operation.ts';
import { conditionVariables, withoutConditions } from './conditions.ts';

export interface PlanLimits {
  /** Fetches of one plan: beyond it an operation is refused. */
  readonly fetches: number;
  /** Plans that are kept, refusals included. */
  readonly plans: number;
  /** What all of them may take in memory, in bytes (estimated). */
  readonly planBytes: number;
}

export const defaultPlanLimits: PlanLimits = { fetches: 60, plans: 2_000, planBytes: 128 * 1024 * 1024 };

/** Plans of one supergraph, each made once. */
export interface Plans {
  /**
   * The plan, or why the operation is refused. The planner is synchronous, so nobody asks meanwhile.
   *
   * @param address whose time it takes to make one that is new; nobody's unless given
   */
  of(operation: AdmittedOperation, address?: string): CompiledOperation | GraphQLError;
}

interface KeptPlan {
  readonly planned: CompiledOperation | GraphQLError;
  /** Characters of all documents of the plan. */
  readonly length: number;
}

/** An estimate, to bound the cache: what one character of a plan's documents takes, with closures and shapes. */
const BYTES_PER_CHARACTER = 160;
const BYTES_PER_PLAN = 8 * 1024;

export function createPlans(
  supergraph: Supergraph,
  dataSourceOf: (subgraph: string) => DataSource,
  limits: PlanLimits,
  preparation: Preparation = unlimitedPreparation,
): Plans {
  const plans = new BoundedMap<string, KeptPlan>(limits.plans, {
    max: limits.planBytes,
    of: ({ length }) => BYTES_PER_PLAN + length * BYTES_PER_CHARACTER,
  });

  const make = (operation: AdmittedOperation): KeptPlan => {
    const plan = planOf(supergraph, operation);
    const node = plan.node?.kind === 'Subscription' ? plan.node.rest : plan.node;
    const refusal = refuseFetches(fetchesOf(node).length, limits.fetches) ?? refuseVariables(node, operation);
    if (refusal) return { planned: refusal, length: 0 };
    return {
      planned: compileOperation(supergraph, dataSourceOf, plan, operation),
      length: operation.query.length + lengthOf(node),
    };
  };

  return {
    of(operation, address) {
      const key = keyOf(operation);
      const known = plans.get(key);
      if (known) return known.planned;
      // A document of fifty conditions has as many plans as there are combinations, all of them admitted by one reading.
      const refused = address === undefined ? undefined : preparation.refusal(address);
      if (refused) return refused.error;
      const before = threadMs();
      const made = make(operation);
      if (address !== undefined) preparation.took(address, threadMs() - before);
      plans.set(key, made);
      return made.planned;
    },
  };
}

/** Operations of one key differ by the values of their conditions. */
function keyOf({ key, operation, fragments, coerced }: AdmittedOperation): string {
  const names = conditionVariables(operation, fragments);
  if (names.length === 0) return key;
  return `${names.map((name) => (coerced[name] === true ? '+' : '-')).join('')}${key}`;
}

function planOf({ federatedApiSchema, planner }: Supergraph, admitted: AdmittedOperation): QueryPlan {
  const document = withoutConditions(admitted.operation, admitted.fragments, admitted.coerced);
  if (!document) return { kind: 'QueryPlan' };
  // Admission has validated it.
  return planner.buildQueryPlan(operationFromDocument(federatedApiSchema, document, { validate: false }));
}

function refuseFetches(count: number, limit: number): GraphQLError | undefined {
  if (count <= limit) return undefined;
  return refusal(
    `expected an operation that takes at most ${limit} requests to the subgraphs, got one that takes ${count}; ask for less at once`,
    { fetches: count, limit },
  );
}

/** The subgraphs' own variable for entities is called so, and the planner does not rename the client's. */
const RESERVED = 'representations';

/** A variable of this name is none that an object could carry on its way: graphql-js loses it, and so would we. */
const PROTOTYPE = '__proto__';

function isPrototype({ variable }: VariableDefinitionNode): boolean {
  return variable.name.value === PROTOTYPE;
}

function refuseVariables(
  node: PlanNode | undefined,
  { operation }: AdmittedOperation,
): GraphQLError | undefined {
  const clashes = fetchesOf(node).some(
    ({ requires, variableUsages }) => requires && variableUsages?.includes(RESERVED),
  );
  const name = clashes ? RESERVED : operation.variableDefinitions?.some(isPrototype) ? PROTOTYPE : undefined;
  if (name === undefined) return undefined;
  return refusal(`expected variables that are not called $${name}; give it another name`);
}

function refusal(message: string, details: Readonly<Record<string, unknown>> = {}): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 }, ...details },
  });
}

function lengthOf(node: PlanNode | undefined): number {
  return fetchesOf(node).reduce((sum, { operation }) => sum + operation.length, 0);
}
