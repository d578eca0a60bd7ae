import { reject } from '@parterre/platform/kernel/rejection.ts';
import type { PromoCodes } from '../../application/ports.ts';

const LONGEST_ECHO = 40;

/** There are no promo codes, so none is known. */
export const noPromoCodes: PromoCodes = {
  async discountOf(code) {
    return reject(
      'PROMO_CODE_NOT_FOUND',
      `expected a promo code that exists, got "${code.slice(0, LONGEST_ECHO)}"`,
      ['promoCode'],
    );
  },
};
