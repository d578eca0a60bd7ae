import { type Point, planLimits } from '../seating-plan.ts';
import { coordinate, type DocumentPart, point } from './document-part.ts';

const CORNERS_OF_A_CIRCLE = 24;

/**
 * The outline of a general admission area: its corners, or those of its rectangle, or a polygon in place of
 * its ellipse. Empty when it has no shape that is known: the drawing is then poorer, but no place is lost.
 */
export function readStandingOutline(area: DocumentPart): Point[] {
  const corners = area.get('points').items(planLimits.outlinePoints);
  if (corners.length > 0) return corners.flatMap((corner) => corner.read(point) ?? []);
  const center = area.get('center');
  if (!center.isPresent) return [];
  const middle = center.read(point);
  if (!middle) return [];
  const turn = (size(area, 'rotationAngle') * Math.PI) / 180;
  return aroundOrigin(area).map(({ x, y }) => ({
    x: round(middle.x + x * Math.cos(turn) - y * Math.sin(turn)),
    y: round(middle.y + x * Math.sin(turn) + y * Math.cos(turn)),
  }));
}

function aroundOrigin(area: DocumentPart): Point[] {
  const [radius1, radius2] = [size(area, 'radius1'), size(area, 'radius2')];
  if (radius1 > 0 && radius2 > 0) {
    return Array.from({ length: CORNERS_OF_A_CIRCLE }, (_, corner) => {
      const angle = (corner / CORNERS_OF_A_CIRCLE) * 2 * Math.PI;
      return { x: radius1 * Math.cos(angle), y: radius2 * Math.sin(angle) };
    });
  }
  const [halfWidth, halfHeight] = [size(area, 'width') / 2, size(area, 'height') / 2];
  if (halfWidth <= 0 || halfHeight <= 0) return [];
  return [
    { x: -halfWidth, y: -halfHeight },
    { x: halfWidth, y: -halfHeight },
    { x: halfWidth, y: halfHeight },
    { x: -halfWidth, y: halfHeight },
  ];
}

function size(area: DocumentPart, key: string): number {
  return area.get(key).read(coordinate.nullish()) ?? 0;
}

function round(distance: number): number {
  return Math.round(distance * 100) / 100;
}
