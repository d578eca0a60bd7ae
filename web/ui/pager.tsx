import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './pager.module.css';

export interface PagerProps {
  readonly hasNext: boolean;
  readonly onNext: () => void;
  readonly busy: boolean;
  /** The page that was asked for did not come: the button asks for it once more. */
  readonly failed?: boolean;
  readonly onRetry?: () => void;
  /** How many of how many are shown. */
  readonly children?: ReactNode;
}

/** Brings the next page below what is there. Nothing is loaded by scrolling, so the foot of the page can be reached. */
export function Pager({ hasNext, onNext, busy, failed = false, onRetry, children }: PagerProps) {
  if (!hasNext && children === undefined) return null;
  return (
    <div className={styles.pager} data-print="never">
      {children !== undefined && <p className={styles.count}>{children}</p>}
      <p role="alert" className={styles.failed}>
        {failed && !busy && <Trans>The rest could not be loaded. Check your connection and try again.</Trans>}
      </p>
      {hasNext && (
        <Button busy={busy} onClick={failed ? onRetry : onNext}>
          {failed ? <Trans>Try again</Trans> : <Trans>Show more</Trans>}
        </Button>
      )}
    </div>
  );
}
