import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './control.module.css';

/** Several lines of text; grows with what is written. */
export function TextArea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...rest}
      data-autofocus={rest.autoFocus || undefined}
      rows={rows}
      className={classNames(styles.control, styles.area, className)}
    />
  );
}
