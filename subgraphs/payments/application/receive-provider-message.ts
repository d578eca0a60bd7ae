import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import type { Dependencies } from './dependencies.ts';
import type { ProviderMessage } from './ports.ts';
import { settleTopUp } from './settle-top-up.ts';

export type MessageOutcome =
  | { readonly taken: true }
  | Rejection<'INVALID_SIGNATURE' | 'NO_PROVIDER' | 'TOP_UP_NOT_FOUND'>;

/**
 * Does what a message of the payment provider says (settle-top-up.ts). Messages come late, twice and out of order;
 * where the top-up stands decides. One transaction.
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
  const settled = await settleTopUp(deps, report, now);
  return isRejection(settled) ? settled : { taken: true };
}
