import type { DocumentNode, FragmentDefinitionNode, GraphQLError, OperationDefinitionNode } from 'graphql';

/** What came over a transport: nothing of it has been judged yet. */
export interface OperationRequest {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

/** An operation that may be planned and run. */
export interface AdmittedOperation {
  readonly kind: 'admitted';
  /** Names text and operation name: operations of one key have one plan. */
  readonly key: string;
  readonly query: string;
  readonly document: DocumentNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | undefined;
  /** As the client sent them: these are forwarded to subgraphs. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** As graphql-js reads them: for conditions, price and shaping only. */
  readonly coerced: Readonly<Record<string, unknown>>;
  /** By `@cost` and `@listSize`; never below what the operation then produces. */
  readonly cost: number;
  /** Upper bound of the values in the answer. */
  readonly nodes: number;
}

/** An operation that is not run. Every error has a code, a bounded message and its place in the document. */
export interface RefusedOperation {
  readonly kind: 'refused';
  readonly errors: readonly GraphQLError[];
}

/** The one way into the gateway, the same for every transport. */
export interface Admission {
  /**
   * Judges an operation before anything is planned or asked. Never throws.
   *
   * @param address whose time it takes to read a document that is new; nobody's unless given
   */
  admit(request: OperationRequest, address?: string): AdmittedOperation | RefusedOperation;
}
