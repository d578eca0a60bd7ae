import type { Plan } from '../seat-map/plan/geometry.ts';
import { openPlan } from '../seat-map/plan/ground.ts';
import { QUERY_MS, within } from './deadline.ts';

const load = within(QUERY_MS);

/**
 * The plan at its address, which never changes: the browser keeps it for good.
 * @throws when nothing comes in time, or it is no plan
 */
export async function loadPlan(geometryUrl: string, signal?: AbortSignal): Promise<Plan> {
  const answer = await load(geometryUrl, signal ? { signal } : {});
  if (!answer.ok) throw new Error(`expected the plan, got status ${answer.status}`);
  return openPlan(await answer.text());
}
