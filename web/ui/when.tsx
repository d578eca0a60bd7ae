import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { formatLocale } from './format-locale.ts';
import { formatFully, formatRelative, formatTime, type TimeFormat } from './time-format.ts';

export interface WhenProps {
  /** An instant in ISO 8601. */
  readonly at: string;
  /** The hall's zone, an IANA name; the reader's own unless given. */
  readonly zone?: string;
  readonly format: TimeFormat | 'relative';
  readonly className?: string;
}

export function When({ at, zone, format, className }: WhenProps) {
  const { i18n } = useLingui();
  const now = useMinute(format === 'relative');
  const text =
    format === 'relative'
      ? formatRelative(at, formatLocale(i18n), now)
      : formatTime(at, formatLocale(i18n), format, zone);
  return (
    <time dateTime={at} title={formatFully(at, formatLocale(i18n), zone)} className={className}>
      {text}
    </time>
  );
}

/** The time in ms, anew each minute while it is asked for. */
function useMinute(isWanted: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isWanted) return;
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, [isWanted]);
  return now;
}
