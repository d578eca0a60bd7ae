import { useLingui } from '@lingui/react/macro';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { onTopDialog, topDialog } from './modal-stack.ts';
import { type Toast, toastStore } from './toast-store.ts';
import styles from './toasts.module.css';

export interface Toasts {
  /** What has happened, as asked for: spoken when there is a pause, and goes by itself. */
  readonly say: (text: string) => void;
  /** What went wrong or needs a hand: spoken at once, and stays until it is closed. */
  readonly warn: (text: string) => void;
}

export function useToasts(): Toasts {
  return toastStore;
}

/** Once a page, in the shell. What lies outside of a modal dialog can be neither heard nor pressed, so it moves inside. */
export function ToastRegion() {
  const dialog = useSyncExternalStore(onTopDialog, topDialog);
  return createPortal(<Region key={dialog?.id ?? 'page'} />, dialog ?? document.body);
}

function Region() {
  const { t } = useLingui();
  const toasts = useSyncExternalStore(toastStore.onChange, toastStore.toasts);
  // Only what is added to a live region that is there already is spoken.
  const [isThere, setIsThere] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setIsThere(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  const shown = isThere ? toasts : [];
  return (
    <section
      className={styles.region}
      aria-label={t`Messages`}
      data-print="never"
      onPointerEnter={toastStore.hold}
      onPointerLeave={toastStore.release}
      onFocus={toastStore.hold}
      onBlur={toastStore.release}
    >
      <div aria-live="assertive" className={styles.list}>
        {shown
          .filter(({ kind }) => kind === 'warned')
          .map((toast) => (
            <ToastBox key={toast.id} toast={toast} />
          ))}
      </div>
      <div aria-live="polite" className={styles.list}>
        {shown
          .filter(({ kind }) => kind === 'said')
          .map((toast) => (
            <ToastBox key={toast.id} toast={toast} />
          ))}
      </div>
    </section>
  );
}

function ToastBox({ toast }: { readonly toast: Toast }) {
  const { t } = useLingui();
  const isWarning = toast.kind === 'warned';
  return (
    <div className={classNames(styles.toast, isWarning && styles.warning)}>
      <Icon name={isWarning ? 'warning' : 'check'} className={styles.icon} />
      <p className={styles.text}>{toast.text}</p>
      <button
        type="button"
        className={styles.close}
        aria-label={t`Close`}
        onClick={() => toastStore.close(toast.id)}
      >
        <Icon name="close" size={18} />
      </button>
    </div>
  );
}
