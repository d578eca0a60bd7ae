import type { CSSProperties } from 'react';
import { classNames } from './class-names.ts';
import styles from './skeleton.module.css';

export interface SkeletonProps {
  /** So many lines of text; without it one box. */
  readonly lines?: number;
  /** CSS lengths, or px; a box as wide as its container and one line high unless given. */
  readonly width?: string | number;
  readonly height?: string | number;
  readonly className?: string;
}

/** The size of what is coming. The part of the page that waits has `aria-busy`; this is only the picture of it. */
export function Skeleton({ lines, width, height, className }: SkeletonProps) {
  if (lines === undefined) {
    const size: CSSProperties = { width, height };
    return (
      <span className={classNames(styles.bone, className)} style={size} aria-hidden="true" data-skeleton />
    );
  }
  return (
    <span className={classNames(styles.lines, className)} style={{ width }} aria-hidden="true" data-skeleton>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing but their place
        <span key={line} className={classNames(styles.bone, styles.line)} />
      ))}
    </span>
  );
}
