import { useLingui } from '@lingui/react/macro';
import { classNames } from './class-names.ts';
import { formatLocale } from './format-locale.ts';
import styles from './money.module.css';
import { formatMoney, type MoneyFormat, type MoneyValue } from './money-format.ts';

export interface MoneyProps extends MoneyFormat {
  readonly value: MoneyValue;
  readonly className?: string;
}

/** A sum in the reader's spelling; digits of equal width, and never broken over two lines. */
export function Money({ value, sign, short, className }: MoneyProps) {
  const { i18n } = useLingui();
  return (
    <span className={classNames(styles.money, className)}>
      {formatMoney(value, formatLocale(i18n), { sign, short })}
    </span>
  );
}
