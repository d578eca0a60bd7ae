const GAP = 4;
const EDGE = 8;

/** Where browsers cannot anchor by CSS: below the button, else above it, and within the window. Both are laid out. */
export function placeBeside(box: HTMLElement, button: HTMLElement, align: 'start' | 'end'): void {
  if (CSS.supports('position-area', 'bottom')) return;
  const target = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const wanted = align === 'start' ? target.left : target.right - width;
  const left = Math.max(EDGE, Math.min(wanted, innerWidth - width - EDGE));
  const fitsBelow = target.bottom + GAP + height <= innerHeight;
  const top = fitsBelow ? target.bottom + GAP : Math.max(EDGE, target.top - GAP - height);
  box.style.position = 'fixed';
  box.style.inset = 'auto';
  box.style.margin = '0';
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
