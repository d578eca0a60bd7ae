import { showPosition } from '../position.ts';

/**
 * A position as a group keeps it: with the epoch of its topic, "0000000000000042@<id>", because the offsets of a topic
 * that was made anew say nothing about the one before. What is before the first fact is "0" in every epoch.
 */
export function showMark(position: number, epoch: string): string {
  return position === 0 ? '0' : `${showPosition(position)}@${epoch}`;
}

/** The position of a mark, or of a position alone; null when it is of another epoch. */
export function readMark(mark: string, epoch: string): number | null {
  const [position = '', of = epoch] = mark.split('@');
  return of === epoch || Number(position) === 0 ? Number(position) : null;
}

export function partOf(topic: string, partition: number): string {
  return `${topic}/${partition}`;
}

export function partitionOfPart(part: string): number {
  return Number(part.split('/')[1]);
}
