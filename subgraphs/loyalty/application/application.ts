import { bindAll } from '@parterre/platform/service/use-case.ts';
import { accountsOf, freezeAccount, openAccount, unfreezeAccount } from './accounts.ts';
import { commitDiscount } from './commit-discount.ts';
import type { Dependencies } from './dependencies.ts';
import { earnPoints, earnPointsAtOnce } from './earn-points.ts';
import { createPromoCode, deactivatePromoCode, visiblePromoCodes } from './promo-codes.ts';
import { quoteDiscount } from './quote-discount.ts';
import { refundedPoints } from './refunded-points.ts';
import { releaseDiscount } from './release-discount.ts';
import { reserveDiscount } from './reserve-discount.ts';
import { reviewLevels } from './save-account.ts';
import { takeBackPoints } from './take-back-points.ts';

/** What the loyalty subgraph does. Every command is one transaction, and one commit. */
export function application(deps: Dependencies) {
  return {
    commands: bindAll(deps, {
      // by organizers
      createPromoCode,
      deactivatePromoCode,
      // asked by the tickets subgraph, about the discount of one booking
      reserveDiscount,
      commitDiscount,
      releaseDiscount,
      // on facts
      openAccount,
      freezeAccount,
      unfreezeAccount,
      earnPoints,
      earnPointsAtOnce,
      takeBackPoints,
      // as points age
      reviewLevels,
    }),
    queries: {
      ...bindAll(deps, { accountsOf, visiblePromoCodes, quoteDiscount, refundedPoints }),
      history: deps.accounts.history,
    },
    operations: deps.operations,
  };
}

export type Application = ReturnType<typeof application>;
