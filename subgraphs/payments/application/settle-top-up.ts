import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { stateAfter, type TopUp, type TopUpState } from '../domain/top-up.ts';
import { creditWallet, lockOrOpen } from './credit-wallet.ts';
import type { Dependencies } from './dependencies.ts';
import type { ProviderReport } from './ports.ts';

/**
 * Does what the payment provider says of a top-up, in a message or when it is asked: credits the wallet, once, or notes
 * that nothing will come. Money that was paid always lands, also in a frozen wallet and above its limit, as refunds do:
 * the payer does not have it any more. One transaction; answers where the top-up stands after it.
 *
 * @throws when another amount or another page was paid than was asked for; nothing has moved then
 */
export function settleTopUp(
  deps: Dependencies,
  report: ProviderReport,
  now: Date,
): Promise<{ readonly state: TopUpState } | Rejection<'TOP_UP_NOT_FOUND'>> {
  const { topUpId } = report;
  return deps.database.transaction(async (tx) => {
    const seen = isId<'TopUp'>(topUpId) ? await deps.topUps.find(tx, topUpId) : null;
    if (!seen) {
      return reject('TOP_UP_NOT_FOUND', `expected a top-up of this server, got ${topUpId.slice(0, 60)}`);
    }
    // Whatever happens to a top-up happens under its wallet's lock; what was seen before it may have changed: a message
    // and an answer, or two messages, say at the same moment that it is paid.
    const wallet = await lockOrOpen(deps, tx, seen.userId, now);
    const topUp = await deps.topUps.find(tx, topUpId);
    if (!topUp) throw new Error(`expected top-up ${topUpId} to stay, because none is ever deleted`);
    const state = stateAfter(topUp.state, report.verdict);
    if (state === topUp.state) return { state };
    if (state !== 'PAID') {
      await deps.topUps.end(tx, topUpId, { state });
      return { state };
    }
    expectWhatWasAsked(topUp, report);
    const transferId = await creditWallet(deps, tx, wallet, topUp.amount, now);
    await deps.topUps.end(tx, topUpId, { state, transferId });
    return { state };
  });
}

/** Another amount or another page than was asked for is nothing to be guessed about: it throws, and alarms. */
function expectWhatWasAsked(topUp: TopUp, { amount, sessionId }: ProviderReport): void {
  const isAmount = amount?.minor === topUp.amount.minor && amount.currency === topUp.amount.currency;
  if (!isAmount) {
    const [asked, paid] = [topUp.amount, amount].map((each) => JSON.stringify(each && toDecimal(each)));
    throw new Error(`expected ${asked} to be paid for top-up ${topUp.id}, got ${paid}`);
  }
  if (topUp.page && topUp.page.sessionId !== sessionId) {
    throw new Error(`expected top-up ${topUp.id} to be paid in ${topUp.page.sessionId}, got ${sessionId}`);
  }
}
