import { bindAll } from '@parterre/platform/service/use-case.ts';
import { askAboutTopUps } from './ask-about-top-ups.ts';
import { authorizePayment } from './authorize-payment.ts';
import { capturePayment } from './capture-payment.ts';
import type { Dependencies } from './dependencies.ts';
import { receiveProviderMessage } from './receive-provider-message.ts';
import { refundPayment } from './refund-payment.ts';
import { topUpWallet } from './top-up-wallet.ts';
import { voidPayment } from './void-payment.ts';
import { freezeWallet, openWallet, unfreezeWallet, walletsOf, watchWallet } from './wallets.ts';

/**
 * What the payments subgraph does. Every command is one commit, of a transaction or of a statement that is one; a top-up by a provider's page is
 * one before the provider is asked and one after.
 */
export function application(deps: Dependencies) {
  return {
    commands: bindAll(deps, {
      // of a user
      topUpWallet,
      // of a payment provider, by the gateway
      receiveProviderMessage,
      // asked by the tickets subgraph, about one attempt to pay a booking
      authorizePayment,
      capturePayment,
      voidPayment,
      refundPayment,
      // on facts
      openWallet,
      freezeWallet,
      unfreezeWallet,
      // as time goes by
      askAboutTopUps,
    }),
    queries: {
      ...bindAll(deps, { walletsOf }),
      walletStatement: deps.ledger.walletStatement,
      paymentSummaries: deps.payments.summaries,
    },
    watches: bindAll(deps, { watchWallet }),
    operations: deps.operations,
  };
}

export type Application = ReturnType<typeof application>;
