import type { Scene, Target } from '../picture/scene.ts';
import { look } from '../places/looks.ts';
import type { KeyCommand } from './keys.ts';
import { areaStep, rowEnd, rowStep, sectionByLetter, stepFrom } from './walk.ts';

/**
 * Where the focus goes with a key: from area to area in the overview, from seat to seat below it. Null where it stays.
 * @param passes whether the filter leaves a seat in
 */
export function focusAfter(
  scene: Scene,
  passes: (seat: number) => boolean,
  command: KeyCommand,
): Target | null {
  const { camera, focus } = scene;
  if (command.kind === 'letter') {
    const section = sectionByLetter(scene.plan, sectionOf(scene, focus), command.letter);
    if (section === null) return null;
    return camera.level === 'overview' ? { kind: 'area', section } : seatIn(scene, passes, section);
  }
  if (camera.level === 'overview') return areaAfter(scene, command);
  if (focus?.kind !== 'seat') return nearestTo(scene, passes, camera.view);
  const next = seatAfter(scene, passes, focus.seat, command);
  return next === null || next === focus.seat ? null : { kind: 'seat', seat: next };
}

/** A seat of a section to stand on: a free one near its middle, else any that passes. */
export function seatIn(scene: Scene, passes: (seat: number) => boolean, section: number): Target | null {
  const area = scene.areas.find((one) => one.section === section);
  if (!area || scene.plan.sections[section]?.isStanding) return { kind: 'area', section };
  return nearestTo(scene, (seat) => passes(seat) && scene.plan.section[seat] === section, area.middle);
}

function areaAfter({ areas, focus, plan }: Scene, command: KeyCommand): Target | null {
  const sections = areas.map(({ section }) => section);
  const [first, last] = [sections[0], sections.at(-1)];
  if (first === undefined || last === undefined) return null;
  const from = focus?.kind === 'area' ? focus.section : focus ? plan.section[focus.seat] : undefined;
  if (from === undefined) return { kind: 'area', section: first };
  const target = (section: number | null | undefined): Target | null =>
    section === null || section === undefined ? null : { kind: 'area', section };
  if (command.kind === 'step') return target(areaStep(areas, from, command.direction));
  if (command.kind === 'row-end') return target(command.end === 'first' ? first : last);
  if (command.kind === 'row') return target(sections[sections.indexOf(from) + command.by]);
  return null;
}

function seatAfter(
  { plan, grid }: Scene,
  accepts: (seat: number) => boolean,
  from: number,
  command: KeyCommand,
): number | null {
  if (command.kind === 'step') return stepFrom({ plan, grid, accepts }, from, command.direction);
  if (command.kind === 'row-end') return rowEnd(plan, from, command.end);
  if (command.kind === 'row') return rowStep(plan, from, command.by);
  return null;
}

function nearestTo(
  { plan, grid, drawn }: Scene,
  passes: (seat: number) => boolean,
  { x, y }: { readonly x: number; readonly y: number },
): Target | null {
  const widest = Math.hypot(plan.bounds.right - plan.bounds.left, plan.bounds.bottom - plan.bounds.top) + 1;
  const seat =
    grid.nearest(x, y, widest, (at) => passes(at) && drawn[at] === look.free) ??
    grid.nearest(x, y, widest, passes);
  return seat === null ? null : { kind: 'seat', seat };
}

function sectionOf({ plan }: Scene, focus: Target | null): number {
  if (!focus) return -1;
  return focus.kind === 'area' ? focus.section : (plan.section[focus.seat] ?? -1);
}
