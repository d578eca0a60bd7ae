import { useEffect, useState } from 'react';
import { loadPlan } from '../../graphql/load-plan.ts';
import type { Plan } from '../../seat-map/plan/geometry.ts';

export type PlanState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'fault'; readonly cause: unknown; readonly again: () => void }
  | { readonly kind: 'ready'; readonly plan: Plan };

/** A plan by its address; it stays `loading` as long as there is none. */
export function usePlan(geometryUrl: string | null): PlanState {
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<PlanState>({ kind: 'loading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks the same once more
  useEffect(() => {
    const stop = new AbortController();
    setState({ kind: 'loading' });
    if (geometryUrl === null) return;
    loadPlan(geometryUrl, stop.signal).then(
      (plan) => setState({ kind: 'ready', plan }),
      (cause: unknown) => {
        if (!stop.signal.aborted) setState({ kind: 'fault', cause, again: () => setTries((so) => so + 1) });
      },
    );
    return () => stop.abort();
  }, [geometryUrl, tries]);
  return state;
}

/** Positions of the zones that have places: only these need a price. */
export function zonesWithPlaces(plan: Plan): ReadonlySet<string> {
  const ids = new Set<string>();
  const add = (at: number | null | undefined) => {
    const zone = plan.zones[at ?? -1];
    if (zone) ids.add(zone.id);
  };
  for (const at of new Set(plan.zone)) add(at);
  for (const { isStanding, capacity, zone } of plan.sections) if (isStanding && capacity > 0) add(zone);
  return ids;
}
