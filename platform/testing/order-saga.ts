import { exhaustive } from '../kernel/exhaustive.ts';
import type { Transaction } from '../postgres/database.ts';
import { CompensationRefused, type Decision, type SagaDefinition } from '../saga/saga.ts';
import { SubgraphUnavailable } from '../subgraphs/subgraph-client.ts';

/**
 * An example saga, for the driver's tests: reserve a thing, wait until it may be charged, charge for it,
 * ship it; what cannot be paid, or not in time, is compensated.
 *
 *   reserving ──► resting ──► charging ──► shipping ──► shipped
 *       └────────────┴───────────┴──► compensating ──► cancelled
 */
export interface OrderState {
  readonly orderId: string;
  readonly phase:
    | 'reserving'
    | 'resting'
    | 'charging'
    | 'shipping'
    | 'compensating'
    | 'shipped'
    | 'cancelled';
  /** When charging may begin, ISO 8601. */
  readonly chargeAt: string;
  /** When the order is given up, ISO 8601. */
  readonly deadline: string;
  readonly compensate: readonly Compensation[];
}
type Compensation = 'refund' | 'release';
export type OrderStep = 'reserve' | 'charge' | 'ship' | Compensation;
export type OrderEvent =
  | 'Reserved'
  | 'ChargeDue'
  | 'Charged'
  | 'Declined'
  | 'Shipped'
  | 'TimeRanOut'
  | 'Compensated';

/** What the order saga asks: receivers that answer the same again, and refuse what comes after its compensating. */
export interface Receivers {
  readonly calls: string[];
  readonly done: Map<string, Set<string>>;
  /** Steps that get no answer, by name: 'lost' is done but not told, 'down' is not done. */
  readonly outages: Map<string, 'lost' | 'down'>;
  readonly declines: Set<string>;
  /** Steps that throw what is no outage, by name, and with which message. */
  readonly faults: Map<string, string>;
  /** Called when a step has been done and is about to be answered. */
  beforeAnswer(step: OrderStep): Promise<void> | void;
}

export function receivers(): Receivers {
  return {
    calls: [],
    done: new Map(),
    outages: new Map(),
    declines: new Set(),
    faults: new Map(),
    beforeAnswer() {},
  };
}

export function orderSaga(outside: Receivers): SagaDefinition<OrderState, OrderStep, OrderEvent> {
  const step =
    (name: OrderStep, event: OrderEvent, effect: (done: Set<string>) => OrderEvent | undefined) =>
    async ({ orderId }: OrderState): Promise<OrderEvent> => {
      outside.calls.push(name);
      if (outside.outages.get(name) === 'down') throw new SubgraphUnavailable('payments', new Error('down'));
      const fault = outside.faults.get(name);
      if (fault !== undefined) throw new TypeError(fault);
      if (outside.declines.has(name)) {
        if (name === 'refund') throw new CompensationRefused('the bank keeps the money');
        return 'Declined';
      }
      const done = outside.done.get(orderId) ?? new Set();
      outside.done.set(orderId, done);
      const answer = effect(done) ?? event;
      await outside.beforeAnswer(name);
      if (outside.outages.get(name) === 'lost')
        throw new SubgraphUnavailable('payments', new Error('no answer'));
      return answer;
    };
  const compensating = (what: string) => (done: Set<string>) => {
    done.delete(what);
    done.add(`no ${what}`);
    return undefined;
  };
  const doing = (what: string) => (done: Set<string>) => {
    if (done.has(`no ${what}`)) return 'Declined' as const;
    done.add(what);
    return undefined;
  };
  return {
    type: 'order',
    decide,
    evolve,
    perform: {
      reserve: step('reserve', 'Reserved', doing('reserved')),
      charge: step('charge', 'Charged', doing('charged')),
      ship: step('ship', 'Shipped', doing('shipped')),
      refund: step('refund', 'Compensated', compensating('charged')),
      release: step('release', 'Compensated', compensating('reserved')),
    },
    isCommitPoint: (before, after) => before.phase !== after.phase && after.phase !== 'charging',
    async commit(tx: Transaction, before, after) {
      await tx.sql('insert into order_log (order_id, phase_before, phase_after) values ($1, $2, $3)', [
        after.orderId,
        before.phase,
        after.phase,
      ]);
    },
  };
}

function decide(state: OrderState, now: Date): Decision<OrderStep, OrderEvent> {
  const deadline = new Date(state.deadline);
  const isLate = now >= deadline;
  switch (state.phase) {
    case 'reserving':
      return isLate
        ? { kind: 'happen', event: 'TimeRanOut' }
        : { kind: 'perform', step: 'reserve', giveUpAt: deadline };
    case 'resting':
      return now >= new Date(state.chargeAt)
        ? { kind: 'happen', event: 'ChargeDue' }
        : { kind: 'wait', until: new Date(state.chargeAt) };
    case 'charging':
      return isLate
        ? { kind: 'happen', event: 'TimeRanOut' }
        : { kind: 'perform', step: 'charge', giveUpAt: deadline };
    case 'shipping':
      return { kind: 'perform', step: 'ship' };
    case 'compensating':
      return { kind: 'perform', step: state.compensate[0] ?? 'release' };
    case 'shipped':
    case 'cancelled':
      return { kind: 'done' };
    default:
      return exhaustive(state.phase);
  }
}

function evolve(state: OrderState, event: OrderEvent): OrderState {
  switch (event) {
    case 'Reserved':
      return { ...state, phase: 'resting' };
    case 'ChargeDue':
      return { ...state, phase: 'charging' };
    case 'Charged':
      return { ...state, phase: 'shipping' };
    case 'Shipped':
      return { ...state, phase: 'shipped' };
    case 'Declined':
    case 'TimeRanOut':
      // What was asked may have been done, answered or not: everything is compensated.
      return { ...state, phase: 'compensating', compensate: ['refund', 'release'] };
    case 'Compensated': {
      const compensate = state.compensate.slice(1);
      return compensate.length > 0 ? { ...state, compensate } : { ...state, compensate, phase: 'cancelled' };
    }
    default:
      return exhaustive(event);
  }
}
