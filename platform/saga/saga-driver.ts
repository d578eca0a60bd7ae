import type { Clock } from '../kernel/clock.ts';
import { exhaustive } from '../kernel/exhaustive.ts';
import type { Database } from '../postgres/database.ts';
import { DatabaseOutage } from '../postgres/errors.ts';
import type { Job } from '../service/service.ts';
import { SubgraphUnavailable } from '../subgraphs/subgraph-client.ts';
import type { Logger } from '../telemetry/logger.ts';
import { counter } from '../telemetry/metrics.ts';
import { withSpan } from '../telemetry/tracing.ts';
import { backoffMs } from '../timing/backoff.ts';
import { outsideOfBounds } from '../timing/bounded-work.ts';
import { pause } from '../timing/pause.ts';
import { countSagas, parkedSagas } from './count-sagas.ts';
import type { SagaRow } from './saga.ts';
import { CompensationRefused, type Decision, type SagaDefinition } from './saga.ts';
import {
  DONE,
  findSaga,
  LEASE_MS,
  parkSaga,
  pruneDoneSagas,
  type SagaLane,
  SagaTakenOver,
  saveParameters,
  saveSaga,
  takeDueSagas,
  WAITING,
  type Wake,
} from './saga-store.ts';
import type { StepObserver } from './step-observer.ts';

export interface SagaDriverOptions {
  readonly database: Database;
  readonly definitions: readonly SagaDefinition[];
  readonly observer: StepObserver;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface SagaDriver {
  /** What carries on sagas that are due: timers, retries, and what a dead process left. Runs in every replica. */
  readonly jobs: readonly Job[];
  /**
   * Drives one saga until it rests, ends, is parked, or has to wait because of an outage; answers the row as
   * it then is. The caller holds the lease: it has just inserted or saved the saga.
   *
   * @param begun the saga's row as the caller has just written it; read otherwise
   * @throws DatabaseOutage when this subgraph's own database is lost; a job carries on when the lease is over
   */
  run(sagaId: string, begun?: SagaRow): Promise<SagaRow>;
}

const POLL_MS = 500;
const PRUNE_MS = 3_600_000;
const PRUNE_BATCH = 1_000;
/** Sagas that one lane of one process runs at a time: a step hardly ever needs more than one connection. */
const SLOTS = 20;
/** An outage is retried after 1 s, then 2, 4… up to 30 s, without limit: what is begun has to end. */
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;
/**
 * Something that is no outage and throws so often in a row is a bug, or a row that nobody can read: the saga is
 * parked. With the pauses between its tries that takes about three minutes, time enough for a short trouble.
 */
const MOST_FAULTS = 10;
/** A saga that takes more steps than this without a rest is a machine that goes in circles. */
const MAX_STEPS = 100;

const stepsTaken = counter('parterre_saga_steps_total', 'Steps that sagas asked for.', [
  'type',
  'step',
  'outcome',
]);

/** Drives sagas by their definitions. Thin: what happens is decided by the definition alone. */
export function createSagaDriver(options: SagaDriverOptions): SagaDriver {
  const { database, definitions, clock, logger } = options;
  const byType = new Map(definitions.map((definition) => [definition.type, definition]));

  async function drive(row: SagaRow): Promise<SagaRow> {
    const definition = byType.get(row.type);
    if (!definition) throw new Error(`expected a definition for sagas of type "${row.type}"`);
    try {
      return await withSpan(`saga ${row.type}`, { 'parterre.saga': row.id }, () =>
        createRun(options, definition, row).toRest(),
      );
    } catch (error) {
      if (!(error instanceof SagaTakenOver)) throw error;
      logger.info({ saga: row.type, sagaId: row.id }, 'another driver went on with this saga');
      return (await findSaga(database, row.id)) ?? row;
    }
  }

  const carryOn = (lane: SagaLane): Job => {
    const running = new Set<Promise<void>>();
    const start = (row: SagaRow) => {
      const run = drive(row)
        .then(
          () => undefined,
          (error: unknown) =>
            logger.error(
              { saga: row.type, sagaId: row.id, err: error },
              'a saga broke off; it will come back',
            ),
        )
        .finally(() => running.delete(run));
      running.add(run);
    };
    return {
      name: `carry-on-saga-${lane}`,
      everyMs: POLL_MS,
      // A slot is filled again as soon as it is free: one saga that hangs keeps one slot, not the batch.
      async run({ signal }) {
        const limit = SLOTS - running.size;
        if (limit > 0) {
          const types = [...byType.keys()];
          const due = await takeDueSagas(database, { lane, types, limit, clockAheadMs: aheadMs(clock) });
          for (const row of due) start(row);
        }
        if (running.size === 0) return 0;
        await untilOneEnds(running, signal);
        return 1;
      },
      async drain() {
        await Promise.all(running);
      },
    };
  };

  const prune: Job = {
    name: 'prune-sagas',
    everyMs: PRUNE_MS,
    run: () => pruneDoneSagas(database, PRUNE_BATCH),
  };

  return {
    jobs: [carryOn('timers'), carryOn('steps'), countSagas(database, [...byType.keys()]), prune],
    async run(sagaId, begun) {
      // Read whoever still waits: a saga that has begun for a request that has ended is handed on at once.
      const row = begun ?? (await outsideOfBounds(() => findSaga(database, sagaId)));
      if (!row) throw new Error(`expected saga ${sagaId} to exist`);
      return row.parkedAt || row.step === DONE ? row : drive(row);
    },
  };
}

/** Waits for a free slot, but not past the next look for what has become due meanwhile. */
async function untilOneEnds(
  running: Iterable<Promise<void>>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const raced = new AbortController();
  const nextLook = pause(POLL_MS, signal ? AbortSignal.any([signal, raced.signal]) : raced.signal);
  await Promise.race([nextLook, ...running]);
  raced.abort();
}

/** One run of one saga: the state in hand, and the row as it was stored last. */
function createRun(options: SagaDriverOptions, definition: SagaDefinition, row: SagaRow) {
  const { database, observer, clock, logger } = options;
  // Steps are given up with the request that runs them; what came of them is stored whoever still waits, so
  // that a job carries on at once and not when the lease is over.
  const write: Database['transaction'] = (work) => outsideOfBounds(() => database.transaction(work));
  const about = { saga: definition.type, sagaId: row.id };
  let stored = row;
  const asStored = (given: unknown) => definition.stored?.write(given) ?? given;
  let state = definition.stored?.read(row.state) ?? row.state;
  let { failures, faults } = row;

  async function toRest(): Promise<SagaRow> {
    for (let steps = 0; steps < MAX_STEPS; steps += 1) {
      // What throws here is a bug of the definition or a row that it cannot read: it may not come back for ever.
      let decision: Decision | undefined;
      try {
        decision = definition.decide(state, clock.now());
        if (isRest(decision)) return await store(decision);
        const told = decision.kind === 'happen' ? decision : await ask(decision.step);
        if ('error' in told) {
          return told.error instanceof CompensationRefused
            ? park(decision, told.error)
            : retryLater(decision, told.error);
        }
        failures = 0;
        const after = definition.evolve(state, told.event);
        if (definition.isCommitPoint(state, after, told.event)) {
          const next = await commit(after, told.event);
          if (isRest(next)) return stored;
        } else {
          state = after;
        }
        faults = 0;
      } catch (error) {
        if (error instanceof SagaTakenOver || error instanceof DatabaseOutage) throw error;
        return retryLater(decision, error);
      }
    }
    return retryLater(
      undefined,
      new Error(`expected saga ${row.id} to rest or end within ${MAX_STEPS} steps`),
    );
  }

  async function ask(step: string): Promise<{ readonly event: unknown } | { readonly error: unknown }> {
    const perform = definition.perform[step];
    if (!perform) throw new Error(`expected the saga "${definition.type}" to say how to perform "${step}"`);
    await observer.reached({ ...about, step, moment: 'before' });
    try {
      const event = await withSpan(`saga step ${step}`, {}, () =>
        perform(state, { sagaId: row.id, now: clock.now() }),
      );
      stepsTaken.inc({ type: definition.type, step, outcome: 'answered' });
      return { event };
    } catch (error) {
      stepsTaken.inc({ type: definition.type, step, outcome: 'failed' });
      return { error };
    } finally {
      await observer.reached({ ...about, step, moment: 'after' });
    }
  }

  /** Stores a commit point with all that belongs to it, and where the saga stands after it. */
  async function commit(after: unknown, event: unknown): Promise<Decision> {
    const next = definition.decide(after, clock.now());
    const change = { state: asStored(after), ...standing(next) };
    const saved = await outsideOfBounds(
      async () =>
        (await definition.commitAtOnce?.(saveParameters(stored, change), state, after, event)) ?? null,
    );
    stored =
      saved ??
      (await write(async (tx) => {
        // First of all, because it locks the row and finds out whether the saga is still ours.
        const saved = await saveSaga(tx, stored, change);
        await definition.commit(tx, state, after, event);
        return saved;
      }));
    state = after;
    return next;
  }

  function store(rest: Decision): Promise<SagaRow> {
    return write((tx) => saveSaga(tx, stored, { state: asStored(state), ...standing(rest) }));
  }

  function standing(decision: Decision): { step: string; wake: Wake } {
    switch (decision.kind) {
      case 'perform':
        return { step: decision.step, wake: { leaseMs: LEASE_MS + aheadMs(clock) } };
      case 'happen':
        return { step: WAITING, wake: { leaseMs: LEASE_MS + aheadMs(clock) } };
      case 'wait':
        return { step: WAITING, wake: decision.until ? { at: decision.until } : 'never' };
      case 'done':
        return { step: DONE, wake: 'never' };
      default:
        return exhaustive(decision);
    }
  }

  function retryLater(decision: Decision | undefined, error: unknown): Promise<SagaRow> {
    const isOutage = error instanceof SubgraphUnavailable || error instanceof DatabaseOutage;
    failures += 1;
    faults = isOutage ? 0 : faults + 1;
    if (faults >= MOST_FAULTS) return park(decision, error);
    const now = clock.now().getTime();
    const giveUpAt = decision?.kind === 'perform' ? decision.giveUpAt?.getTime() : undefined;
    const retryAt = now + backoffMs(failures, FIRST_RETRY_MS, LONGEST_RETRY_MS);
    const inMs = Math.max(0, Math.min(retryAt, giveUpAt ?? retryAt) - now);
    const step = stepOf(decision);
    const level = isOutage ? 'warn' : 'error';
    logger[level]({ ...about, step, failures, err: error }, 'a step got no answer; it will be asked again');
    return write((tx) =>
      saveSaga(tx, stored, {
        ...{ state: asStored(state), step, failures, faults },
        wake: { inMs: inMs + aheadMs(clock) },
      }),
    );
  }

  async function park(decision: Decision | undefined, cause: unknown): Promise<SagaRow> {
    const step = stepOf(decision);
    const text = cause instanceof Error ? cause.message : String(cause);
    const parkedRow = await write((tx) => parkSaga(tx, stored, asStored(state), step, text));
    parkedSagas.inc({ type: definition.type });
    logger.error(
      { ...about, step, err: cause },
      'a saga cannot go on and is parked until a person resumes it',
    );
    return parkedRow;
  }

  /** A saga that broke before it could say what comes next keeps the step that it had. */
  function stepOf(decision: Decision | undefined): string {
    return decision ? standing(decision).step : stored.step;
  }

  return { toRest };
}

function isRest(decision: Decision): decision is Extract<Decision, { kind: 'wait' | 'done' }> {
  return decision.kind === 'wait' || decision.kind === 'done';
}

/**
 * How far this clock is ahead of the real one. Timers are compared with the database's time, which moves
 * along with the clock that a test has set; in a running server this is 0.
 */
function aheadMs(clock: Clock): number {
  const ahead = clock.now().getTime() - Date.now();
  // A millisecond may pass between the two readings.
  return Math.abs(ahead) < 5 ? 0 : ahead;
}
