import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { PageHeading } from './page-heading.tsx';
import styles from './page-title.module.css';

export interface PageTitleProps {
  /** A line above: what the page belongs to. */
  readonly above?: ReactNode;
  /** A line below, in muted ink. */
  readonly below?: ReactNode;
  /** Buttons at the end of the line. */
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The one h1 of a page. The shell moves the focus to it (`[data-page-title]`) when the address changes. */
export function PageTitle({ above, below, actions, className, children }: PageTitleProps) {
  return (
    <header className={classNames(styles.title, className)}>
      <div className={styles.words}>
        {above !== undefined && <div className={styles.above}>{above}</div>}
        <PageHeading>{children}</PageHeading>
        {below !== undefined && <div className={styles.below}>{below}</div>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
