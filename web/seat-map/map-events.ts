import type { Level } from './picture/camera.ts';
import type { Reason } from './places/store.ts';
import type { Point } from './plan/shapes.ts';

/** What the card tells of: under the pointer, under a long press, or where the keys stand. */
export type Hovered =
  | {
      readonly kind: 'seat';
      readonly seat: number;
      /** What a click would take: so many neighbours as the party is, or the seat alone. */
      readonly seats: readonly number[];
      /** The middle of the seat, in pixels from the corner of the map. */
      readonly point: Point;
      readonly by: 'pointer' | 'touch' | 'keys';
    }
  | {
      readonly kind: 'area';
      readonly section: number;
      readonly point: Point;
      readonly by: 'pointer' | 'touch' | 'keys';
    };

export interface MapEvents {
  /** The store has it already. */
  choose: { readonly seats: readonly number[]; readonly isChosen: boolean };
  refuse: Reason;
  /** Standing room was chosen: how many is for the caller to ask. */
  standing: { readonly section: number };
  /** @param section in the middle of the picture; null in the overview */
  level: { readonly level: Level; readonly section: number | null; readonly isWhole: boolean };
  hover: Hovered | null;
  /** A file of the map did not come: it is to be seen, but no more. */
  fault: { readonly error: unknown };
  /** Chosen seats that others took, each with free seats beside it. */
  lost: readonly { readonly seat: number; readonly nextTo: readonly number[] }[];
}

type Listeners = { [Name in keyof MapEvents]: Set<(event: MapEvents[Name]) => void> };

/** Who listens to a map. */
export class Emitter {
  readonly #listeners: Listeners = {
    choose: new Set(),
    refuse: new Set(),
    standing: new Set(),
    level: new Set(),
    hover: new Set(),
    fault: new Set(),
    lost: new Set(),
  };

  /** @returns ends it */
  on<Name extends keyof MapEvents>(name: Name, listener: (event: MapEvents[Name]) => void): () => void {
    this.#listeners[name].add(listener);
    return () => this.#listeners[name].delete(listener);
  }

  emit<Name extends keyof MapEvents>(name: Name, event: MapEvents[Name]): void {
    for (const listener of this.#listeners[name]) listener(event);
  }
}
