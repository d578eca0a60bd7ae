export interface Toast {
  readonly id: number;
  readonly kind: 'said' | 'warned';
  readonly text: string;
}

/** More than these are not read; the oldest goes. */
const LIMIT = 3;
const SAID_MS = 6_000;

/** What is said to the reader now. One for a tab: it has one region that shows it. */
export class ToastStore {
  #toasts: readonly Toast[] = [];
  #lastId = 0;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();

  readonly toasts = (): readonly Toast[] => this.#toasts;

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Goes by itself after 6 s. */
  readonly say = (text: string): void => this.#add('said', text);

  /** Stays until it is closed. */
  readonly warn = (text: string): void => this.#add('warned', text);

  readonly close = (id: number): void => {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#set(this.#toasts.filter((toast) => toast.id !== id));
  };

  /** Nothing goes by itself while somebody reads. */
  readonly hold = (): void => {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  };

  readonly release = (): void => {
    for (const toast of this.#toasts) if (toast.kind === 'said') this.#expire(toast.id);
  };

  #add(kind: Toast['kind'], text: string): void {
    const toast: Toast = { id: ++this.#lastId, kind, text };
    for (const { id } of this.#toasts.slice(0, -(LIMIT - 1))) this.close(id);
    // The same words again are new words: the older ones go.
    const others = this.#toasts.filter((other) => other.text !== text);
    this.#set([...others, toast]);
    if (kind === 'said') this.#expire(toast.id);
  }

  #expire(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => this.close(id), SAID_MS),
    );
  }

  #set(toasts: readonly Toast[]): void {
    this.#toasts = toasts;
    for (const listener of this.#listeners) listener();
  }
}

export const toastStore = new ToastStore();
