import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './stepper.module.css';

export interface StepperProps {
  readonly label: ReactNode;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Between one value and the next; 1 unless given. */
  readonly step?: number;
  readonly onChange: (value: number) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
  readonly className?: string;
}

/**
 * A small whole number: two buttons, and a control between them that takes arrows and digits. At its limit a button keeps the
 * focus, and does nothing.
 */
export function Stepper(props: StepperProps) {
  const { label, value, min, max, step = 1, onChange, hint, disabled, className } = props;
  const { t } = useLingui();
  const id = useId();
  const set = (next: number) => {
    const kept = Math.min(max, Math.max(min, min + Math.round((next - min) / step) * step));
    if (Number.isInteger(kept) && kept !== value) onChange(kept);
  };
  return (
    <div className={classNames(styles.stepper, className)}>
      <label className={styles.label} htmlFor={id}>
        <span>{label}</span>
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </label>
      <div className={styles.controls}>
        <button
          type="button"
          className={styles.step}
          disabled={disabled}
          aria-disabled={value <= min || undefined}
          aria-label={step === 1 ? t`One less` : t`${step} less`}
          aria-controls={id}
          onClick={() => set(value - step)}
        >
          <Icon name="minus" size={18} />
        </button>
        <input
          id={id}
          className={styles.value}
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          step={step}
          value={value}
          disabled={disabled}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ target }) => target.value !== '' && set(target.valueAsNumber)}
        />
        <button
          type="button"
          className={styles.step}
          disabled={disabled}
          aria-disabled={value >= max || undefined}
          aria-label={step === 1 ? t`One more` : t`${step} more`}
          aria-controls={id}
          onClick={() => set(value + step)}
        >
          <Icon name="plus" size={18} />
        </button>
      </div>
    </div>
  );
}
