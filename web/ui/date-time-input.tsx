import { Trans } from '@lingui/react/macro';
import { type ComponentProps, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './control.module.css';

export interface DateTimeInputProps extends Omit<ComponentProps<'input'>, 'type'> {
  /** The hall's zone, said beside the control: what is typed is meant there. */
  readonly zone?: string;
}

/** A local date and time, `2026-11-27T19:30`, without a zone of its own. */
export function DateTimeInput({ className, zone, ...rest }: DateTimeInputProps) {
  const zoneId = useId();
  const describedBy = classNames(rest['aria-describedby'], zone !== undefined && zoneId);
  return (
    <span className={className}>
      <input
        {...rest}
        type="datetime-local"
        aria-describedby={describedBy}
        className={classNames(styles.control, styles.moment)}
      />
      {zone !== undefined && (
        <span id={zoneId} className={styles.zone}>
          <Trans>Local time of the hall ({zone})</Trans>
        </span>
      )}
    </span>
  );
}
