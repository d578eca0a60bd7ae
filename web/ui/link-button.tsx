import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './button.module.css';
import { type ButtonLook, buttonClass } from './button.tsx';
import { classNames } from './class-names.ts';

export interface LinkButtonProps extends ButtonLook {
  /** A path of the app, or a whole address, which leaves it. */
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
  readonly download?: string | boolean;
  readonly 'aria-label'?: string;
}

/** Goes somewhere, and looks like a button. What does something is a Button. */
export function LinkButton({ href, variant, size, wide, className, children, ...rest }: LinkButtonProps) {
  const look = classNames(buttonClass({ variant, size, wide }), className);
  const label = <span className={styles.label}>{children}</span>;
  if (/^[a-z]+:/.test(href) || rest.download !== undefined) {
    return (
      <a {...rest} href={href} className={look}>
        {label}
      </a>
    );
  }
  return (
    <Link {...rest} href={href} className={look}>
      {label}
    </Link>
  );
}
