import type { EntitySchema } from '@mikro-orm/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { z } from 'zod';
import type { Bus, DeliveredFact, GroupBeginning } from '../bus/bus.ts';
import type { Budget } from '../graphql/budget.ts';
import type { AccessRules } from '../graphql/enforce-access.ts';
import type { Caller } from '../kernel/caller.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Rejection } from '../kernel/rejection.ts';
import type { Database, SqlMigration } from '../postgres/database.ts';
import type { StepObserver } from '../saga/step-observer.ts';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { AtOnceContext, FactContext, JobContext } from './use-case.ts';

/**
 * A subgraph as a value: everything that is needed to run it, in one process with the others or alone.
 * Each subgraph's `service.ts` exports one.
 */
export interface ServiceDefinition<Config extends z.ZodType = z.ZodType> {
  readonly name: string;
  /** The text of schema.graphql. */
  readonly typeDefs: string;
  /** What `@allow(role: …)` may name in it beside ANYONE, USER and SUBGRAPH. */
  readonly roles?: AccessRules;
  /** MikroORM entities made with `defineEntity`. */
  readonly entities: readonly EntitySchema[];
  readonly migrations: readonly SqlMigration[];
  /** The environment variables that this subgraph reads, parsed once before anything starts. */
  readonly config: Config;
  /** Puts the subgraph together. Called once, after the migrations have run; starts nothing by itself. */
  compose(tools: ServiceTools<z.output<Config>>): ComposedService | Promise<ComposedService>;
  /**
   * Makes anew what it sums up of facts that it keeps, and tells whether that was right. Whether the subgraph runs
   * meanwhile or not; its tables are as its migrations left them. It takes two connections, from a pool that nobody
   * else draws upon: whoever waits for it must not keep it waiting. Absent where there are no such sums.
   */
  rebuild?(database: Database): Promise<Rebuilt | Rejection>;
}

/** What came of a rebuild. */
export interface Rebuilt {
  /** So many facts were summed up. */
  readonly facts: number;
  /** Null where the rows that were there were made by older rules, so that they may differ. */
  readonly comparison: {
    /** Rows that are there now. */
    readonly rows: number;
    /** Rows that were not as they are now. */
    readonly differences: number;
    /** The first of them as it was and as it is, null for no row. */
    readonly first: {
      readonly row: string;
      readonly before: string | null;
      readonly after: string | null;
    } | null;
  } | null;
}

/** What the platform lends to a subgraph. */
export interface ServiceTools<Config = unknown> {
  readonly config: Config;
  readonly database: Database;
  readonly bus: Bus;
  readonly subgraphs: SubgraphClient;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told of every saga step before and after it runs; tests use it to crash at a chosen point. */
  readonly stepObserver: StepObserver;
}

export interface ComposedService {
  readonly resolvers: ResolverMap;
  /** Fresh dataloaders (and anything else a request needs once) for one request of one caller. */
  loaders?(caller: Caller): object;
  readonly consumers?: readonly FactConsumer[];
  readonly jobs?: readonly Job[];
  /** Runs after the subgraph is attached to the bus and before it is ready: warm a projection, say. */
  start?(): Promise<void>;
  stop?(): Promise<void>;
}

/** What a resolver gets as its context. `Loaders` is what the subgraph's `loaders` returned. */
export interface RequestContext<Loaders = object> {
  readonly caller: Caller;
  readonly loaders: Loaders;
  readonly now: Date;
  /** The address of the client whose operation this is part of; undefined where nobody knows it. */
  readonly clientAddress?: string;
  /** What the operation may still use; lists charge it by themselves. Absent in tests of single resolvers. */
  readonly budget?: Budget;
}

// Resolver signatures differ by type; generated types check them at the subgraph's own declaration.
export type ResolverMap = Record<string, object>;
export type AnyResolver = (
  source: never,
  args: never,
  context: RequestContext,
  info: GraphQLResolveInfo,
) => unknown;

/**
 * What a subgraph does on facts of one type. `apply` runs in the transaction that records the fact in the
 * inbox: exactly one effect per fact and consumer, however often the fact is delivered. It may publish.
 */
export interface FactConsumer {
  /** Unique within the subgraph and stable for good: "open-wallet". */
  readonly name: string;
  readonly topic: string;
  readonly types: readonly string[];
  /**
   * Whether a fact that is applied again has no second effect even when the inbox has forgotten it, so that the
   * consumer may be rewound beyond the inbox's memory. By default not.
   */
  readonly isReplayable?: boolean;
  /**
   * Where it begins in an installation that has facts already: with the first one kept, when it must make up
   * for the past, or now, when old facts would do harm (a mail for each). Known consumers go on where they were.
   */
  readonly begins: GroupBeginning;
  apply(delivered: DeliveredFact, context: FactContext): Promise<void>;
  /**
   * The same in one statement, which is a transaction and notes the fact in the inbox as well (`enteredInbox`), for facts that
   * it is worth it for. False when it did nothing, for whatever reason: then `apply` is to do it.
   */
  applyAtOnce?(delivered: DeliveredFact, context: AtOnceContext): Promise<boolean>;
  /** Facts of different keys that are applied at one time at most; 1 where all of them change one row. */
  readonly width?: number;
}

/** Work that comes back by itself: due timers, sweeps. Runs in every replica; locks rows itself. */
export interface Job {
  readonly name: string;
  /** Pause between a run that found nothing and the next one, in milliseconds. */
  readonly everyMs: number;
  /**
   * Does one batch; answers how many items it handled. Called again at once while that is above zero. Stops
   * waiting for whatever it waits for when the context's signal is aborted.
   */
  run(context: JobContext): Promise<number>;
  /** Waits for what is still running between two runs. Called when no run will follow. */
  drain?(): Promise<void>;
}
