import type { SeatingPlanId } from '@parterre/contracts/kernel/ids.ts';
import { planGeometry } from '../domain/plan-geometry.ts';
import type { Dependencies } from './dependencies.ts';

/** What is needed to draw these plans, as JSON text; a plan that does not exist is missing. */
export async function geometriesOf(
  deps: Dependencies,
  planIds: readonly SeatingPlanId[],
): Promise<ReadonlyMap<string, string>> {
  const geometries = new Map<string, string>();
  // One after the other: each may be a plan of 50,000 seats.
  for (const [id, geometry] of await deps.plans.geometries(planIds)) {
    geometries.set(id, geometry ?? (await makeGeometry(deps, id)));
  }
  return geometries;
}

/** That of a plan from before geometries were kept: made of its parts, once. */
async function makeGeometry({ plans, planParts }: Dependencies, id: SeatingPlanId): Promise<string> {
  const [found, zones, sections, rows, seats] = await Promise.all([
    plans.byId([id]),
    planParts.zonesOf([id]),
    planParts.sectionsOf([id]),
    planParts.rowsOfPlan(id),
    planParts.seatsOfPlans([id]),
  ]);
  const plan = found.get(id);
  if (!plan) throw new Error(`expected the seating plan ${id}, got none`);
  const geometry = planGeometry({
    ...plan,
    priceZones: zones.get(id) ?? [],
    sections: sections.get(id) ?? [],
    rows,
    seats: seats.get(id) ?? [],
  });
  await plans.keepGeometry(id, geometry);
  return geometry;
}
