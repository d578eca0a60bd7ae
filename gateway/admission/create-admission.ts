import { createHash } from 'node:crypto';
import { BoundedMap } from '@parterre/platform/memory/bounded-map.ts';
import {
  type GraphQLError,
  type GraphQLSchema,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isLeafType,
  type NamedTypeNode,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import type { AdmissionLimits } from '../limits.ts';
import { type Preparation, threadMs } from '../rates/preparation.ts';
import type { Admission, AdmittedOperation, OperationRequest, RefusedOperation } from './admission.ts';
import { defineScalars, type Scalars } from './api-scalars.ts';
import { type Price, priceOperation } from './price.ts';
import { createDocumentReader, type ReadDocument } from './read-document.ts';
import { refusal } from './refusal.ts';
import type { Safelist } from './safelist.ts';
import { readSchemaCosts } from './schema-costs.ts';
import { refuseVariables, type Variables, variablesIn } from './variables.ts';

export interface AdmissionOptions {
  /** What the public sees. Its scalars are given their meaning, once. */
  readonly apiSchema: GraphQLSchema;
  /** Everything that was composed, with its directives. */
  readonly fullSchema: GraphQLSchema;
  readonly limits: AdmissionLimits;
  /** What custom scalars mean; one that is not named here takes any value. */
  readonly scalars?: Scalars;
  /** Whether the schema may be asked for. */
  readonly introspection: boolean;
  /** Whether a misspelt name is answered with the ones that exist. */
  readonly suggestsNames: boolean;
  /**
   * For supergraphs of others: how long a list is taken to be whose size is not said. The estimate may then
   * be below the truth. Without it such a supergraph is refused.
   */
  readonly sizeOfUnsizedLists?: number;
  /** The only documents that clients may send; any unless given. */
  readonly safelist?: Safelist | undefined;
  /** Whether a document that is new may be read, and how long that took. */
  readonly preparation?: Preparation | undefined;
}

/** One operation of a good document, with what was made of it. */
interface Prepared {
  readonly key: string;
  readonly operation: OperationDefinitionNode;
  /** Variables that decide about the price: numbers may be sizes, flags conditions. */
  readonly pricedBy: readonly string[];
  readonly prices: BoundedMap<string, Price>;
}

interface KeptDocument {
  readonly read: ReadDocument;
  readonly operations: Map<string | undefined, Prepared>;
}

/** Sizes of pages that one document is asked with. */
const PRICES_PER_OPERATION = 20;
/** Names of operations that one document is asked for. */
const OPERATIONS_PER_DOCUMENT = 50;
/** Bytes that a character of a parsed document takes, tokens and places included: measured, 55, and 187 where every other one is a field. */
const BYTES_PER_CHARACTER = 190;
/** Of each entry: the map's own, prices, errors. */
const BYTES_PER_DOCUMENT = 8 * 1024;

/** What a document takes at most in memory, parsed, by its text. */
export function bytesOfDocument(text: string): number {
  return BYTES_PER_DOCUMENT + text.length * BYTES_PER_CHARACTER;
}

/**
 * The one judgement before planning, for every transport.
 *
 * @throws Error when the supergraph does not say the size of every list
 */
export function createAdmission(options: AdmissionOptions): Admission {
  const { apiSchema, fullSchema, limits, suggestsNames, preparation } = options;
  defineScalars(apiSchema, options.scalars ?? {});
  const costs = readSchemaCosts(apiSchema, fullSchema, options.sizeOfUnsizedLists);
  const readDocument = createDocumentReader(options);
  // Good and bad ones: whoever repeats a mistake has it judged once.
  const documents = new BoundedMap<string, KeptDocument>(limits.documents, {
    max: limits.documentBytes,
    of: ({ read }, text) =>
      read.kind === 'good' ? bytesOfDocument(text) : BYTES_PER_DOCUMENT + text.length * 2,
  });

  const keep = (text: string, address: string | undefined): KeptDocument | GraphQLError => {
    const refusal = address === undefined ? undefined : preparation?.refusal(address);
    if (refusal) return refusal.error;
    const before = threadMs();
    const kept = { read: readDocument(text), operations: new Map() };
    if (address !== undefined) preparation?.took(address, threadMs() - before);
    documents.set(text, kept);
    return kept;
  };

  const price = (prepared: Prepared, read: GoodDocument, coerced: Variables): Price => {
    const values = prepared.pricedBy.map((name) => String(coerced[name])).join();
    const known = prepared.prices.get(values);
    if (known) return known;
    const { operation } = prepared;
    const priced = priceOperation(apiSchema, costs, operation, read.fragments, coerced);
    prepared.prices.set(values, priced);
    return priced;
  };

  return {
    admit({ query, operationName, variables: sent }, address) {
      const malformed = refuseMalformed({ query, operationName }, limits);
      if (malformed) return refused(malformed);
      const variables = variablesIn(sent);
      if (!variables) {
        return refused(
          refusal('BAD_USER_INPUT', `expected "variables" to be an object, got ${kindOf(sent)}`),
        );
      }
      const excessive = refuseVariables(variables, limits);
      if (excessive) return refused(excessive);

      const text = query as string;
      const kept = documents.get(text) ?? keep(text, address);
      if (!('read' in kept)) return refused(kept);
      const { read } = kept;
      if (read.kind === 'bad') return refused(...read.errors);
      const name = (operationName ?? undefined) as string | undefined;
      const prepared = kept.operations.get(name) ?? prepare(kept, read, text, name, apiSchema);
      if (!('key' in prepared)) return refused(prepared);

      const { operation } = prepared;
      const { coerced, errors } = getVariableValues(
        apiSchema,
        operation.variableDefinitions ?? [],
        variables,
        {
          maxErrors: limits.variableErrors,
          hideSuggestions: !suggestsNames,
        },
      );
      if (errors) {
        return refused(...errors.map((error) => refusal('BAD_USER_INPUT', error.message, error)));
      }
      const priced = price(prepared, read, coerced);
      const expensive = refusePrice(priced, operation, limits);
      if (expensive) return refused(expensive);
      return {
        kind: 'admitted',
        key: prepared.key,
        query: text,
        document: read.document,
        fragments: read.fragments,
        operation,
        operationName: name,
        variables,
        coerced,
        cost: priced.cost,
        nodes: priced.nodes,
      } satisfies AdmittedOperation;
    },
  };
}

type GoodDocument = ReadDocument & { readonly kind: 'good' };

function refuseMalformed(
  { query, operationName }: OperationRequest,
  { documentLength }: AdmissionLimits,
): GraphQLError | undefined {
  if (typeof query !== 'string') {
    return refusal('GRAPHQL_PARSE_FAILED', `expected "query" to be a text, got ${kindOf(query)}`);
  }
  if (query.length > documentLength) {
    return refusal(
      'GRAPHQL_PARSE_FAILED',
      `expected a document of at most ${documentLength} characters, got ${query.length}; send long values as variables`,
    );
  }
  if (operationName === undefined || operationName === null || typeof operationName === 'string')
    return undefined;
  return refusal(
    'OPERATION_RESOLUTION_FAILURE',
    `expected "operationName" to be a text, got ${kindOf(operationName)}`,
  );
}

function prepare(
  { operations }: KeptDocument,
  { document }: GoodDocument,
  text: string,
  name: string | undefined,
  apiSchema: GraphQLSchema,
): Prepared | GraphQLError {
  const operation = getOperationAST(document, name);
  if (!operation) {
    // Not kept: a wrong name is as long as whoever sends it likes.
    return refusal(
      'OPERATION_RESOLUTION_FAILURE',
      'expected "operationName" to name one of several operations in the document',
    );
  }
  const prepared = {
    key: createHash('sha256')
      .update(text)
      .update('\0')
      .update(name ?? '')
      .digest('base64url'),
    operation,
    pricedBy: pricingVariables(operation, apiSchema),
    prices: new BoundedMap<string, Price>(PRICES_PER_OPERATION),
  };
  if (operations.size < OPERATIONS_PER_DOCUMENT) operations.set(name, prepared);
  return prepared;
}

/** A size is an Int and a condition a Boolean, so no other variable can change the price. */
function pricingVariables(operation: OperationDefinitionNode, apiSchema: GraphQLSchema): string[] {
  return (operation.variableDefinitions ?? [])
    .filter(({ type: node }) => {
      // A list is neither a size nor a condition, and its text is as long as its sender likes.
      const type = getNullableType(typeFromAST(apiSchema, node as NamedTypeNode));
      return isLeafType(type) && /^(Int|Boolean)$/.test(type.name);
    })
    .map(({ variable }) => variable.name.value);
}

function refusePrice(
  { cost, nodes, introspectionNodes }: Price,
  operation: OperationDefinitionNode,
  limits: AdmissionLimits,
): GraphQLError | undefined {
  // Written so that a number beyond all numbers is refused, too.
  const excess = !(cost <= limits.cost)
    ? `expected an operation that costs at most ${limits.cost}, estimated ${shown(cost)}`
    : !(nodes <= limits.nodes)
      ? `expected an answer of at most ${limits.nodes} values, estimated ${shown(nodes)}`
      : !(introspectionNodes <= limits.introspectionNodes)
        ? `expected at most ${limits.introspectionNodes} values of the schema, estimated ${shown(introspectionNodes)}`
        : undefined;
  if (excess === undefined) return undefined;
  return refusal(
    'BAD_USER_INPUT',
    `${excess}; ask for fewer items, or in several operations`,
    { nodes: operation },
    {
      estimate: { cost: bounded(cost), nodes: bounded(nodes) },
      limit: { cost: limits.cost, nodes: limits.nodes },
    },
  );
}

function shown(estimate: number): string {
  return estimate < 1e15 ? String(Math.ceil(estimate)) : estimate.toExponential(0);
}

/** JSON has no infinity, and a client no use for 300 digits. */
function bounded(estimate: number): number {
  return estimate < Number.MAX_SAFE_INTEGER ? Math.ceil(estimate) : Number.MAX_SAFE_INTEGER;
}

function refused(...errors: readonly GraphQLError[]): RefusedOperation {
  return { kind: 'refused', errors };
}

function kindOf(value: unknown): string {
  return value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object'
        ? 'an object'
        : `a ${typeof value}`;
}
