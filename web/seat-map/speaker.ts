import type { Say } from './say.ts';
import type { Scene, Target } from './scene.ts';
import { seatParts, stateName } from './seat-names.ts';
import type { SeatStore } from './store.ts';

/** Speaks to whoever does not see the map: one polite live region. */
export class Speaker {
  readonly element = document.createElement('div');
  readonly #say: Say;

  constructor(say: Say) {
    this.#say = say;
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

  /** The full name of what the keys stand on, with state and price. */
  name(
    { plan, counts, zones }: Scene,
    store: SeatStore,
    prices: ReadonlyMap<string, number>,
    target: Target,
  ): void {
    if (target.kind === 'seat') {
      const parts = seatParts(plan, target.seat);
      const letter = zones[plan.zone[target.seat] ?? 0]?.letter ?? '';
      const price = prices.get(parts.zone.id) ?? null;
      this.speak(this.#say.seat({ ...parts, state: stateName(store, target.seat), letter, price }));
      return;
    }
    const section = plan.sections[target.section];
    const count = counts[target.section];
    if (!section || !count) return;
    const { label, isStanding } = section;
    this.speak(this.#say.area({ ...count, section: target.section, label, isStanding }));
  }
}
