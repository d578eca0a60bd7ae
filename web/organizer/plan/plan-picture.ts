import type { GeometryDocument } from '../../seat-map/plan/geometry.ts';
import type { PlanDocument } from './plan-document.ts';

/** What the seat map draws of a document that is not imported yet. Ids are the keys and labels of the document. */
export function pictureOf(document: PlanDocument): GeometryDocument {
  const zoneAt = (key: string) =>
    Math.max(
      0,
      document.priceZones.findIndex((zone) => zone.key === key),
    );
  const rows: GeometryDocument['rows'][number][] = [];
  const sections: GeometryDocument['sections'][number][] = [];
  let seatCount = 0;
  let standingCapacity = 0;
  for (const [at, section] of document.sections.entries()) {
    const base = { id: `section ${at}`, label: section.label, kind: section.kind, firstSeat: seatCount };
    if (section.kind === 'STANDING') {
      standingCapacity += section.capacity;
      sections.push({
        ...base,
        seatCount: 0,
        capacity: section.capacity,
        zone: zoneAt(section.zone),
        outline: section.outline.flatMap(({ x, y }) => [x, y]),
      });
      continue;
    }
    for (const { label, seats } of section.rows) {
      const [first] = seats;
      const steps = (axis: 'x' | 'y') =>
        seats.slice(1).map((seat, place) => seat[axis] - (seats[place]?.[axis] ?? 0));
      rows.push({
        section: at,
        label,
        x: first?.x ?? 0,
        y: first?.y ?? 0,
        dx: steps('x'),
        dy: steps('y'),
        labels: seats.map((seat) => seat.label),
        zone: zoneAt(section.zone),
        accessible: seats.flatMap((seat, place) => (seat.accessible ? [place] : [])),
      });
      seatCount += seats.length;
    }
    sections.push({ ...base, seatCount: seatCount - base.firstSeat, outline: [] });
  }
  return {
    format: 'parterre-plan-geometry/1',
    id: 'draft',
    name: document.name,
    seatCount,
    standingCapacity,
    scale: 1,
    pitch: seatCount > 0 ? 10 : null,
    stage: [document.stage.x, document.stage.y],
    zones: document.priceZones.map(({ key, label, color }) => ({ id: key, key, label, color })),
    sections,
    rows,
  };
}
