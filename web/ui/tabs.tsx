import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import styles from './tabs.module.css';

export interface TabItem {
  readonly href: string;
  readonly label: ReactNode;
  /** How many there are, beside the label. */
  readonly count?: number;
  /** Beginnings of other paths that belong to it. */
  readonly also?: readonly string[];
}

export interface TabsProps {
  /** The name of the navigation, such as "Account". */
  readonly label: string;
  readonly items: readonly TabItem[];
}

/** Pages that belong together: links, so that each has its address. */
export function Tabs({ label, items }: TabsProps) {
  const [path] = useLocation();
  const current = currentTab(items, path);
  return (
    <nav aria-label={label} className={styles.tabs}>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.href} ref={item === current ? intoView : undefined}>
            <Link
              href={item.href}
              className={styles.tab}
              aria-current={item === current ? 'page' : undefined}
            >
              {item.label}
              {item.count !== undefined && <span className={styles.count}>{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Where they do not fit the present one is in sight. */
function intoView(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'center' });
}

/** The one whose address, or another of its beginnings, is the longest beginning of the path. */
function currentTab(items: readonly TabItem[], path: string): TabItem | undefined {
  const [best] = items
    .flatMap((item) => [item.href, ...(item.also ?? [])].map((start) => ({ item, start })))
    .filter(({ start }) => path === start || path.startsWith(`${start.replace(/\/$/, '')}/`))
    .sort((a, b) => b.start.length - a.start.length);
  return best?.item;
}
