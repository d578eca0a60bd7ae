import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './control.module.css';

/** Several lines of text; grows with what is written. */
export function TextArea({ className, autoFocus, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...rest}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      rows={rows}
      className={classNames(styles.control, styles.area, className)}
    />
  );
}
