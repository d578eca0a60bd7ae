import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { MoneyValue } from '../../app/money.ts';
import { useRefusalText } from '../../app/refusals.ts';
import { useUser } from '../../app/services.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { formatLocale } from '../../ui/format-locale.ts';
import { Money } from '../../ui/money.tsx';
import { formatMoney } from '../../ui/money-format.ts';
import { Stepper } from '../../ui/stepper.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { shopRefusals } from '../shop-refusals.ts';
import { POINTS_STEP, spendablePoints } from './ticket-rules.ts';
import styles from './tray.module.css';
import type { useHold } from './use-hold.ts';

type DiscountProps = Pick<ReturnType<typeof useHold>, 'quote' | 'discount'> & {
  /** Of what is chosen, before any discount. */
  readonly total: MoneyValue | null;
  readonly onDiscount: ReturnType<typeof useHold>['setDiscount'];
};

/** Promo code and points, with what they make of the price as the server says it. */
export function Discount({ quote, discount, total, onDiscount }: DiscountProps) {
  const { t, i18n } = useLingui();
  const user = useUser();
  const refusalText = useRefusalText(shopRefusals);
  const [code, setCode] = useState(discount.promoCode);
  const rejections = quote?.rejections.map((one) => one.code) ?? [];
  const ofCode = rejections.find((one) => one.startsWith('PROMO_CODE'));
  const other = rejections.find((one) => !one.startsWith('PROMO_CODE'));
  const worth = total && formatMoney({ ...total, amount: '1' }, formatLocale(i18n), { short: true });
  const most = spendablePoints(discount.availablePoints, total);
  return (
    <details className={styles.discount}>
      <summary>
        <Trans>Promo code or points</Trans>
      </summary>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          onDiscount({ ...discount, promoCode: code.trim() });
        }}
      >
        <Field
          label={t`Promo code`}
          isFilter
          error={ofCode && refusalText(ofCode)}
          {...(user === null ? { hint: t`Sign in to see what it takes off.` } : {})}
        >
          {(props) => (
            <TextInput
              {...props}
              value={code}
              maxLength={50}
              autoCapitalize="characters"
              onChange={({ currentTarget }) => setCode(currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" size="s">
          <Trans>Use</Trans>
        </Button>
      </form>
      {discount.availablePoints > 0 && (
        <Stepper
          label={t`Points to spend`}
          hint={
            most > 0 && worth
              ? t`You have ${discount.availablePoints}; 100 points are worth ${worth}.`
              : t`You have ${discount.availablePoints}; they are spent by the hundred, up to half of the price.`
          }
          value={discount.spendPoints}
          min={0}
          max={most}
          step={POINTS_STEP}
          onChange={(spendPoints) => onDiscount({ ...discount, spendPoints })}
        />
      )}
      <div aria-live="polite">
        {other && <p className={styles.rejected}>{refusalText(other)}</p>}
        {quote?.discount && Number(quote.discount.amount) > 0 && quote.total && (
          <dl className={styles.sums}>
            <dt>
              <Trans>Discount</Trans>
            </dt>
            <dd>
              −<Money value={quote.discount} />
            </dd>
            <dt>
              <Trans>To pay</Trans>
            </dt>
            <dd>
              <Money value={quote.total} />
            </dd>
          </dl>
        )}
      </div>
    </details>
  );
}
