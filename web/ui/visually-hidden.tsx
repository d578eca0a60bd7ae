import type { ComponentProps } from 'react';
import styles from './visually-hidden.module.css';

/** For who hears the page: in the accessibility tree, not in the picture. Takes the props of a span (role, aria-live). */
export function VisuallyHidden(props: Omit<ComponentProps<'span'>, 'className'>) {
  return <span {...props} className={styles.hidden} />;
}
