import { type GeometryDocument, type Plan, readingGeometry } from './geometry.ts';
import { HitGrid } from './hit-grid.ts';
import { type Blocks, findingBlocks } from './neighbours.ts';
import { type Area, findingAreas } from './sections.ts';
import { atOnce, inSlices, type Slices } from './slices.ts';

/** What follows from a plan alone, and is made once for all stores and pictures of it. */
export interface Ground {
  readonly areas: readonly Area[];
  /** The largest first: a box within a tier is drawn after it. */
  readonly bySize: readonly Area[];
  readonly blocks: Blocks;
  readonly grid: HitGrid;
}

const grounds = new WeakMap<Plan, Ground>();

export function groundOf(plan: Plan): Ground {
  return grounds.get(plan) ?? atOnce(layingGround(plan));
}

/**
 * Reads a plan as `readGeometry` does, and lays its ground, in tasks of some milliseconds each: what comes after has
 * only to draw.
 * @throws when the document is of another format
 */
export function openPlan(document: string | GeometryDocument): Promise<Plan> {
  return inSlices(opening(document));
}

function* opening(document: string | GeometryDocument): Slices<Plan> {
  const plan = yield* readingGeometry(document);
  yield* layingGround(plan);
  return plan;
}

function* layingGround(plan: Plan): Slices<Ground> {
  const blocks = yield* findingBlocks(plan);
  const areas = yield* findingAreas(plan);
  const ground = {
    areas,
    bySize: areas.toSorted((a, b) => b.size - a.size),
    blocks,
    grid: new HitGrid(plan),
  };
  grounds.set(plan, ground);
  yield;
  return ground;
}
