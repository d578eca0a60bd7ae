import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Money } from '@parterre/contracts/kernel/money.ts';
import type { Id } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

export type TopUpId = Id<'TopUp'>;

/**
 * PENDING until the provider says what became of it. Only what is PAID is in the wallet. REFUNDED by a person, who has given
 * the money back at the provider: see docs/operations.md.
 */
export type TopUpState = 'PENDING' | 'PAID' | 'EXPIRED' | 'FAILED' | 'REFUNDED';

/** Money that a user is to pay on a provider's page. */
export interface TopUp {
  readonly id: TopUpId;
  readonly userId: UserId;
  readonly amount: Money;
  readonly state: TopUpState;
  /** The provider's page; null until the provider has answered. */
  readonly page: ProviderPage | null;
  readonly createdAt: Date;
}

/** A page of a provider on which one top-up is paid. */
export interface ProviderPage {
  /** The provider's own name of it. */
  readonly sessionId: string;
  readonly url: string;
}

/** What a provider says of a top-up; UNDECIDED while its page is open or a bank has not answered yet. */
export type ProviderVerdict = 'PAID' | 'EXPIRED' | 'FAILED' | 'UNDECIDED';

/**
 * Where a top-up stands after what its provider says, in whatever order and however often it says so. Paid is paid:
 * the payer's money has gone, so it counts even when the page had expired or an earlier try had failed, and
 * nothing takes it back. The provider calls paid, too, what a person has given back since: that is no news.
 */
export function stateAfter(state: TopUpState, verdict: ProviderVerdict): TopUpState {
  if (state === 'REFUNDED') return state;
  if (state === 'PAID' || verdict === 'PAID') return 'PAID';
  return state === 'PENDING' && verdict !== 'UNDECIDED' ? verdict : state;
}

/** Providers remember a request for a day. One that is asked for again later might open a second page, paid twice. */
const ASKED_AGAIN_WITHIN_MS = 23 * 3_600_000;

/** When a page can have been opened for a top-up, at the earliest and at the latest, by our clock. */
export function pageOpenedWithin({ createdAt }: TopUp): { readonly from: Date; readonly to: Date } {
  return { from: createdAt, to: after(createdAt, ASKED_AGAIN_WITHIN_MS) };
}

/** A page is open for a day, and its provider says at once what became of it. An hour more, for clocks and queues. */
const UNHEARD_AFTER_MS = 25 * 3_600_000;

/** When the provider is asked for the first time what became of a top-up, unless it has said so. */
export function firstAskAt(createdAt: Date): Date {
  return after(createdAt, UNHEARD_AFTER_MS);
}

/** Whoever has learned nothing asks again after `firstMs`, then after twice as long each time, up to `mostMs`. */
export const ASK_AGAIN = { firstMs: 10 * 60_000, mostMs: 6 * 3_600_000 };

/**
 * For so long a provider that knows nothing of a page is not believed: the key of another account knows nothing either,
 * and whoever has set it has a week to notice. Every page that there can be has ended long before.
 */
const UNKNOWN_BELIEVED_AFTER_MS = 7 * 24 * 3_600_000;

/** What it means that the provider knows nothing of a top-up: in the end, that nobody has paid. */
export function verdictOnUnknown({ createdAt }: TopUp, now: Date): 'EXPIRED' | 'UNDECIDED' {
  return now < after(createdAt, UNKNOWN_BELIEVED_AFTER_MS) ? 'UNDECIDED' : 'EXPIRED';
}

function after(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms);
}

/** Why no page can be opened for a top-up any more, or null when it can. */
export function refusePage(topUp: TopUp, now: Date): Rejection<'PROVIDER_REFUSED'> | null {
  const age = now.getTime() - topUp.createdAt.getTime();
  return topUp.state === 'PENDING' && age < ASKED_AGAIN_WITHIN_MS ? null : refusedByProvider();
}

export function refusedByProvider(): Rejection<'PROVIDER_REFUSED'> {
  return reject(
    'PROVIDER_REFUSED',
    'expected a top-up that the payment provider takes, but it did not take this one; try another amount with a new key',
  );
}
