import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import { PageHeading } from './page-heading.tsx';
import styles from './state.module.css';

export interface EmptyStateProps {
  readonly title: ReactNode;
  readonly icon?: IconName;
  /** The one thing to do next. */
  readonly action?: ReactNode;
  /** It is all of its page: the title is the page's heading. */
  readonly isPage?: boolean;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** Nothing is here yet, why so, and what to do about it. */
export function EmptyState(props: EmptyStateProps) {
  const { title, icon = 'ticket', action, isPage, className, children } = props;
  return (
    <div className={classNames(styles.state, className)}>
      <span className={styles.disc}>
        <Icon name={icon} size={28} />
      </span>
      {isPage ? (
        <PageHeading className={styles.title}>{title}</PageHeading>
      ) : (
        <p className={styles.title}>{title}</p>
      )}
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
