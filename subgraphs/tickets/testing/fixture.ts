import { generateKeyPairSync } from 'node:crypto';
import { createSubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import type { Caller, UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import type { Database, SqlValue } from '@parterre/platform/postgres/database.ts';
import type { Statement } from '@parterre/platform/postgres/statement.ts';
import type { Job } from '@parterre/platform/service/service.ts';
import { patiently, startTestService, type TestService } from '@parterre/platform/testing/test-service.ts';
import { testServiceTokens } from '@parterre/platform/testing/test-service-tokens.ts';
import type { ExecutionResult } from 'graphql';
import type { z } from 'zod';
import type { config } from '../config.ts';
import { createTicketCodes } from '../domain/ticket-code.ts';
import { ticketsService } from '../service.ts';
import { makeCancellationsDue } from './cancellations-due.ts';
import { crashInjection } from './crash-injection.ts';
import { OtherSubgraphs } from './other-subgraphs.ts';

const { privateKey } = generateKeyPairSync('ed25519');
/** Reads and signs the codes of tickets as the subgraph does in tests. */
export const ticketCodes = createTicketCodes(privateKey);
/** Longer than any request of a test takes on a busy machine: only a test that wants it meets the deadline. */
const PATIENCE_MS = 60_000;
const signingKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** One process of the tickets subgraph. */
export interface TicketsProcess {
  /** Asks in GraphQL and answers `data`; throws when there are errors. */
  ask<Data>(document: string, variables: object, caller: Caller): Promise<Data>;
  /** Asks in GraphQL and answers everything. */
  execute: TestService<unknown>['execute'];
  subscribe(
    document: string,
    variables: Readonly<Record<string, unknown>>,
    caller: Caller,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
  /** Runs each job until it finds nothing to do, whatever was looked at a moment ago. */
  runJobs(): Promise<void>;
  /** Runs one job until it finds nothing that is due; answers how many runs that took. */
  runJob(name: string): Promise<number>;
}

/** The tickets subgraph on a fresh database, with the other subgraphs in memory and a clock that can be moved. */
export async function openTicketsFixture(
  settings: Readonly<Record<string, string>> = {},
): Promise<TicketsFixture> {
  const service = await startTestService(ticketsService, {
    config: { TICKET_SIGNING_KEY: signingKey, BOOKINGS_AT_A_TIME: '1000', ...settings },
  });
  const fixture = new TicketsFixture(service);
  fixture.process = await fixture.startProcess();
  return fixture;
}

/** See openTicketsFixture. */
export class TicketsFixture {
  readonly clock = { aheadMs: 0, now: () => new Date(Date.now() + this.clock.aheadMs) };
  readonly others = new OtherSubgraphs(this.clock);
  readonly #service: TestService<z.output<typeof config>>;
  /** Reads outside transactions so far, by all processes. */
  statements = 0;
  /** A process that lives as long as the server. */
  process!: TicketsProcess;

  constructor(service: TestService<z.output<typeof config>>) {
    this.#service = service;
  }

  get service() {
    return this.#service;
  }

  get database() {
    return this.#service.database;
  }

  /**
   * Another process of the subgraph, over the same database. What `beforeCommit` waits for, its commits wait for. `atOnce`
   * runs the statements that do a whole commit; one that is not run did nothing.
   */
  async startProcess(
    beforeCommit: () => Promise<void> | void = () => {},
    {
      answerWithinMs = PATIENCE_MS,
      atOnce = (run: () => Promise<object[]>): Promise<object[]> => run(),
    } = {},
  ): Promise<TicketsProcess> {
    const database = waitingBeforeCommit(this.#service.tools.database, beforeCommit);
    const config = { ...this.#service.tools.config, BOOKING_ANSWER_WITHIN_MS: answerWithinMs };
    const given = {
      ...this.#service.tools,
      config,
      database,
      subgraphs: this.others.subgraphs,
      clock: this.clock,
    };
    const mortal = crashInjection(given, () => {
      this.statements += 1;
    });
    const tools = {
      ...mortal,
      database: {
        ...mortal.database,
        atOnce: async <Row extends object>(text: Statement<Row>, params: readonly SqlValue[]) =>
          (await atOnce(() => mortal.database.atOnce(text, params))) as Row[],
      },
    };
    const composed = await ticketsService.compose(tools);
    await composed.start?.();
    const serviceTokens = testServiceTokens();
    const server = createSubgraphServer({
      name: 'tickets',
      typeDefs: ticketsService.typeDefs,
      roles: ticketsService.roles,
      resolvers: composed.resolvers,
      loaders: composed.loaders?.bind(composed),
      serviceTokens,
      clock: this.clock,
      logger: tools.logger,
    });
    const jobs = composed.jobs ?? [];
    return {
      ask: async <Data>(document: string, variables: object, caller: Caller) => {
        const serviceToken = await serviceTokens.sign(caller);
        const result = await patiently(undefined, (budget) =>
          server.execute({ document, variables: { ...variables }, serviceToken, budget }),
        );
        if (result.errors) throw new Error(`expected no errors, got ${JSON.stringify(result.errors)}`);
        return result.data as Data;
      },
      execute: async (document, variables, caller) => {
        const serviceToken = await serviceTokens.sign(caller);
        return patiently(undefined, (budget) =>
          server.execute({ document, variables, serviceToken, budget }),
        );
      },
      subscribe: async (document, variables, caller) =>
        server.subscribe({ document, variables, serviceToken: await serviceTokens.sign(caller) }),
      runJobs: async () => {
        await makeCancellationsDue(this.database);
        for (const job of jobs) await this.#runOut(job);
      },
      runJob: (name) => {
        const job = jobs.find((each) => each.name === name);
        if (!job) throw new Error(`expected a job ${name}, got ${jobs.map((each) => each.name).join()}`);
        return this.#runOut(job);
      },
    };
  }

  async #runOut(job: Job): Promise<number> {
    for (let runs = 1; ; runs += 1) if ((await job.run({ now: this.clock.now() })) === 0) return runs;
  }

  /** A buyer with so much money in the wallet, in minor units. */
  buyer(minor = 100_000n): UserCaller {
    const userId = newId<'User'>();
    if (minor > 0n) this.others.wallets.topUp(userId, minor);
    return { kind: 'user', userId, role: 'USER', sessionId: newId() };
  }

  /** Lets time pass for the subgraph and for the others alike. */
  wait(ms: number): void {
    this.clock.aheadMs += ms;
  }

  /**
   * Lets enough time pass for leases and retries to be due, and does what is due, until the subgraph rests: a
   * process that died, or a subgraph that was silent, is made up for.
   */
  async comeToRest(): Promise<void> {
    this.others.restore();
    this.wait(31_000);
    await this.process.runJobs();
  }

  stop(): Promise<void> {
    return this.#service.stop();
  }
}

function waitingBeforeCommit(database: Database, beforeCommit: () => Promise<void> | void): Database {
  return {
    em: () => database.em(),
    sql: (text, params) => database.sql(text, params),
    // In a transaction of several steps, because a statement cannot be made to wait between its end and its commit.
    atOnce: (text, params) =>
      database.transaction(async (tx) => {
        const rows = await tx.sql(text, params);
        await beforeCommit();
        return rows;
      }),
    transaction: (work) =>
      database.transaction(async (tx) => {
        const result = await work(tx);
        await beforeCommit();
        return result;
      }),
  };
}
