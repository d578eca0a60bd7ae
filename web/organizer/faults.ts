import type { Refusal } from '../app/attempt.ts';

/** What of a mutation's userErrors a form needs. */
export interface Fault extends Refusal {
  /** Path of the input at fault: `['prices', '2', 'price']`. */
  readonly field?: readonly string[] | null | undefined;
  /** Where the form asks for it: for what the code alone does not say. Never shown as it is. */
  readonly message?: string | undefined;
}

/** The first fault at this place of the input or below it; the names of a path are parted by points. */
export function faultAt(faults: readonly Fault[], path: string): Fault | undefined {
  const wanted = path.split('.');
  return faults.find(({ field }) => wanted.every((name, at) => field?.[at] === name));
}

/** Those that concern none of these places: a form shows them above its button. */
export function otherFaults(faults: readonly Fault[], paths: readonly string[]): readonly Fault[] {
  return faults.filter((fault) => !paths.some((path) => faultAt([fault], path)));
}
