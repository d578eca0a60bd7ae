import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import styles from './state.module.css';

export interface EmptyStateProps {
  readonly title: ReactNode;
  readonly icon?: IconName;
  /** The one thing to do next. */
  readonly action?: ReactNode;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** Nothing is here yet, why so, and what to do about it. */
export function EmptyState({ title, icon = 'ticket', action, className, children }: EmptyStateProps) {
  return (
    <div className={classNames(styles.state, className)}>
      <span className={styles.disc}>
        <Icon name={icon} size={28} />
      </span>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
