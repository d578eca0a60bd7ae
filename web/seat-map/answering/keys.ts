import type { Direction } from './walk.ts';

/** What a key asks the map for. */
export type KeyCommand =
  | { readonly kind: 'step'; readonly direction: Direction }
  | { readonly kind: 'row-end'; readonly end: 'first' | 'last' }
  | { readonly kind: 'row'; readonly by: 1 | -1 }
  | { readonly kind: 'choose' | 'up' | 'zoom-in' | 'zoom-out' | 'whole' }
  | { readonly kind: 'letter'; readonly letter: string };

const commands: Readonly<Record<string, KeyCommand>> = {
  ArrowLeft: { kind: 'step', direction: 'left' },
  ArrowRight: { kind: 'step', direction: 'right' },
  ArrowUp: { kind: 'step', direction: 'up' },
  ArrowDown: { kind: 'step', direction: 'down' },
  Home: { kind: 'row-end', end: 'first' },
  End: { kind: 'row-end', end: 'last' },
  PageUp: { kind: 'row', by: -1 },
  PageDown: { kind: 'row', by: 1 },
  Enter: { kind: 'choose' },
  ' ': { kind: 'choose' },
  Escape: { kind: 'up' },
  '+': { kind: 'zoom-in' },
  '=': { kind: 'zoom-in' },
  '-': { kind: 'zoom-out' },
  '0': { kind: 'whole' },
};

/** Null for what is not the map's: Tab, and whatever the browser or a screen reader has its own use for. */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): KeyCommand | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  const command = commands[event.key];
  if (command) return command;
  return /^[\p{L}\d]$/u.test(event.key) ? { kind: 'letter', letter: event.key } : null;
}
