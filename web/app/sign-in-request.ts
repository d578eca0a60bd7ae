type Outcome = (isSignedIn: boolean) => void;

let waiting: Outcome | null = null;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Who needs somebody signed in asks here; the dialog stands over the page and answers. */
export const signInRequest = {
  isOpen: () => waiting !== null,

  onChange(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Opens the dialog. Resolves to true once somebody is signed in, to false when it is closed before. */
  ask(): Promise<boolean> {
    waiting?.(false);
    return new Promise((resolve) => {
      waiting = resolve;
      tell();
    });
  },

  end(isSignedIn: boolean): void {
    waiting?.(isSignedIn);
    waiting = null;
    tell();
  },
};
