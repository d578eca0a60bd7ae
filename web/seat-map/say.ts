import type { SeatParts, StateName } from './places/seat-names.ts';
import type { Reason } from './places/store.ts';
import type { SectionCount } from './plan/sections.ts';

export interface SpokenSeat extends SeatParts {
  readonly state: StateName;
  readonly letter: string;
  /** In minor units; null where none is known. */
  readonly price: number | null;
}

export interface SpokenArea extends SectionCount {
  readonly section: number;
  readonly label: string;
  readonly isStanding: boolean;
}

/** All words of the map: the caller has the language and the currency. */
export interface Say {
  /** Name of the map for those who do not see it, and how its keys work. */
  readonly map: () => string;
  readonly stage: () => string;
  /** "Parterre, row C, seat 16, zone A, €39.00, free". */
  readonly seat: (seat: SpokenSeat) => string;
  /** "Parterre, 214 of 300 free, from €39.00". */
  readonly area: (area: SpokenArea) => string;
  /** What stands under the name of a section in the picture: "214 free", "from €39". Longest last. */
  readonly areaLines: (area: SpokenArea) => readonly string[];
  /** "Parterre, row C, seat 16 was just taken. Next to it: 15 and 14". */
  readonly lost: (
    lost: readonly { readonly seat: SeatParts; readonly nextTo: readonly SeatParts[] }[],
  ) => string;
  readonly refused: (reason: Reason) => string;
}
