/** What somebody does to the map: all of it comes by one way. */
const types = [
  'pointerdown',
  'pointermove',
  'pointerup',
  'pointercancel',
  'pointerleave',
  'wheel',
  'contextmenu',
  'keydown',
  'focus',
  'blur',
] as const;

/** Of what waits; far more than anybody does in the time of a small file. The oldest goes first. */
const MOST = 200;
/** Keys by which a page scrolls. */
const scrolling = /^( |Arrow|Page|Home|End)/;

/**
 * Hands on what is done to the map. What answers comes in a file of its own: until then all waits, and only that is done at
 * once which cannot be done later.
 */
export class EarlyEvents<Answering extends { answer(event: Event): void; stop(): void }> {
  readonly #waiting: ((answering: Answering) => void)[] = [];
  readonly #stop = new AbortController();
  readonly #fetchIt: () => Promise<() => Answering>;
  readonly #onFault: (error: unknown) => void;
  #answering: Answering | null = null;
  #isCalled = false;

  /**
   * @param fetchIt fetches what answers, and gives what makes it
   * @param onFault it did not come, and never will in this page: browsers remember a script that failed
   */
  constructor(root: HTMLElement, fetchIt: () => Promise<() => Answering>, onFault: (error: unknown) => void) {
    this.#fetchIt = fetchIt;
    this.#onFault = onFault;
    const take = (event: Event) => {
      holdBack(event, root);
      if (!this.#answering && isScrolling(event)) event.preventDefault();
      this.ask((answering) => answering.answer(event));
    };
    const options = { signal: this.#stop.signal, passive: false };
    for (const type of types) root.addEventListener(type, take, options);
  }

  /** Now, or when what answers has come: in the order in which it was asked. */
  ask(act: (answering: Answering) => void): void {
    if (this.#answering) {
      act(this.#answering);
      return;
    }
    this.#waiting.push(act);
    if (this.#waiting.length > MOST) this.#waiting.shift();
    void this.call();
  }

  /** Has what answers come, once. */
  async call(): Promise<void> {
    if (this.#isCalled) return;
    this.#isCalled = true;
    const make = await this.#fetchIt().catch(this.#onFault);
    if (!make || this.#stop.signal.aborted) return;
    const answering = make();
    this.#answering = answering;
    for (const act of this.#waiting.splice(0)) act(answering);
  }

  stop(): void {
    this.#stop.abort();
    this.#answering?.stop();
  }
}

/** Neither the page nor the browser is to have it, and a pointer that goes down stays with the map. */
function holdBack(event: Event, root: HTMLElement): void {
  if (event.type === 'wheel' || event.type === 'contextmenu') event.preventDefault();
  if (event.type === 'pointerdown' && event instanceof PointerEvent && event.button === 0)
    root.setPointerCapture(event.pointerId);
}

function isScrolling(event: Event): boolean {
  return (
    event instanceof KeyboardEvent &&
    !event.ctrlKey &&
    !event.altKey &&
    !event.metaKey &&
    scrolling.test(event.key)
  );
}
