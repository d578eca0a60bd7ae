import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import styles from './state.module.css';

export interface FaultStateProps {
  readonly onRetry: () => void;
  readonly busy?: boolean;
  /** What failed, for people; what is technical goes behind "Details". */
  readonly cause?: unknown;
  readonly title?: ReactNode;
}

/** A page or a part of it could not be loaded. Spoken, since it comes in place of what was awaited. */
export function FaultState({ onRetry, busy, cause, title }: FaultStateProps) {
  const details = cause instanceof Error ? cause.message : typeof cause === 'string' ? cause : undefined;
  return (
    <div className={styles.state} role="alert">
      <span className={styles.disc}>
        <Icon name="warning" size={28} />
      </span>
      <p className={styles.title}>{title ?? <Trans>This could not be loaded</Trans>}</p>
      <p className={styles.text}>
        <Trans>Nothing is lost. Check your connection and try again.</Trans>
      </p>
      <div className={styles.action}>
        <Button busy={busy} onClick={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      </div>
      {details !== undefined && (
        <details className={styles.details}>
          <summary>
            <Trans>Details</Trans>
          </summary>
          <code>{details}</code>
        </details>
      )}
    </div>
  );
}
