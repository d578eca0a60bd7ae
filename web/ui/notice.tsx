import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import styles from './notice.module.css';

export type NoticeTone = 'neutral' | 'ok' | 'warn' | 'danger';

export interface NoticeProps {
  readonly tone?: NoticeTone;
  readonly title?: ReactNode;
  /** A button or link that mends it. */
  readonly action?: ReactNode;
  readonly className?: string;
  readonly children?: ReactNode;
}

export const toneIcons: Readonly<Record<NoticeTone, IconName>> = {
  neutral: 'info',
  ok: 'check',
  warn: 'warning',
  danger: 'warning',
};

/** Something to know, at its place in the page. What happens later is said by a toast. */
export function Notice({ tone = 'neutral', title, action, className, children }: NoticeProps) {
  return (
    <div className={classNames(styles.notice, styles[tone], className)}>
      <Icon name={toneIcons[tone]} className={styles.icon} />
      <div className={styles.words}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
