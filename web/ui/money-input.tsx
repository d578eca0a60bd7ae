import { useLingui } from '@lingui/react/macro';
import type { ComponentProps, CSSProperties } from 'react';
import { classNames } from './class-names.ts';
import styles from './control.module.css';
import { formatLocale } from './format-locale.ts';
import { currencySymbol, parseAmount } from './money-format.ts';

export interface MoneyInputProps extends Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange'> {
  readonly currencyCode: string;
  /** As typed. */
  readonly value: string;
  /** `amount` is a decimal such as `39.00`, or null while what is typed is no sum of that currency. */
  readonly onChange: (text: string, amount: string | null) => void;
}

export function MoneyInput({ currencyCode, value, onChange, className, ...rest }: MoneyInputProps) {
  const { i18n } = useLingui();
  const { symbol, isBefore } = currencySymbol(currencyCode, formatLocale(i18n));
  const room = { '--affix': `${symbol.length + 0.75}ch` } as CSSProperties;
  return (
    <span className={classNames(styles.framed, className)}>
      <span className={classNames(styles.affix, isBefore ? styles.before : styles.after)} aria-hidden="true">
        {symbol}
      </span>
      <input
        {...rest}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={value}
        data-affix={isBefore ? 'before' : 'after'}
        style={room}
        className={classNames(styles.control, styles.sum)}
        onChange={({ target }) =>
          onChange(target.value, parseAmount(target.value, currencyCode, formatLocale(i18n)))
        }
      />
    </span>
  );
}
