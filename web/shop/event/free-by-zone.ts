import { useState, useSyncExternalStore } from 'react';
import { look } from '../../seat-map/places/looks.ts';
import type { SeatStore } from '../../seat-map/places/store.ts';

export interface FreeOfZone {
  readonly seats: number;
  /** Places where one stands. */
  readonly standing: number;
}

/** What is free by position of the zone, counted again whenever the map changes. */
export function useFreeByZone(store: SeatStore): readonly FreeOfZone[] {
  const [counted] = useState(() => countingFree(store));
  return useSyncExternalStore(counted.onChange, counted.current);
}

function countingFree(store: SeatStore) {
  let current = freeByZone(store);
  return {
    current: () => current,
    onChange: (changed: () => void) =>
      store.subscribe(({ isAll, seats, isStanding }) => {
        if (!isAll && seats.size === 0 && !isStanding) return;
        current = freeByZone(store);
        changed();
      }),
  };
}

/** What one has chosen oneself counts as free. */
export function freeByZone(store: SeatStore): readonly FreeOfZone[] {
  const { plan, looks } = store;
  const seats = new Uint32Array(plan.zones.length);
  for (let seat = 0; seat < plan.seatCount; seat += 1) {
    const zone = plan.zone[seat] ?? 0;
    if (looks[seat] === look.free || looks[seat] === look.chosen) seats[zone] = (seats[zone] ?? 0) + 1;
  }
  const standing = new Uint32Array(plan.zones.length);
  plan.sections.forEach(({ zone }, at) => {
    if (zone !== null) standing[zone] = (standing[zone] ?? 0) + store.available(at);
  });
  return plan.zones.map((_, zone) => ({ seats: seats[zone] ?? 0, standing: standing[zone] ?? 0 }));
}
