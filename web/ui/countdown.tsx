import { Trans } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useState } from 'react';
import { classNames } from './class-names.ts';
import styles from './countdown.module.css';
import { formatRemaining } from './time-format.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

const WARNING_MS = 120_000;

export interface CountdownProps {
  /** When it ends, by the server's clock, in ISO 8601. */
  readonly until: string;
  /** The server's clock less the device's, in ms. */
  readonly clockOffsetMs?: number;
  /** Called once when nothing is left, also when that is so from the start. */
  readonly onEnd?: () => void;
  readonly className?: string;
}

export function Countdown({ until, clockOffsetMs = 0, onEnd, className }: CountdownProps) {
  const left = useRemaining(Date.parse(until) - clockOffsetMs);
  const hasEnded = left <= 0;
  const ended = useEffectEvent(() => onEnd?.());
  useEffect(() => {
    if (hasEnded) ended();
  }, [hasEnded]);
  const isShort = left <= WARNING_MS;
  return (
    <span className={classNames(styles.countdown, isShort && styles.short, className)}>
      <span role="timer" aria-live="off">
        {formatRemaining(left)}
      </span>
      <VisuallyHidden aria-live="polite">
        {hasEnded ? <Trans>Time is up.</Trans> : isShort ? <Trans>Less than two minutes left.</Trans> : null}
      </VisuallyHidden>
    </span>
  );
}

/** Ms until an instant of the device's clock; renders at each full second, and at once when the page is seen again. */
function useRemaining(end: number): number {
  const [left, setLeft] = useState(() => end - Date.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function tick(): void {
      clearTimeout(timer);
      const ms = end - Date.now();
      setLeft(ms);
      // 5 ms more than the second, since timers may be early by some.
      if (ms > 0) timer = setTimeout(tick, (ms % 1_000) + 5);
    }
    tick();
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [end]);
  return left;
}
