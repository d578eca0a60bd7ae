import { currencyCodes } from '@parterre/contracts/kernel/money.ts';
import { z } from 'zod';

/** The settings of the payments subgraph. */
export const config = z
  .object({
    /** The currency that new wallets are kept in. */
    CURRENCY: z.enum(currencyCodes).default('EUR'),
    /** Where money that enters a wallet comes from. Without a default: nobody gives money away unasked. */
    PAYMENT_PROVIDER: z.enum(['demo', 'stripe'], {
      error: 'expected stripe, or demo, where money is free',
    }),
    STRIPE_SECRET_KEY: z.string().min(1).optional(),
    /** Of the endpoint /webhooks/stripe. */
    STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
    /** Elsewhere only where something stands in for Stripe. */
    STRIPE_API_URL: z
      .url({ protocol: /^https?$/, error: 'expected an address such as https://api.stripe.com' })
      .default('https://api.stripe.com'),
    /** Where the web app is: payers come back to it from the provider's page. */
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'expected an address such as https://tickets.example' })
      .default('http://localhost:4000'),
  })
  .superRefine((given, context) => {
    if (given.PAYMENT_PROVIDER !== 'stripe') return;
    for (const name of ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'] as const) {
      if (given[name]) continue;
      const message = 'expected what Stripe gave out, because PAYMENT_PROVIDER is stripe';
      context.addIssue({ code: 'custom', path: [name], message });
    }
  });

export type Config = z.output<typeof config>;
