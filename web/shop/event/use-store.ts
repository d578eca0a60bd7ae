import { useEffect, useReducer } from 'react';
import type { SeatStore } from '../../seat-map/places/store.ts';

/** Draws the component again with every change of the store, at most once a frame. */
export function useStore(store: SeatStore): void {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => store.subscribe(again), [store]);
}
