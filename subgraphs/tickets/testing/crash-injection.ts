import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServiceTools } from '@parterre/platform/service/service.ts';
import type { SubgraphClient } from '@parterre/platform/subgraphs/subgraph-client.ts';

/** What a caller in a process that died sees: nothing of it ever reaches a client. */
export class ProcessDied extends Error {}

/**
 * The life of one process. It passes points: around every question to another subgraph, around and inside every
 * transaction, at every saga step. At the chosen point it dies: from then on nothing it does has an effect.
 * The statements of a transaction, plain or through MikroORM, need no points of their own: none has an effect before
 * the commit.
 */
export class Life {
  readonly points: string[] = [];
  readonly #dieAt: number;
  #isOver = false;

  /** `dieAt` counts points from 1; 0 is a long life. */
  constructor(dieAt = 0) {
    this.#dieAt = dieAt;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  pass(point: string): void {
    this.#live();
    if (this === immortal) return;
    this.points.push(point);
    if (this.points.length === this.#dieAt) this.#isOver = true;
    this.#live();
  }

  #live(): void {
    if (this.#isOver) throw new ProcessDied(`died at ${this.points.at(-1)}`);
  }

  /** Runs something with a point before and after it. */
  async around<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    this.pass(`before ${name}`);
    const result = await work();
    this.pass(`after ${name}`);
    return result;
  }
}

const immortal = new Life();
const lives = new AsyncLocalStorage<Life>();

/** Does something as the process whose life this is. What it leaves running ends with that life, too. */
export function living<Result>(life: Life, work: () => Promise<Result>): Promise<Result> {
  return lives.run(life, work);
}

/**
 * The tools of processes that may die: the database and the way to the other subgraphs end with the life that
 * they are used in. Putting a subgraph together takes longer than its stories, so many lives share one.
 */
export function crashInjection<Config>(
  tools: ServiceTools<Config>,
  onStatement: () => void = () => {},
): ServiceTools<Config> {
  const { database } = tools;
  const now = () => lives.getStore() ?? immortal;
  const alive = () => {
    if (now().isOver) throw new ProcessDied('the process is dead');
  };
  const subgraphs: SubgraphClient = {
    ask: (subgraph, document, variables) =>
      now().around(`ask ${subgraph}`, () => tools.subgraphs.ask(subgraph, document, variables)),
  };
  return {
    ...tools,
    subgraphs,
    stepObserver: { reached: ({ step, moment }) => now().pass(`${moment} step ${step}`) },
    database: {
      transaction: (work) =>
        now().around('commit', () =>
          database.transaction(async (tx) => {
            const result = await work(tx);
            now().pass('inside transaction');
            return result;
          }),
        ),
      // As a transaction, so that it can end between the statement and its commit.
      atOnce: (text, params) =>
        now().around('commit', () =>
          database.transaction(async (tx) => {
            const rows = await tx.sql(text, params);
            now().pass('inside transaction');
            return rows;
          }),
        ),
      em: () => {
        alive();
        onStatement();
        return database.em();
      },
      sql: async (text, params) => {
        alive();
        onStatement();
        return database.sql(text, params);
      },
    },
  };
}
