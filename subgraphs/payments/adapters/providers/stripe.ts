import { isCurrencyCode } from '@parterre/contracts/kernel/money.ts';
import { reject } from '@parterre/platform/kernel/rejection.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import Stripe from 'stripe';
import { type HostedProvider, ProviderUnavailable } from '../../application/ports.ts';
import type { ProviderVerdict, TopUpId } from '../../domain/top-up.ts';
import { fromStripe, toStripe } from './stripe-amounts.ts';

export interface StripeOptions {
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly apiUrl: string;
  /** Where payers come back to. */
  readonly publicUrl: string;
  readonly logger: Logger;
}

/** Bound on one request. It is repeated once: with its idempotency key that is the same request. */
const TIMEOUT_MS = 5_000;
const RETRIES = 1;
/** How old a signature may be (https://docs.stripe.com/webhooks): a message that was listened to is no use later. */
const TOLERANCE_SECONDS = 300;
/** Names the top-up in what Stripe keeps of a session. */
const TOP_UP = 'parterre_top_up';

/** Stripe Checkout: a page that Stripe hosts, and signed messages about what became of it. */
export function createStripe(options: StripeOptions): HostedProvider {
  const { publicUrl, logger, webhookSecret } = options;
  const stripe = new Stripe(options.secretKey, {
    ...addressOf(options.apiUrl),
    timeout: TIMEOUT_MS,
    maxNetworkRetries: RETRIES,
    telemetry: false,
  });
  return {
    kind: 'hosted',

    async openPage({ id, amount }) {
      const unitAmount = toStripe(amount);
      if (unitAmount === null) return 'refused';
      const price = {
        currency: amount.currency.toLowerCase(),
        unit_amount: unitAmount,
        product_data: { name: 'Money for the wallet' },
      };
      const account = new URL('#/account', publicUrl).href;
      try {
        // All of it follows from the top-up: with the same key Stripe takes only the same request. It has no `expires_at`:
        // a page ends 24 hours after Stripe made it anyway, the longest that there is, and a time of our own clock may be
        // more than that by Stripe's.
        const session = await stripe.checkout.sessions.create(
          {
            mode: 'payment',
            line_items: [{ quantity: 1, price_data: price }],
            client_reference_id: id,
            metadata: { [TOP_UP]: id },
            success_url: account,
            cancel_url: account,
          },
          { idempotencyKey: id },
        );
        if (!session.url) throw new Error(`expected session ${session.id} to have a page, got none`);
        return { sessionId: session.id, url: session.url };
      } catch (error) {
        if (!isRefusal(error)) throw outageOr(error);
        logger.warn({ error, topUp: id }, 'Stripe did not take a top-up');
        return 'refused';
      }
    },

    readMessage({ text, signature }, now) {
      try {
        const event = stripe.webhooks.constructEvent(
          text,
          signature,
          webhookSecret,
          TOLERANCE_SECONDS,
          undefined,
          now.getTime(),
        );
        return reportOf(event);
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
        return reject('INVALID_SIGNATURE', 'expected a message that Stripe has signed in the last 5 minutes');
      }
    },
  };
}

/** What a message says of a top-up; null when it is about something else. */
function reportOf(event: Stripe.Event) {
  const verdict = verdictOf(event);
  if (!verdict) return null;
  const topUpId = verdict.session.metadata?.[TOP_UP];
  if (topUpId === undefined) return null;
  const { id: sessionId, amount_total: total, currency: code } = verdict.session;
  const currency = code?.toUpperCase() ?? '';
  const amount = total !== null && isCurrencyCode(currency) ? fromStripe(total, currency) : null;
  return { topUpId: topUpId as TopUpId, sessionId, amount, verdict: verdict.said };
}

function verdictOf(
  event: Stripe.Event,
): { readonly said: ProviderVerdict; readonly session: Stripe.Checkout.Session } | null {
  switch (event.type) {
    case 'checkout.session.completed': {
      const session = event.data.object;
      // Some ways to pay take days: their money comes, or not, with a later message.
      return { said: session.payment_status === 'paid' ? 'PAID' : 'UNDECIDED', session };
    }
    case 'checkout.session.async_payment_succeeded':
      return { said: 'PAID', session: event.data.object };
    case 'checkout.session.async_payment_failed':
      return { said: 'FAILED', session: event.data.object };
    case 'checkout.session.expired':
      return { said: 'EXPIRED', session: event.data.object };
    default:
      return null;
  }
}

/** Stripe has understood and says no: asked again it says the same. 409 is another request with the key, at work. */
function isRefusal(error: unknown): boolean {
  if (error instanceof Stripe.errors.StripeCardError) return true;
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode !== 409;
}

/** What ends by itself is an outage, and asked again; a wrong key is not. */
function outageOr(error: unknown): unknown {
  const { StripeConnectionError, StripeAPIError, StripeRateLimitError, StripeError } = Stripe.errors;
  const isOutage =
    error instanceof StripeConnectionError ||
    error instanceof StripeAPIError ||
    error instanceof StripeRateLimitError ||
    (error instanceof StripeError && error.statusCode === 409);
  return isOutage ? new ProviderUnavailable('Stripe', error) : error;
}

function addressOf(url: string) {
  const { protocol, hostname, port } = new URL(url);
  return {
    host: hostname,
    protocol: protocol === 'http:' ? ('http' as const) : ('https' as const),
    port: port || (protocol === 'http:' ? '80' : '443'),
  };
}
