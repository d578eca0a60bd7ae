import { type CSSProperties, type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react';
import { type ButtonLook, buttonClass } from './button.tsx';
import { classNames } from './class-names.ts';
import { placeBeside } from './place-beside.ts';
import styles from './popover.module.css';

export interface PopoverProps extends ButtonLook {
  /** What the button that opens it shows. */
  readonly label: ReactNode;
  /** The button's name, when an icon is all that it shows. */
  readonly 'aria-label'?: string;
  /** Which edge of the button it keeps to. */
  readonly align?: 'start' | 'end';
  readonly className?: string;
  readonly buttonClassName?: string;
  readonly onToggle?: (isOpen: boolean, box: HTMLElement) => void;
  /** A function gets what closes it. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** A box beside a button: the browser's `popover`, which closes by Escape and by a press elsewhere. */
export function Popover(props: PopoverProps) {
  const {
    label,
    variant,
    size,
    wide,
    align = 'start',
    className,
    buttonClassName,
    onToggle,
    children,
  } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const anchor = `--${id.replaceAll(/\W/g, '')}`;

  function toggled({ newState, currentTarget }: ToggleEvent<HTMLDivElement>): void {
    const opens = newState === 'open';
    setIsOpen(opens);
    if (opens && button.current) placeBeside(currentTarget, button.current, align);
    onToggle?.(opens, currentTarget);
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className={buttonClassName ?? buttonClass({ variant, size, wide })}
        style={{ anchorName: anchor } as CSSProperties}
        aria-label={props['aria-label']}
        aria-expanded={isOpen}
        popoverTarget={id}
      >
        {label}
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        className={classNames(styles.popover, align === 'end' && styles.end, className)}
        style={{ positionAnchor: anchor } as CSSProperties}
        onToggle={toggled}
      >
        {typeof children === 'function' ? children(() => box.current?.hidePopover()) : children}
      </div>
    </>
  );
}
