import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { PageHeading } from './page-heading.tsx';
import styles from './state.module.css';

export interface FaultStateProps {
  readonly onRetry: () => void;
  readonly busy?: boolean;
  /** What failed, for people; what is technical goes behind "Details". */
  readonly cause?: unknown;
  readonly title?: ReactNode;
  /** It stands in place of a whole page: the title is the page's heading. */
  readonly isPage?: boolean;
}

/** A page or a part of it could not be loaded. Spoken, since it comes in place of what was awaited. */
export function FaultState({ onRetry, busy, cause, title, isPage }: FaultStateProps) {
  const words = title ?? <Trans>This could not be loaded</Trans>;
  const details = cause instanceof Error ? cause.message : typeof cause === 'string' ? cause : undefined;
  return (
    <div className={styles.state} role="alert">
      <span className={styles.disc}>
        <Icon name="warning" size={28} />
      </span>
      {isPage ? (
        <PageHeading className={styles.title}>{words}</PageHeading>
      ) : (
        <p className={styles.title}>{words}</p>
      )}
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
