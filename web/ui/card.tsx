import type { ReactNode } from 'react';
import styles from './card.module.css';
import { classNames } from './class-names.ts';

export interface CardProps {
  readonly as?: 'div' | 'section' | 'article' | 'li' | 'aside';
  /** Without padding, for what goes up to the edge: a picture, a table. */
  readonly flush?: boolean;
  /** The one link inside (`data-cover`) is meant wherever the card is pressed. */
  readonly pressable?: boolean;
  readonly className?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-labelledby'?: string;
  readonly children: ReactNode;
}

export function Card({ as: Element = 'div', flush, pressable, className, children, ...rest }: CardProps) {
  return (
    <Element
      {...rest}
      className={classNames(styles.card, !flush && styles.padded, pressable && styles.pressable, className)}
    >
      {children}
    </Element>
  );
}
