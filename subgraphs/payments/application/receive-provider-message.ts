import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import { stateAfter, type TopUp } from '../domain/top-up.ts';
import { creditWallet, lockOrOpen } from './credit-wallet.ts';
import type { Dependencies } from './dependencies.ts';
import type { ProviderMessage, ProviderReport } from './ports.ts';

export type MessageOutcome =
  | { readonly taken: true }
  | Rejection<'INVALID_SIGNATURE' | 'NO_PROVIDER' | 'TOP_UP_NOT_FOUND'>;

/**
 * Does what a message of the payment provider says: credits the wallet, once, or notes that nothing will come. Messages
 * come late, twice and out of order; where the top-up stands decides. Money that was paid always lands, also in a
 * frozen wallet and above its limit, as refunds do: the payer does not have it any more. One transaction.
 */
export async function receiveProviderMessage(
  deps: Dependencies,
  message: ProviderMessage,
  { now }: Context,
): Promise<MessageOutcome> {
  const { provider } = deps;
  if (provider.kind === 'free') {
    return reject('NO_PROVIDER', 'expected no message, because money here is free and nobody is paid');
  }
  const report = provider.readMessage(message, now);
  if (isRejection(report)) return report;
  // About something else that the seller does with this provider.
  if (report === null) return { taken: true };
  const { topUpId } = report;
  return deps.database.transaction(async (tx) => {
    const seen = isId<'TopUp'>(topUpId) ? await deps.topUps.find(tx, topUpId) : null;
    if (!seen) {
      return reject('TOP_UP_NOT_FOUND', `expected a top-up of this server, got ${topUpId.slice(0, 60)}`);
    }
    // Whatever happens to a top-up happens under its wallet's lock; what was seen before it may have changed.
    const wallet = await lockOrOpen(deps, tx, seen.userId, now);
    const topUp = await deps.topUps.find(tx, topUpId);
    if (!topUp) throw new Error(`expected top-up ${topUpId} to stay, because none is ever deleted`);
    const state = stateAfter(topUp.state, report.verdict);
    if (state === topUp.state) return { taken: true };
    if (state !== 'PAID') {
      await deps.topUps.end(tx, topUpId, { state });
      return { taken: true };
    }
    expectWhatWasAsked(topUp, report);
    const transferId = await creditWallet(deps, tx, wallet, topUp.amount, now);
    await deps.topUps.end(tx, topUpId, { state, transferId });
    return { taken: true };
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
