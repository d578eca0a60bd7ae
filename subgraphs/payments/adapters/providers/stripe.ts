import { isCurrencyCode } from '@parterre/contracts/kernel/money.ts';
import { reject } from '@parterre/platform/kernel/rejection.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import Stripe from 'stripe';
import { type HostedProvider, type ProviderReport, ProviderUnavailable } from '../../application/ports.ts';
import { type ProviderVerdict, pageOpenedWithin, type TopUp, type TopUpId } from '../../domain/top-up.ts';
import { fromStripe, toStripe } from './stripe-amounts.ts';

export interface StripeOptions {
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly apiUrl: string;
  /** Where payers come back to. */
  readonly publicUrl: string;
  readonly logger: Logger;
  /** Bound on one request; 5 s unless said otherwise. */
  readonly timeoutMs?: number;
}

/** Bound on one request. It is repeated once: with its idempotency key that is the same request. */
const TIMEOUT_MS = 5_000;
const RETRIES = 1;
/** How old a signature may be (https://docs.stripe.com/webhooks): a message that was listened to is no use later. */
const TOLERANCE_SECONDS = 300;
/** Names the top-up in what Stripe keeps of a session. */
const TOP_UP = 'parterre_top_up';
/** The longest list of sessions that is looked through, in pages of a hundred, which is Stripe's largest. */
const MOST_SESSIONS = 10_000;
const PAGE_SIZE = 100;
/** So far Stripe's clock may be from ours. */
const CLOCKS_APART_MS = 60 * 60_000;

/** Stripe Checkout: a page that Stripe hosts, and signed messages about what became of it. */
export function createStripe(options: StripeOptions): HostedProvider {
  const { publicUrl, logger, webhookSecret } = options;
  const stripe = new Stripe(options.secretKey, {
    ...addressOf(options.apiUrl),
    timeout: options.timeoutMs ?? TIMEOUT_MS,
    maxNetworkRetries: RETRIES,
    telemetry: false,
  });
  return {
    kind: 'hosted',
    name: 'stripe',

    async ping() {
      // What its key has to be good for, and nothing more: a restricted key may not read balances, say.
      await stripe.checkout.sessions.list({ limit: 1 }, { maxNetworkRetries: 0 });
    },

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

    async askAbout(topUp, signal) {
      try {
        const session = topUp.page
          ? await sessionOf(stripe, topUp.page.sessionId)
          : await findSession(stripe, topUp, signal);
        if (!session) return 'unknown';
        const report = reportOf(session, await standingOf(stripe, session));
        if (!report) throw new Error(`expected session ${session.id} to name a top-up, got none`);
        return report;
      } catch (error) {
        throw outageOr(error);
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
        const verdict = verdictOf(event);
        // About something else that the seller does with Stripe.
        return verdict && reportOf(verdict.session, verdict.said);
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
        return reject('INVALID_SIGNATURE', 'expected a message that Stripe has signed in the last 5 minutes');
      }
    },
  };
}

/** The session of this id; null when Stripe says that it has none, and not when only the address is wrong. */
async function sessionOf(stripe: Stripe, id: string): Promise<Stripe.Checkout.Session | null> {
  try {
    return await stripe.checkout.sessions.retrieve(id);
  } catch (error) {
    const isMissing = error instanceof Stripe.errors.StripeError && error.code === 'resource_missing';
    if (isMissing && error.statusCode === 404) return null;
    throw error;
  }
}

/**
 * The session of a top-up whose page is not known here, among those on which somebody has paid; null when there is none.
 * The request that opened it is not repeated: Stripe has forgotten its key by now, and would open a second page. Stripe
 * cannot be asked by what stands in the metadata.
 */
async function findSession(
  stripe: Stripe,
  topUp: TopUp,
  signal?: AbortSignal,
): Promise<Stripe.Checkout.Session | null> {
  const { from, to } = pageOpenedWithin(topUp);
  const created = {
    gte: Math.floor((from.getTime() - CLOCKS_APART_MS) / 1000),
    lte: Math.ceil((to.getTime() + CLOCKS_APART_MS) / 1000),
  };
  let seen = 0;
  for await (const session of stripe.checkout.sessions.list({
    created,
    status: 'complete',
    limit: PAGE_SIZE,
  })) {
    if (session.metadata?.[TOP_UP] === topUp.id) return session;
    seen += 1;
    // The only thing here that may take longer than a request.
    if (signal?.aborted) throw new ProviderUnavailable('Stripe', signal.reason);
    if (seen === MOST_SESSIONS) {
      throw new Error(
        `expected at most ${MOST_SESSIONS} paid sessions in a day, got more; look for top-up ${topUp.id} in Stripe's dashboard and send its event again`,
      );
    }
  }
  return null;
}

/** Where a session stands. Only what a bank has not paid yet has to be asked of the payment itself. */
async function standingOf(stripe: Stripe, session: Stripe.Checkout.Session): Promise<ProviderVerdict> {
  const { payment_status: paid, status, payment_intent: payment } = session;
  if (paid === 'paid') return 'PAID';
  if (status === 'expired') return 'EXPIRED';
  if (status !== 'complete' || payment === null) return 'UNDECIDED';
  const id = typeof payment === 'string' ? payment : payment.id;
  const { status: standing } = await stripe.paymentIntents.retrieve(id);
  return standing === 'requires_payment_method' || standing === 'canceled' ? 'FAILED' : 'UNDECIDED';
}

/** What is said of a top-up; null when the session is of something else that the seller does with Stripe. */
function reportOf(session: Stripe.Checkout.Session, verdict: ProviderVerdict): ProviderReport | null {
  const topUpId = session.metadata?.[TOP_UP];
  if (topUpId === undefined) return null;
  const { id: sessionId, amount_total: total, currency: code } = session;
  const currency = code?.toUpperCase() ?? '';
  const amount = total !== null && isCurrencyCode(currency) ? fromStripe(total, currency) : null;
  return { topUpId: topUpId as TopUpId, sessionId, amount, verdict };
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
