import { classNames } from './class-names.ts';
import styles from './icon.module.css';
import { type IconName, iconShapes } from './icon-shapes.ts';

export interface IconProps {
  readonly name: IconName;
  /** Px; 20 unless given. */
  readonly size?: number;
  /** What it says. Without it the icon only decorates words beside it. */
  readonly label?: string;
  readonly className?: string;
}

export function Icon({ name, size = 20, label, className }: IconProps) {
  const meaning = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the name is an attribute, which shows no tooltip; without one it is hidden
    <svg
      {...meaning}
      className={classNames(styles.icon, className)}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      focusable="false"
    >
      <path d={iconShapes[name]} />
    </svg>
  );
}
