import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './pager.module.css';

export interface PagerProps {
  readonly hasNext: boolean;
  readonly onNext: () => void;
  readonly busy: boolean;
  /** How many of how many are shown. */
  readonly children?: ReactNode;
}

/** Brings the next page below what is there. Nothing is loaded by scrolling, so the foot of the page can be reached. */
export function Pager({ hasNext, onNext, busy, children }: PagerProps) {
  if (!hasNext && children === undefined) return null;
  return (
    <div className={styles.pager} data-print="never">
      {children !== undefined && <p className={styles.count}>{children}</p>}
      {hasNext && (
        <Button busy={busy} onClick={onNext}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </div>
  );
}
