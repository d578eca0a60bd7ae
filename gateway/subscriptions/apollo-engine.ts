import type { ApolloServer } from '@apollo/server';
import type { ServiceTokens } from '@parterre/platform/auth/service-tokens.ts';
import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import type { SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import type { Asker } from '@parterre/platform/kernel/asker.ts';
import { BoundedMap } from '@parterre/platform/memory/bounded-map.ts';
import {
  type DocumentNode,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';
import type { DataSource } from '../data-source.ts';
import type { OutwardErrors } from '../errors/outward-errors.ts';
import type { SubscriptionPlan } from '../execution/executor.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { limitRules, limits } from '../limits/limits.ts';
import { refuseUnstorableText } from '../limits/no-unstorable-text.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import type { TextLogger } from '../text-logger.ts';
import type { Engine } from './engine.ts';
import { createSubscriptionPlanner } from './plan-subscription.ts';
import type { Operations } from './ports.ts';
import { prepareRest } from './run-rest.ts';

export interface ApolloEngineOptions {
  readonly supergraph: Supergraph;
  readonly subgraphs: ReadonlyMap<string, SubgraphServer>;
  readonly serviceTokens: Pick<ServiceTokens, 'sign'>;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly errors: OutwardErrors;
  /** Whether a misspelt name is answered with the ones that exist. */
  readonly suggestsNames: boolean;
  readonly logger: TextLogger;
}

type Checked = DocumentNode | readonly GraphQLError[];
const MAX_DOCUMENTS = 1_000;
const rules = [...specifiedRules, ...limitRules];

/** Subscriptions by Apollo's planner and executor, and queries over a socket by Apollo Server. */
export function createApolloEngine(options: ApolloEngineOptions): Engine & Operations {
  const { supergraph, apollo, subgraphs, serviceTokens } = options;
  const { planner, prepare } = {
    planner: createSubscriptionPlanner(supergraph),
    prepare: (operation: AdmittedOperation, asker: Asker) =>
      prepareRest(supergraph, planSubscription(operation).plan, { ...operation, asker }, options.logger),
  };
  const dataSources = new Map(
    [...subgraphs].map(([name, server]) => [name, sourceOf(server, serviceTokens)]),
  );

  function planSubscription(operation: AdmittedOperation) {
    const plan = planner.plan(operation.document, operation.operationName);
    const document = parse(plan.primary.operation);
    return { plan, document };
  }

  return {
    apiSchema: supergraph.apiSchema,
    fullSchema: supergraph.fullSchema,
    admission: { admit: createAdmit(options) },
    admit: createAdmit(options),
    dataSourceOf(name) {
      const source = dataSources.get(name);
      if (source) return source;
      throw new Error(`expected one of the subgraphs ${[...dataSources.keys()].join(', ')}, got ${name}`);
    },
    executor: {
      planSubscription(operation): SubscriptionPlan {
        const { plan, document } = planSubscription(operation);
        const { primary } = plan;
        const used = new Set(primary.variableUsages ?? []);
        return {
          subgraph: primary.serviceName,
          request: ({ variables }, { caller, budget }) => ({
            document,
            text: primary.operation,
            operationName: primary.operationName,
            variables: Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name))),
            caller,
            budget,
          }),
          complete: (event, asked, { caller }) => prepare(asked, caller.identity as Asker)(event),
        };
      },
    },
    async answer({ query, operationName, variables }, caller) {
      const request = { query, operationName, variables: { ...variables } };
      const contextValue = { asker: caller.identity as Asker };
      const { body } = await apollo.executeOperation(request, { contextValue });
      if (body.kind !== 'single') throw new Error('expected one result, got an incremental one');
      const { data, errors: formatted } = body.singleResult;
      const shown = formatted?.map(({ message, ...rest }) => new GraphQLError(message, rest));
      return { data, ...(shown ? { errors: shown } : {}) };
    },
  };
}

function sourceOf(server: SubgraphServer, serviceTokens: Pick<ServiceTokens, 'sign'>): DataSource {
  const request = async (identity: unknown) => serviceTokens.sign(identity as Asker);
  return {
    name: server.name,
    async execute({ document, variables, operationName, caller, budget }) {
      const serviceToken = await request(caller.identity);
      return server.execute({ document, variables, operationName, serviceToken, signal: budget.signal });
    },
    async subscribe({ document, variables, operationName, caller, budget }) {
      const serviceToken = await request(caller.identity);
      return server.subscribe({ document, variables, operationName, serviceToken, signal: budget.signal });
    },
  };
}

function createAdmit({ supergraph, errors, suggestsNames }: ApolloEngineOptions): Operations['admit'] {
  const documents = new BoundedMap<string, Checked>(MAX_DOCUMENTS);
  return ({ query, operationName, variables }) => {
    if (typeof query !== 'string') return refused([badUserInput('expected a document')]);
    const document = documents.get(query) ?? checkDocument(supergraph, query);
    documents.set(query, document);
    if (!('kind' in document)) {
      return refused(document.map((fault) => errors.show(suggestsNames ? fault : withoutSuggestion(fault))));
    }
    const name = typeof operationName === 'string' ? operationName : undefined;
    const operation = getOperationAST(document, name);
    if (!operation) {
      return refused([badUserInput('expected the document to hold the one operation that is to be run')]);
    }
    const given = (variables ?? {}) as Readonly<Record<string, unknown>>;
    const unstorable = refuseUnstorableText(given);
    if (unstorable) return refused([unstorable]);
    const coerced = getVariableValues(supergraph.apiSchema, operation.variableDefinitions ?? [], given);
    if (coerced.errors) return refused(coerced.errors.map(({ message }) => badUserInput(message)));
    const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
    return {
      kind: 'admitted',
      key: JSON.stringify([query, name ?? '']),
      query,
      document,
      fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
      operation,
      operationName: name,
      variables: given,
      coerced: coerced.coerced ?? {},
      cost: 0,
      nodes: 0,
    };
  };
}

function refused(errors: readonly GraphQLError[]) {
  return { kind: 'refused', errors } as const;
}

function checkDocument(supergraph: Supergraph, query: string): Checked {
  try {
    const document = parse(query, { maxTokens: limits.tokens });
    const faults = validate(supergraph.apiSchema, document, rules);
    return faults.length > 0 ? faults.map((fault) => coded(fault, 'GRAPHQL_VALIDATION_FAILED')) : document;
  } catch (error) {
    // The parser calls itself for every level of nesting, and ends so when the stack does.
    const fault = error instanceof RangeError ? new GraphQLError(error.message) : error;
    if (!(fault instanceof GraphQLError)) throw error;
    return [coded(fault, 'GRAPHQL_PARSE_FAILED')];
  }
}

/** graphql-js lists similar names, and so the schema bit by bit, to whoever asks for wrong ones. */
function withoutSuggestion({ message, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message.replace(/ ?Did you mean .*$/, ''), { extensions });
}

function coded(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, { extensions: { code } });
}
