import { useState } from 'react';
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
  | { readonly kind: 'refused'; readonly code: string };

/** Puts money into the wallet, by the provider's page where it has one. */
export function useTopUp(): {
  readonly busy: boolean;
  readonly topUp: (amount: Amount) => Promise<TopUpOutcome>;
} {
  const attempt = useAttempt();
  const [, send] = useMutation(TopUp);
  const [busy, setBusy] = useState(false);
  const topUp = async ({ amount, currencyCode }: Amount): Promise<TopUpOutcome> => {
    setBusy(true);
    let address: string | null | undefined;
    const code = await attempt(`top up ${amount} ${currencyCode}`, async (idempotencyKey) => {
      const { data, error } = await send({ input: { amount: { amount, currencyCode }, idempotencyKey } });
      address = data?.topUpWallet?.redirectUrl;
      return { error: error ?? !data?.topUpWallet, code: data?.topUpWallet?.userErrors[0]?.code };
    });
    setBusy(false);
    if (code !== null) return { kind: 'refused', code };
    if (!address) return { kind: 'in' };
    location.assign(address);
    return { kind: 'leaving' };
  };
  return { busy, topUp };
}
