import type { Budget } from '@parterre/platform/graphql/budget.ts';
import {
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  parse,
} from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';
import type { OperationContext } from '../execution/executor.ts';

/** An operation as admission hands it out, without having judged it. */
export function admitted(
  schema: GraphQLSchema,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  operationName?: string,
): AdmittedOperation {
  const document = parse(query);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Error('expected the document to hold the operation that is asked for');
  const { coerced = {}, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (errors) throw new AggregateError(errors, errors[0]?.message);
  const fragments = document.definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return {
    kind: 'admitted',
    key: `${operationName ?? ''}\n${query}`,
    query,
    document,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    operation,
    operationName,
    variables,
    coerced,
    cost: 1,
    nodes: 1,
  };
}

/** A budget that counts what is charged and ends when it is told to, or beyond `nodes`. */
export class TestBudget implements Budget {
  nodes = 0;
  bytes = 0;
  fault: GraphQLError | undefined;
  readonly #controller = new AbortController();
  readonly #mostNodes: number;

  constructor(mostNodes = Number.POSITIVE_INFINITY) {
    this.#mostNodes = mostNodes;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get spentNodes(): number {
    return this.nodes;
  }

  get spentBytes(): number {
    return this.bytes;
  }

  get hasEnded(): boolean {
    return this.signal.aborted;
  }

  watch(listener: () => void): void {
    this.signal.addEventListener('abort', listener, { once: true });
  }

  unwatch(listener: () => void): void {
    this.signal.removeEventListener('abort', listener);
  }

  remainingMs(): number {
    return 60_000;
  }

  charge(nodes: number): boolean {
    this.nodes += nodes;
    if (this.nodes > this.#mostNodes) this.abort(new GraphQLError('used up'));
    return this.fault === undefined;
  }

  chargeBytes(bytes: number): boolean {
    this.bytes += bytes;
    return this.fault === undefined;
  }

  abort(fault: GraphQLError): void {
    this.fault ??= fault;
    this.#controller.abort();
  }

  close(): void {}
}

/** Somebody anonymous with a budget that is never used up. */
export function aContext(context: Partial<OperationContext> = {}): OperationContext {
  return { caller: { scope: 'anonymous', identity: undefined }, budget: new TestBudget(), ...context };
}
