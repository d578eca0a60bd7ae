import { Trans } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

/** What a control needs to belong to its field; spread it over TextInput, Select and the like. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly required: boolean;
}

export interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and what to do, in words for people. */
  readonly error?: ReactNode;
  /** Fields that may stay empty say so; the others need no mark. */
  readonly required?: boolean;
  /** A field that narrows a list: that it may stay empty goes without saying. */
  readonly isFilter?: boolean;
  readonly className?: string;
  readonly children: (control: ControlProps) => ReactNode;
}

export function Field({
  label,
  hint,
  error,
  required = false,
  isFilter = false,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const hasHint = hint !== undefined && hint !== null;
  const hasError = Boolean(error);
  const control: ControlProps = {
    id,
    'aria-describedby': classNames(hasError && `${id}-error`, hasHint && `${id}-hint`),
    'aria-invalid': hasError || undefined,
    required,
  };
  return (
    <div className={classNames(styles.field, className)}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {!required && !isFilter && (
          <span className={styles.optional}>
            <Trans>optional</Trans>
          </span>
        )}
      </label>
      {hasHint && (
        <div className={styles.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children(control)}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}

/** The place stays in the page, so that an error which comes later is spoken. */
export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={styles.error} id={id} aria-live="polite">
      {children ? (
        <>
          <Icon name="warning" size={16} />
          <span>{children}</span>
        </>
      ) : null}
    </div>
  );
}
