import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { BusyNotice } from '../../app/busy-notice.tsx';
import { i18n } from '../../app/language.ts';
import { useRefusalText } from '../../app/refusals.ts';
import type { CurrencyCode } from '../../graphql/generated/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Field } from '../../ui/field.tsx';
import { formatLocale } from '../../ui/format-locale.ts';
import { formatMoney, parseAmount } from '../../ui/money-format.ts';
import { MoneyInput } from '../../ui/money-input.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { shopRefusals } from '../shop-refusals.ts';
import { useTopUp } from '../wallet/use-top-up.ts';
import styles from './account.module.css';

/** Whole units that one may take instead of typing. */
const OFFERED = ['20', '50', '100'] as const;

/** Puts a sum of one's own choice into the wallet. */
export function TopUpForm({ currencyCode }: { readonly currencyCode: CurrencyCode }) {
  const { t } = useLingui();
  const { say } = useToasts();
  const refusalText = useRefusalText(shopRefusals);
  const { busy, isWaiting, topUp } = useTopUp();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const amount = parseAmount(text, currencyCode, formatLocale(i18n));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (amount === null || Number(amount) === 0) return setFault(refusalText('INVALID_AMOUNT'));
    const outcome = await topUp({ amount, currencyCode });
    if (outcome.kind === 'refused') return setFault(refusalText(outcome.refusal));
    if (outcome.kind === 'leaving') return;
    const sum = formatMoney({ amount, currencyCode }, formatLocale(i18n));
    say(t`${sum} is in your wallet.`);
    setText('');
  };
  const choose = (value: string) => {
    setFault(null);
    setText(value);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={t`Amount to add`} error={fault} required>
        {(control) => <MoneyInput {...control} currencyCode={currencyCode} value={text} onChange={choose} />}
      </Field>
      <div className={styles.quick}>
        {OFFERED.map((value) => (
          <Chip key={value} pressed={text === value} onPress={() => choose(value)}>
            {formatMoney({ amount: value, currencyCode }, formatLocale(i18n), { short: true })}
          </Chip>
        ))}
        <Button type="submit" variant="primary" busy={busy}>
          <Trans>Top up</Trans>
        </Button>
      </div>
      <BusyNotice isWaiting={isWaiting} />
    </form>
  );
}
