import { useLingui } from '@lingui/react/macro';
import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import styles from './dialog.module.css';
import { Icon } from './icon.tsx';
import { openModal } from './modal-stack.ts';

export interface DialogProps {
  readonly open: boolean;
  /** Escape, the cross or the backdrop was pressed; the dialog is closed by `open`. */
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** Buttons, the one that goes on last. */
  readonly footer?: ReactNode;
  /** The backdrop does not close it: something typed would be lost. */
  readonly sticky?: boolean;
  /** Nothing closes it: something is under way. */
  readonly locked?: boolean;
  /** Px at most; 480 unless given. */
  readonly width?: number;
  /** What gets the focus has `autoFocus` (controls of web/ui) or `data-autofocus`; else the title has it. */
  readonly children: ReactNode;
}

export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, title, footer, sticky, locked, width = 480, children }: DialogProps) {
  const { t } = useLingui();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const close = openModal(element);
    (element.querySelector<HTMLElement>('[data-autofocus]') ?? heading.current)?.focus();
    return close;
  }, []);

  function press({ target, currentTarget }: MouseEvent): void {
    // Only the backdrop is the dialog itself: its box is filled by the frame.
    if (target === currentTarget && !sticky && !locked) onClose();
  }

  return (
    <dialog
      ref={dialog}
      id={id}
      className={styles.dialog}
      style={{ maxWidth: `min(${width}px, 100%)` }}
      aria-labelledby={`${id}-title`}
      onMouseDown={press}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        if (!locked) onClose();
      }}
      onClose={({ target, currentTarget }) => {
        // Browsers let no page refuse a second Escape: they close it themselves then.
        if (target !== currentTarget || currentTarget.open || !currentTarget.isConnected) return;
        if (locked) currentTarget.showModal();
        else onClose();
      }}
    >
      <div className={styles.frame}>
        <header className={styles.header}>
          <h2 ref={heading} id={`${id}-title`} tabIndex={-1} className={styles.title}>
            {title}
          </h2>
          <button
            type="button"
            className={styles.close}
            aria-label={t`Close`}
            disabled={locked}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </header>
        <div className={styles.body}>{children}</div>
        {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
      </div>
    </dialog>
  );
}
