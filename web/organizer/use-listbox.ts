import { type KeyboardEvent, useState } from 'react';

/** The keys of a combobox over a list of so many options: which one is meant, and whether the list is open. */
export function useListbox(count: number, onTake: (at: number) => void) {
  const [isWanted, setWanted] = useState(false);
  const [meant, setMeant] = useState<number | null>(null);
  const isOpen = isWanted && count > 0;
  // The list may have become shorter since.
  const at = isOpen && meant !== null && meant < count ? meant : null;
  const close = () => {
    setWanted(false);
    setMeant(null);
  };
  const take = (chosen: number) => {
    close();
    onTake(chosen);
  };
  return {
    isOpen,
    at,
    open: () => setWanted(true),
    close,
    take,
    press: (event: KeyboardEvent): void => {
      switch (event.key) {
        case 'ArrowDown':
          setWanted(true);
          setMeant(at === null ? 0 : (at + 1) % Math.max(1, count));
          break;
        case 'ArrowUp':
          setMeant(at === null || at === 0 ? count - 1 : at - 1);
          break;
        case 'Enter':
          // In a form: it would be sent.
          if (!isOpen) return;
          if (at !== null) take(at);
          break;
        case 'Escape':
          if (!isOpen) return;
          close();
          break;
        default:
          return;
      }
      event.preventDefault();
    },
  };
}
