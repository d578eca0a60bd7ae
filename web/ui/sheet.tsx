import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './sheet.module.css';

/** A stroke of so many px opens or closes it. */
const STROKE = 24;

export interface SheetProps {
  /** The name of the region, such as "Your places". */
  readonly label: string;
  /** Always in sight: a count, a sum, one button. */
  readonly peek: ReactNode;
  /** Whether all of it shows below 1,024 px; above it always does. */
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * A sheet at the lower edge below 1,024 px, a rail of 360 px beside the content above. The page stays usable while it is
 * open. In the flow it takes the place of its peek, so that nothing lies below it.
 */
export function Sheet({ label, peek, open, onOpenChange, className, children }: SheetProps) {
  const { t } = useLingui();
  const id = useId();
  const handle = useRef<HTMLButtonElement>(null);
  const peekBox = useRef<HTMLDivElement>(null);
  const start = useRef<number | null>(null);
  usePeekHeight(peekBox);

  function release({ clientY }: PointerEvent): void {
    const stroke = start.current === null ? 0 : clientY - start.current;
    start.current = null;
    if (Math.abs(stroke) >= STROKE) onOpenChange(stroke < 0);
  }

  function press(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !open || event.defaultPrevented) return;
    onOpenChange(false);
    // What has the focus is about to be hidden.
    if (document.getElementById(id)?.contains(document.activeElement)) handle.current?.focus();
  }

  return (
    <div className={classNames(styles.place, className)} data-print="never">
      <section className={styles.sheet} aria-label={label} data-open={open || undefined} onKeyDown={press}>
        <div
          className={styles.top}
          onPointerDown={({ clientY }) => {
            start.current = clientY;
          }}
          onPointerUp={release}
          onPointerCancel={() => {
            start.current = null;
          }}
        >
          <button
            ref={handle}
            type="button"
            className={styles.handle}
            aria-expanded={open}
            aria-controls={id}
            aria-label={open ? t`Show less` : t`Show all`}
            onClick={() => onOpenChange(!open)}
          >
            <Icon name="chevron" size={18} className={styles.chevron} />
          </button>
        </div>
        <div id={id} className={styles.content}>
          {children}
        </div>
        <div ref={peekBox} className={styles.peek}>
          {peek}
        </div>
      </section>
    </div>
  );
}

/** Says how much of the lower edge the peek takes, as `--sheet-peek`: its place in the flow and toasts go by it. */
function usePeekHeight(peek: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const element = peek.current;
    if (!element) return;
    const root = document.documentElement;
    const observer = new ResizeObserver(() => {
      root.style.setProperty('--sheet-peek', `${element.offsetHeight}px`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.style.removeProperty('--sheet-peek');
    };
  }, [peek]);
}
