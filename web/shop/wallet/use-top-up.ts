import { useState } from 'react';
import type { Refusal } from '../../app/attempt.ts';
import type { MoneyValue } from '../../app/money.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import type { TopUpMutationVariables } from '../../graphql/generated/graphql.ts';
import { useMutation } from '../../graphql/hooks.ts';
import { TopUp } from './wallet-documents.ts';

type Amount = MoneyValue<TopUpMutationVariables['input']['amount']['currencyCode']>;

export type TopUpOutcome =
  | { readonly kind: 'in' }
  /** The window goes to the provider's page, which leads back to where the buyer was. */
  | { readonly kind: 'leaving' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Puts money into the wallet, by the provider's page where it has one. */
export function useTopUp(): {
  readonly busy: boolean;
  /** The server was busy, and is asked again in a moment. */
  readonly isWaiting: boolean;
  readonly topUp: (amount: Amount) => Promise<TopUpOutcome>;
} {
  const { attempt, isWaiting } = useAttempt();
  const [, send] = useMutation(TopUp);
  const [busy, setBusy] = useState(false);
  const topUp = async ({ amount, currencyCode }: Amount): Promise<TopUpOutcome> => {
    setBusy(true);
    let address: string | null | undefined;
    const refusal = await attempt(`top up ${amount} ${currencyCode}`, async (idempotencyKey) => {
      const { data, error } = await send({ input: { amount: { amount, currencyCode }, idempotencyKey } });
      address = data?.topUpWallet?.redirectUrl;
      return { error, payload: data?.topUpWallet };
    });
    setBusy(false);
    if (refusal !== null) return { kind: 'refused', refusal };
    if (!address) return { kind: 'in' };
    location.assign(address);
    return { kind: 'leaving' };
  };
  return { busy, isWaiting, topUp };
}
