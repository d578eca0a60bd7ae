/** The element that pointers and keys act on, and that canvases are put in. */
export function mapElement(label: string): HTMLElement {
  const element = document.createElement('div');
  Object.assign(element.style, {
    position: 'relative',
    width: '100%',
    height: '100%',
    overflow: 'hidden',
    touchAction: 'none',
    userSelect: 'none',
    outline: 'none',
  });
  element.tabIndex = 0;
  element.setAttribute('role', 'application');
  element.setAttribute('aria-label', label);
  return element;
}
