/**
 * For the button that takes an entry off a list, itself with it: the focus would be lost, so it goes to where the list grows
 * (`data-add`), or to the list (`data-list`) while that is not to be had. Call it before the entry goes.
 */
export function passFocus({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  const list = currentTarget.closest<HTMLElement>('[data-list]');
  const add = list?.querySelector<HTMLElement>('[data-add]:not(:disabled)');
  if (add) {
    add.focus();
    return;
  }
  if (!list) return;
  list.tabIndex = -1;
  list.focus();
}
