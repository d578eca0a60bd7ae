import type { IncomingMessage } from 'node:http';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { AdmittedOperation, OperationRequest, RefusedOperation } from '../admission/admission.ts';
import type { AuthenticatedCaller, Caller } from '../caller.ts';

/** Who is behind a connection. */
export interface Authentication {
  /**
   * Reads the text of an Authorization header; absent means anonymous.
   *
   * @throws GraphQLError UNAUTHENTICATED for a token that is not accepted, SERVICE_UNAVAILABLE when nobody can
   *   say at this moment
   */
  identify(authorization: string | undefined, address: string): Promise<Caller | AuthenticatedCaller>;
  /** Whether the session of somebody who was let in has been ended since. */
  isEnded(caller: Caller): boolean;
}

/** Runs queries and mutations, and says what may run at all. */
export interface Operations {
  /** Why nothing more is heard from this address now, by whatever is counted; asked before an operation is read. */
  begin?(address: string): Promise<GraphQLError | undefined>;
  admit(request: OperationRequest, address: string): AdmittedOperation | RefusedOperation;
  /** Never rejects. */
  answer(operation: AdmittedOperation, from: AskedBy): Promise<ExecutionResult>;
  /** Whether its answer is known to be small; taken for small where nobody says. */
  isLight?(operation: AdmittedOperation): boolean;
  /** Why this caller may not run another one now, by whatever is counted; undefined when they may. */
  refusal?(operation: AdmittedOperation, from: ConnectedFrom): Promise<GraphQLError | undefined>;
}

export interface ConnectedFrom {
  readonly caller: Caller;
  readonly address: string;
}

export interface AskedBy extends ConnectedFrom {
  /** Calls back when nobody waits for the answer any more. */
  whenGone(end: () => void): void;
}

/** Why an address may not send so many bytes more; undefined when it may. Never rejects. */
export type CountBytes = (address: string, bytes: number) => Promise<GraphQLError | undefined>;

/** The address that a request counts for; behind trusted proxies not the one that it comes from. */
export type AddressOf = (request: IncomingMessage) => string;
