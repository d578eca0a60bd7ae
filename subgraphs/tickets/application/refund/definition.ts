import type { SagaDefinition } from '@parterre/platform/saga/saga.ts';
import {
  evolveRefund,
  nextRefundStep,
  type RefundEvent,
  type RefundSaga,
  type RefundStep,
} from '../../domain/refund-saga.ts';
import { storedRefundSaga } from '../../domain/stored-saga.ts';
import type { SagaDependencies } from '../dependencies.ts';
import { commitRefund } from './commit.ts';
import { refundSteps } from './steps.ts';

/** The saga of a refund as the platform's driver runs it. */
export function refundSagaDefinition(
  deps: SagaDependencies,
): SagaDefinition<RefundSaga, RefundStep, RefundEvent> {
  return {
    type: 'refund',
    stored: storedRefundSaga,
    decide(saga) {
      const step = nextRefundStep(saga);
      return step ? { kind: 'perform', step } : { kind: 'done' };
    },
    perform: refundSteps(deps),
    evolve: evolveRefund,
    // The refunded money and the released seats both answer the same again, so only the end is stored.
    isCommitPoint: (_before, after) => nextRefundStep(after) === null,
    commit: (tx, before, after) => commitRefund(deps, tx, before, after),
  };
}
