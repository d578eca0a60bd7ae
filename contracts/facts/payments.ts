import { z } from 'zod';
import { defineFact, idOnWire, moneyOnWire } from './fact.ts';

const userId = '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b11';
const bookingId = '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b66';
const paymentId = '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5bbb';
const eur = (amount: string) => ({ amount, currencyCode: 'EUR' as const });

export const WalletToppedUp = defineFact({
  type: 'WalletToppedUp',
  subgraph: 'payments',
  description: 'A user put money into the wallet.',
  data: z.object({ userId: idOnWire, amount: moneyOnWire, available: moneyOnWire }),
  example: { userId, amount: eur('100.00'), available: eur('120.00') },
  keyOf: (data) => data.userId,
});

export const PaymentAuthorized = defineFact({
  type: 'PaymentAuthorized',
  subgraph: 'payments',
  description: 'The amount of a booking was set aside in the wallet.',
  data: z.object({ paymentId: idOnWire, bookingId: idOnWire, userId: idOnWire, amount: moneyOnWire }),
  example: { paymentId, bookingId, userId, amount: eur('22.50') },
  keyOf: (data) => data.userId,
});

export const PaymentSucceeded = defineFact({
  type: 'PaymentSucceeded',
  subgraph: 'payments',
  description: 'The authorized amount of a booking was captured.',
  data: z.object({ paymentId: idOnWire, bookingId: idOnWire, userId: idOnWire, amount: moneyOnWire }),
  example: { paymentId, bookingId, userId, amount: eur('22.50') },
  keyOf: (data) => data.userId,
});

export const PaymentFailed = defineFact({
  type: 'PaymentFailed',
  subgraph: 'payments',
  description: 'A payment was declined, or voided before it was captured.',
  data: z.object({
    paymentId: idOnWire,
    bookingId: idOnWire,
    userId: idOnWire,
    amount: moneyOnWire,
    reason: z.enum([
      'INSUFFICIENT_FUNDS',
      'WALLET_NOT_FOUND',
      'WALLET_FROZEN',
      'CURRENCY_MISMATCH',
      'VOIDED',
    ]),
  }),
  example: { paymentId, bookingId, userId, amount: eur('22.50'), reason: 'INSUFFICIENT_FUNDS' },
  keyOf: (data) => data.userId,
});

export const PaymentRefunded = defineFact({
  type: 'PaymentRefunded',
  subgraph: 'payments',
  description: 'Part or all of a captured payment went back to the wallet.',
  data: z.object({
    paymentId: idOnWire,
    bookingId: idOnWire,
    refundId: idOnWire,
    userId: idOnWire,
    amount: moneyOnWire,
  }),
  example: {
    paymentId,
    bookingId,
    refundId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5baa',
    userId,
    amount: eur('22.50'),
  },
  keyOf: (data) => data.userId,
});
