import { Trans } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { Icon } from '../ui/icon.tsx';
import styles from './held-bar.module.css';

/** Says that the device has no network, above every page: what is shown is what was loaded before. */
export function OfflineBar() {
  const isOnline = useSyncExternalStore(follow, () => navigator.onLine);
  return (
    <div role="status">
      {!isOnline && (
        <p className={styles.offline}>
          <Icon name="warning" size={18} />
          <Trans>You are offline. What you see may be old; tickets that you have opened are there.</Trans>
        </p>
      )}
    </div>
  );
}

function follow(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}
