import { type ComponentProps, type MouseEvent, useId } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonLook {
  /** `secondary` unless given. A page has at most one `primary` in sight. */
  readonly variant?: ButtonVariant;
  readonly size?: 'm' | 's';
  /** As wide as its container. */
  readonly wide?: boolean;
}

export interface ButtonProps extends ComponentProps<'button'>, ButtonLook {
  /** The action is under way: the button keeps its width and focus, and does nothing more. */
  readonly busy?: boolean;
  /** Why nothing can be done now. The button stays reachable by key, and the reason stands below it. */
  readonly disabledReason?: string;
}

export function buttonClass({ variant = 'secondary', size = 'm', wide }: ButtonLook): string | undefined {
  return classNames(styles.button, styles[variant], size === 's' && styles.s, wide && styles.wide);
}

export function Button(props: ButtonProps) {
  const { variant, size, wide, busy = false, disabledReason, className, onClick, children, ...rest } = props;
  const reasonId = useId();
  const isIdle = busy || disabledReason !== undefined || Boolean(rest['aria-disabled']);

  function click(event: MouseEvent<HTMLButtonElement>): void {
    // Also keeps a form from being sent twice.
    if (isIdle) event.preventDefault();
    else onClick?.(event);
  }

  const button = (
    <button
      type="button"
      {...rest}
      className={classNames(buttonClass({ variant, size, wide }), className)}
      aria-busy={busy || undefined}
      aria-disabled={isIdle || undefined}
      aria-describedby={classNames(rest['aria-describedby'], disabledReason !== undefined && reasonId)}
      onClick={click}
    >
      <span className={styles.label}>{children}</span>
      {busy && <span className={styles.spinner} aria-hidden="true" />}
    </button>
  );
  if (disabledReason === undefined) return button;
  return (
    <span className={classNames(styles.withReason, wide && styles.wide)}>
      {button}
      <span id={reasonId} className={styles.reason}>
        {disabledReason}
      </span>
    </span>
  );
}
