import type { Point } from '../seating-plan.ts';
import { coordinate, type DocumentPart, point } from './document-part.ts';

const stageWords = new Set(['stage', 'bühne', 'scène', 'scena', 'escenario', 'palco', 'сцена']);

/** A shape that is drawn beside the seats. */
export interface Area {
  readonly part: DocumentPart;
  readonly text: string;
  /** Of the whole drawing; null where its position is not to be found. */
  readonly middle: Point | null;
}

/** The areas of a zone. They are drawings, so nothing of them is a fault. */
export function readAreas(zone: DocumentPart): Area[] {
  const offset = pointAt(zone.get('position'));
  const areas = zone.get('areas');
  if (!Array.isArray(areas.value)) return [];
  return areas.items(areas.value.length).map((part) => {
    const at = pointAt(part.get('position'));
    const half = halfSizeOf(part);
    const middle = offset && at && { x: offset.x + at.x + half.x, y: offset.y + at.y + half.y };
    return { part, text: textOf(part.get('text')), middle };
  });
}

/** The one whose text says that it is the stage. */
export function findStage(areas: readonly Area[]): Area | undefined {
  return areas.find(({ text, middle }) => middle !== null && stageWords.has(text.trim().toLowerCase()));
}

/** From its position to its middle. A rectangle hangs from its upper left corner, everything else lies around its middle. */
function halfSizeOf(area: DocumentPart): Point {
  // Schema 0.0.1 has the size of a rectangle beside the position, later files in an object of its own.
  const rectangle = area.get('rectangle').isPresent ? area.get('rectangle') : area;
  return { x: sizeOf(rectangle.get('width')) / 2, y: sizeOf(rectangle.get('height')) / 2 };
}

function textOf(text: DocumentPart): string {
  const value = typeof text.value === 'string' ? text.value : text.get('text').value;
  return typeof value === 'string' ? value : '';
}

function sizeOf({ value }: DocumentPart): number {
  return coordinate.safeParse(value).data ?? 0;
}

function pointAt({ value }: DocumentPart): Point | null {
  return point.safeParse(value).data ?? null;
}
