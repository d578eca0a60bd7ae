import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';

export interface BadgeProps {
  readonly tone?: 'neutral' | 'ok' | 'warn' | 'danger' | 'accent';
  readonly icon?: IconName;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A state in one or two words; the words say it, the tone only helps to find it. */
export function Badge({ tone = 'neutral', icon, className, children }: BadgeProps) {
  return (
    <span className={classNames(styles.badge, styles[tone], className)}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}
