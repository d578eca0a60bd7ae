import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './choice.module.css';
import { classNames } from './class-names.ts';
import { FieldError } from './field.tsx';

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
}

export function Checkbox({ label, hint, error, className, ...rest }: CheckboxProps) {
  const id = useId();
  const hasError = Boolean(error);
  const describedBy = classNames(
    rest['aria-describedby'],
    hasError && `${id}-error`,
    hint !== undefined && `${id}-hint`,
  );
  return (
    <div className={className}>
      <label className={styles.choice}>
        <input
          {...rest}
          type="checkbox"
          className={classNames(styles.box, styles.check)}
          aria-invalid={hasError || undefined}
          aria-describedby={describedBy}
        />
        <span className={styles.text}>
          <span>{label}</span>
          {hint !== undefined && (
            <span className={styles.hint} id={`${id}-hint`}>
              {hint}
            </span>
          )}
        </span>
      </label>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}
