import type { KeyboardEvent, ReactNode } from 'react';
import { Link } from 'wouter';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import styles from './menu.module.css';
import { Popover, type PopoverProps } from './popover.tsx';

export interface MenuItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly icon?: IconName;
  /** Goes there; without it `onSelect` says what it does. */
  readonly href?: string;
  readonly onSelect?: () => void;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** A line stands above it. */
  readonly apart?: boolean;
}

export interface MenuProps extends Omit<PopoverProps, 'children' | 'className' | 'onToggle'> {
  readonly items: readonly MenuItem[];
  /** Stands above the items: who is signed in, say. */
  readonly header?: ReactNode;
}

/** A list of links and buttons that opens by a button; arrows, Home and End move within, Escape goes back. */
export function Menu({ items, header, ...popover }: MenuProps) {
  return (
    <Popover
      {...popover}
      className={styles.menu}
      onToggle={(isOpen, box) => isOpen && controls(box)[0]?.focus()}
    >
      {(close) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrows move the focus among the controls inside
        <div onKeyDown={move}>
          {header !== undefined && <div className={styles.header}>{header}</div>}
          <ul className={classNames(styles.list, items.some(({ icon }) => icon) && styles.withIcons)}>
            {items.map((item) => (
              <li key={item.key} className={classNames(item.apart && styles.apart)}>
                <Item item={item} close={close} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Popover>
  );
}

function Item({ item, close }: { readonly item: MenuItem; readonly close: () => void }) {
  const { label, icon, href, onSelect, disabled, danger } = item;
  const className = classNames(styles.item, danger && styles.danger);
  const select = () => {
    close();
    onSelect?.();
  };
  const content = (
    <>
      <span className={styles.icon}>{icon && <Icon name={icon} size={18} />}</span>
      <span>{label}</span>
    </>
  );
  if (href !== undefined && !disabled) {
    return (
      <Link href={href} className={className} onClick={select}>
        {content}
      </Link>
    );
  }
  return (
    <button type="button" className={className} disabled={disabled} onClick={select}>
      {content}
    </button>
  );
}

function controls(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>('a[href], button:enabled')];
}

function move(event: KeyboardEvent<HTMLElement>): void {
  const all = controls(event.currentTarget);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  (all[to] ?? all.at(to < 0 ? -1 : 0))?.focus();
}
