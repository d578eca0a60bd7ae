const stack: HTMLDialogElement[] = [];
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** The modal dialog above all others, or null. What is outside of it is inert. */
export function topDialog(): HTMLDialogElement | null {
  return stack.at(-1) ?? null;
}

export function onTopDialog(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens it above all others. The answer closes it and gives the focus back. */
export function openModal(dialog: HTMLDialogElement): () => void {
  dialog.showModal();
  stack.push(dialog);
  tell();
  return () => {
    stack.splice(stack.indexOf(dialog), 1);
    dialog.close();
    tell();
  };
}
