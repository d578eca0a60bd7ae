import type { Budget } from '@parterre/platform/graphql/budget.ts';
import { rateLimited, serviceUnavailable } from '@parterre/platform/graphql/errors.ts';
import { gauge } from '@parterre/platform/telemetry/metrics.ts';
import { type DocumentNode, GraphQLError } from 'graphql';
import type { AdmittedOperation } from './admission/admission.ts';
import type { Caller } from './caller.ts';
import type { WorkloadLimits } from './limits.ts';
import { addressKey } from './rates/address-key.ts';

/** An operation that wants to run. */
export interface Work {
  readonly operation: Pick<AdmittedOperation, 'document' | 'nodes' | 'cost'>;
  readonly caller: Caller;
  readonly address: string;
  /** When it ends, so does waiting. */
  readonly budget: Budget;
  /** `until the budget ends`: for what nobody can ask again, such as an event. `WorkloadLimits.waitMs` unless given. */
  readonly patience?: 'until the budget ends';
}

/** The right to run now. Whoever has it leaves when the work is done, with what it took. */
export interface Permit {
  leave(): void;
}

/**
 * How much is produced at the same time, and in which order. What is known to be small passes at once. The rest
 * shares one allowance of values, starts one in a turn of the event loop, and waits where it has to: one list for
 * each client, taken in turn, so that a client's pile is in nobody else's way.
 */
export interface Workload {
  /** The right to run: at once where nothing has to be waited for. An error when it may not, for now. */
  enter(work: Work): Permit | Promise<Permit | GraphQLError>;
  /** Whether an operation passes without waiting and without being counted. */
  isLight(operation: Work['operation']): boolean;
  /** Resolves when an answer of so many bytes may be written: of large ones, one in a turn of the event loop. */
  turnToWrite(bytes: number): Promise<void> | undefined;
  /** Values that run, and operations that wait. */
  readonly running: number;
  readonly waiting: number;
}

export interface WorkloadOptions {
  readonly limits: WorkloadLimits;
  /** Whether an address leaves so much unread that nothing more is made for it. */
  isBehind?(address: string): boolean;
}

/** A text of 40 KB is made and written about as fast as 2,000 values. */
const BYTES_A_VALUE = 20;
/** What an operation took lately is believed, down to this part of what it might take at most. */
const BELIEVED_PART = 1 / 16;
/** What an operation is taken for sinks by so much with each run that took less. */
const FORGETTING = 3 / 4;
/** Answers that are larger than this are written one in a turn: 1.7 MB take some 15 ms. */
const LARGE_BYTES = 128 * 1024;
/** How often it is looked whether a client has read, or somebody has waited for too long. */
const LOOK_EVERY_MS = 50;

const waitingNow = gauge(
  'parterre_gateway_waiting_operations',
  'Operations that wait until others are done.',
);

interface Waiting {
  readonly work: Work;
  readonly client: string;
  readonly endsAt: number;
  settle(outcome: Permit | GraphQLError): void;
}

interface Running {
  /** What it is believed to take. */
  readonly weight: number;
  readonly budget: Pick<Budget, 'spentNodes' | 'spentBytes'>;
}

function valuesOf({ spentNodes, spentBytes }: Running['budget']): number {
  return Math.max(spentNodes, spentBytes / BYTES_A_VALUE);
}

const light: Permit = { leave() {} };

export function createWorkload({ limits, isBehind = () => false }: WorkloadOptions): Workload {
  /** What each document took, in values. Documents live as long as admission keeps them. */
  const taken = new WeakMap<DocumentNode, number>();
  /** By client, in the order in which they have their turn. */
  const queues = new Map<string, Waiting[]>();
  const writes: (() => void)[] = [];
  let waiting = 0;
  const running = new Set<Running>();
  let isTurnTaken = false;
  let timer: NodeJS.Timeout | undefined;

  const weightOf = ({ document, nodes, cost }: Work['operation']): number => {
    const most = Math.max(nodes, cost);
    const known = taken.get(document);
    // Texts are no values: of what nobody has seen the answer of, nobody knows that it is small.
    const weight =
      known === undefined ? Math.max(most, limits.unknownValues) : Math.max(known, most * BELIEVED_PART);
    return Math.min(weight, limits.valuesInFlight);
  };

  const learn = ({ document }: Work['operation'], { spentNodes, spentBytes }: Budget): void => {
    const now = valuesOf({ spentNodes, spentBytes });
    taken.set(document, Math.max(now, (taken.get(document) ?? 0) * FORGETTING));
  };

  /**
   * What runs, by what it has produced already where that is more than was believed: whoever asks for little, and then by
   * the same document for much, a hundred times at once, has been believed too much.
   */
  const runningValues = (): number => {
    let values = 0;
    for (const { weight, budget } of running) values += Math.max(weight, valuesOf(budget));
    return values;
  };

  const fits = (weight: number) => running.size === 0 || runningValues() + weight <= limits.valuesInFlight;

  const permit = ({ operation, budget }: Work, weight: number): Permit => {
    const entry = { weight, budget };
    running.add(entry);
    return {
      leave() {
        if (!running.delete(entry)) return;
        learn(operation, budget);
        next();
      },
    };
  };

  const lightPermit = (work: Work): Permit => ({ leave: () => learn(work.operation, work.budget) });

  /** The rest of what happens now belongs to one operation; the next one has its turn after others had theirs. */
  const takeTurn = (): void => {
    isTurnTaken = true;
    setImmediate(() => {
      isTurnTaken = false;
      next();
    });
  };

  const remove = (entry: Waiting): void => {
    const queue = queues.get(entry.client);
    const index = queue?.indexOf(entry) ?? -1;
    if (!queue || index < 0) return;
    queue.splice(index, 1);
    if (queue.length === 0) queues.delete(entry.client);
    waiting -= 1;
    waitingNow.dec();
    if (waiting > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  /**
   * The first in turn that may run. One that is light, or has become so since it came, waits for no large one of somebody
   * else; of the large ones the first has its turn, and none when that one has to wait for others to be done.
   */
  const firstInTurn = (): Waiting | undefined => {
    let firstLarge: Waiting | undefined;
    for (const [first] of queues.values()) {
      if (!first || isBehind(first.work.address)) continue;
      if (isLight(first.work.operation)) return first;
      firstLarge ??= first;
    }
    return firstLarge && fits(weightOf(firstLarge.work.operation)) ? firstLarge : undefined;
  };

  const next = (): void => {
    if (isTurnTaken) return;
    const write = writes.shift();
    if (write) {
      takeTurn();
      write();
      return;
    }
    for (let entry = firstInTurn(); entry; entry = firstInTurn()) {
      const others = queues.get(entry.client);
      remove(entry);
      // Its client is last now.
      if (others && others.length > 0 && queues.delete(entry.client)) queues.set(entry.client, others);
      const { work } = entry;
      const weight = weightOf(work.operation);
      // When it came nobody had seen an answer of its document. A crowd that asks the same must not wait for one another.
      if (weight <= limits.lightValues) {
        entry.settle(lightPermit(work));
        continue;
      }
      takeTurn();
      entry.settle(permit(work, weight));
      return;
    }
  };

  const look = (): void => {
    const now = performance.now();
    for (const queue of [...queues.values()]) {
      for (const entry of queue.filter(({ endsAt }) => now >= endsAt)) {
        remove(entry);
        entry.settle(busy(limits.waitMs));
      }
    }
    next();
  };

  const wait = (work: Work, client: string): Promise<Permit | GraphQLError> => {
    const { budget, patience } = work;
    return new Promise((resolve) => {
      const { signal } = budget;
      const entry: Waiting = {
        work,
        client,
        endsAt: patience === undefined ? performance.now() + limits.waitMs : Number.POSITIVE_INFINITY,
        settle(outcome) {
          signal.removeEventListener('abort', giveUp);
          resolve(outcome);
        },
      };
      const giveUp = () => {
        remove(entry);
        entry.settle(budget.fault ?? busy(limits.waitMs));
      };
      signal.addEventListener('abort', giveUp, { once: true });
      const queue = queues.get(client);
      if (queue) queue.push(entry);
      else queues.set(client, [entry]);
      waiting += 1;
      waitingNow.inc();
      // Whoever waits for the answer keeps the process alive.
      timer ??= setInterval(look, LOOK_EVERY_MS).unref();
      next();
    });
  };

  const isLight = (operation: Work['operation']) => weightOf(operation) <= limits.lightValues;

  return {
    enter(work) {
      if (work.budget.fault) return Promise.resolve(work.budget.fault);
      const weight = weightOf(work.operation);
      if (weight <= limits.lightValues) return lightPermit(work);
      if (waiting === 0 && !isTurnTaken && fits(weight) && !isBehind(work.address)) {
        takeTurn();
        return permit(work, weight);
      }
      const client = work.caller.subject ?? addressKey(work.address);
      if ((queues.get(client)?.length ?? 0) >= limits.waitingPerClient) {
        return Promise.resolve(tooMany(limits.waitMs));
      }
      if (waiting >= limits.waiting) return Promise.resolve(busy(limits.waitMs));
      return wait(work, client);
    },
    isLight,
    turnToWrite(bytes) {
      if (bytes < LARGE_BYTES) return undefined;
      return new Promise((resolve) => {
        writes.push(resolve);
        next();
      });
    },
    get running() {
      return runningValues();
    },
    get waiting() {
      return waiting;
    },
  };
}

/** Lets everything pass at once, for tests of what lies around it. */
export const unlimited: Workload = {
  enter: () => light,
  isLight: () => true,
  turnToWrite: () => undefined,
  running: 0,
  waiting: 0,
};

function busy(retryAfterMs: number): GraphQLError {
  return retryLater(
    serviceUnavailable('the server is busy with other operations; try again later'),
    retryAfterMs,
  );
}

function tooMany(retryAfterMs: number): GraphQLError {
  return retryLater(
    rateLimited('expected fewer large operations at a time; wait for some of their answers first'),
    retryAfterMs,
  );
}

function retryLater({ message, extensions }: GraphQLError, retryAfterMs: number): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, retryAfterMs } });
}
