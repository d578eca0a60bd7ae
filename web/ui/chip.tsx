import type { CSSProperties, ReactNode } from 'react';
import styles from './chip.module.css';
import { Icon } from './icon.tsx';

export interface ChipProps {
  readonly pressed: boolean;
  readonly onPress: () => void;
  /** Any CSS colour; the letter on it is black or white, whichever is easier to read. */
  readonly swatch?: string;
  readonly letter?: string;
  readonly disabled?: boolean;
  readonly 'aria-label'?: string;
  readonly children: ReactNode;
}

/** A filter that is on or off. */
export function Chip({ pressed, onPress, swatch, letter, disabled, children, ...rest }: ChipProps) {
  return (
    <button
      {...rest}
      type="button"
      className={styles.chip}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
    >
      {swatch !== undefined && (
        <span className={styles.swatch} style={{ '--swatch': swatch } as CSSProperties} aria-hidden="true">
          {letter}
        </span>
      )}
      <span>{children}</span>
      {pressed && <Icon name="check" size={16} className={styles.mark} />}
    </button>
  );
}
