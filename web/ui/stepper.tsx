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
  readonly onChange: (value: number) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
  readonly className?: string;
}

/** A small whole number: two buttons, and a control between them that takes arrows and digits. */
export function Stepper({ label, value, min, max, onChange, hint, disabled, className }: StepperProps) {
  const { t } = useLingui();
  const id = useId();
  const set = (next: number) => {
    const kept = Math.min(max, Math.max(min, next));
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
          disabled={disabled || value <= min}
          aria-label={t`One less`}
          aria-controls={id}
          onClick={() => set(value - 1)}
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
          value={value}
          disabled={disabled}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ target }) => target.value !== '' && set(target.valueAsNumber)}
        />
        <button
          type="button"
          className={styles.step}
          disabled={disabled || value >= max}
          aria-label={t`One more`}
          aria-controls={id}
          onClick={() => set(value + 1)}
        >
          <Icon name="plus" size={18} />
        </button>
      </div>
    </div>
  );
}
