import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './control.module.css';

export interface TextInputProps extends ComponentProps<'input'> {
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number' | 'date';
}

/** One line of text. Give `autoComplete` for what a browser knows of people: name, email, current-password. */
export function TextInput({ className, type = 'text', ...rest }: TextInputProps) {
  return (
    <input
      {...rest}
      data-autofocus={rest.autoFocus || undefined}
      type={type}
      className={classNames(styles.control, className)}
    />
  );
}
