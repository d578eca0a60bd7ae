import type { Rooms } from '@parterre/platform/rooms/rooms.ts';
import type { ServiceTools } from '@parterre/platform/service/service.ts';

/** What a caller in a process that died sees: nothing of it ever reaches a client. */
export class ProcessDied extends Error {}

/**
 * The life of one process. It passes points: around every question to another room, around and inside every
 * transaction, at every saga step. At the chosen point it dies: from then on nothing it does has an effect.
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

/** The tools of a process that may die: its database and its way to the other rooms end with it. */
export function mortalTools<Config>(tools: ServiceTools<Config>, life: Life): ServiceTools<Config> {
  const { database } = tools;
  const alive = () => {
    if (life.isOver) throw new ProcessDied('the process is dead');
  };
  const rooms: Rooms = {
    ask: (room, document, variables) =>
      life.around(`ask ${room}`, () => tools.rooms.ask(room, document, variables)),
  };
  return {
    ...tools,
    rooms,
    stepObserver: { reached: ({ step, moment }) => life.pass(`${moment} step ${step}`) },
    database: {
      transaction: (work) =>
        life.around('commit', () =>
          database.transaction(async (tx) => {
            const result = await work(tx);
            life.pass('inside transaction');
            return result;
          }),
        ),
      em: () => {
        alive();
        return database.em();
      },
      sql: async (text, params) => {
        alive();
        return database.sql(text, params);
      },
    },
  };
}
