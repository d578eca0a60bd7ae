/** What one operation may ask for, judged before anything is planned. */
export interface AdmissionLimits {
  /** Characters of a document; files travel in variables. */
  readonly documentLength: number;
  /** Tokens of a document; the lexer stops there. */
  readonly tokens: number;
  /** Brackets, braces and parentheses of a document inside one another. */
  readonly nesting: number;
  /** Values in the variables, whatever they nest in. */
  readonly variableValues: number;
  /** Lists and objects inside one another, in variables and in literals. */
  readonly valueDepth: number;
  /** Fields of a document, fragments counted as often as they are spread. */
  readonly fields: number;
  /** Fragment definitions of a document. */
  readonly fragments: number;
  /** Fields of an operation inside one another, introspection aside. */
  readonly depth: number;
  /** Fields below `__schema` and `__type` inside one another. */
  readonly introspectionDepth: number;
  /** Aliased fields, and directives, counted as the fields are. */
  readonly aliases: number;
  readonly directives: number;
  /** Fields at the root of an operation. */
  readonly rootFields: number;
  /** Errors that are told of one document, and of one set of variables. */
  readonly documentErrors: number;
  readonly variableErrors: number;
  /** Estimated by `@cost` and `@listSize`: what subgraphs have to look up. */
  readonly cost: number;
  /** Estimated values of the answer. */
  readonly nodes: number;
  /** The same below `__schema` and `__type`. */
  readonly introspectionNodes: number;
  /** Documents, good and bad, that are kept by their text, and their bytes with all that was made of them. */
  readonly documents: number;
  readonly documentBytes: number;
}

/** How much is made at the same time, and how much may wait for it. */
export interface WorkloadLimits {
  /** An operation that takes no more values than this never waits. */
  readonly lightValues: number;
  /** What an operation counts for of which no answer has been seen yet. */
  readonly unknownValues: number;
  /** Values of the operations that run at the same time; one that is larger runs alone. */
  readonly valuesInFlight: number;
  /** Operations that wait, of all clients and of one. */
  readonly waiting: number;
  readonly waitingPerClient: number;
  /** How long one may wait. */
  readonly waitMs: number;
}

/**
 * What bounds an operation, whatever it comes over. Generous for an application, small for an attack. Bodies and
 * connections are bounded by http/http-limits.ts, sockets and streams by subscriptions/limits.ts.
 */
export interface GatewayLimits extends AdmissionLimits, WorkloadLimits {
  /** Fetches of one plan. */
  readonly fetches: number;
}

export const defaultLimits: GatewayLimits = {
  // The longest saved operation has 1,100 characters; the fullest introspection query 1,700.
  documentLength: 64 * 1024,
  tokens: 4_000,
  // Twenty levels of introspection, or fifteen of fields with a literal of twenty, are below 70.
  nesting: 100,
  // A thousand seats to block, a hundred zones with their prices.
  variableValues: 10_000,
  valueDepth: 20,
  // Validation compares fields of one name with one another: 500 take 50 ms, and the planner 50 ms more.
  fields: 500,
  // Validation compares each with each: 100 take 15 ms.
  fragments: 100,
  depth: 15,
  // The introspection query of graphql-js has 13 levels; some tools ask for deeper types.
  introspectionDepth: 20,
  aliases: 50,
  directives: 50,
  rootFields: 50,
  documentErrors: 20,
  // Each message prints the whole value: with thousands of unknown keys five of them take 50 ms.
  variableErrors: 1,
  // A full page of 100 events with hall, venue and up to 50 artists each is 5,300.
  cost: 10_000,
  // The largest plan that can be asked for seat by seat (50,000 seats), asked for as the page of an event does, is 730,000.
  // Plans of that size are rare: what an answer really produces is bounded by the budget of its execution.
  nodes: 800_000,
  // The fullest introspection of the public API has some 30,000.
  introspectionNodes: 200_000,
  documents: 2_000,
  documentBytes: 64 * 1024 * 1024,
  // 50 aliased entities of two subgraphs are 101 fetches and 50 ms of planning.
  fetches: 60,
  // A page of ten events has some 500; 2,000 are made and written within two or three milliseconds.
  lightValues: 2_000,
  // 32 that nobody knows, of 1.7 MB each at the worst, are 54 MB.
  unknownValues: 25_000,
  // One of the largest, or 17 pages of an event: they are believed to be as small as they were, up to a 16th.
  valuesInFlight: 800_000,
  // Two offices of 200 people who all open the page of an event, and as many again.
  waiting: 2_000,
  waitingPerClient: 500,
  // Half of the time that the operation has in all.
  waitMs: 5_000,
};
