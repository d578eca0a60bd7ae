import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './control.module.css';
import { Icon } from './icon.tsx';

/** One of a list: the browser's own, with `<option>` as children. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={classNames(styles.framed, className)}>
      <select
        {...rest}
        data-autofocus={rest.autoFocus || undefined}
        className={classNames(styles.control, styles.select)}
      >
        {children}
      </select>
      <Icon name="chevron" size={16} className={styles.chevron} />
    </span>
  );
}
