/** Speaks to whoever does not see the map: one polite live region. */
export class Speaker {
  readonly element = document.createElement('div');

  constructor() {
    this.element.setAttribute('role', 'status');
    Object.assign(this.element.style, {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    });
  }

  speak(words: string): void {
    this.element.textContent = words;
  }
}
