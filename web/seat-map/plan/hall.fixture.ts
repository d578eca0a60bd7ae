import { type GeometryDocument, type Plan, readGeometry } from './geometry.ts';

type Section = GeometryDocument['sections'][number];
type Row = GeometryDocument['rows'][number];

export interface SectionDraft extends Partial<Omit<Section, 'seatCount' | 'firstSeat'>> {
  readonly rows?: readonly Partial<Omit<Row, 'section'>>[];
}

/** A document as the server makes it, with a distance of 20 between neighbours. */
export function documentOf(
  sections: readonly SectionDraft[],
  more: Partial<GeometryDocument> = {},
): GeometryDocument {
  let seatCount = 0;
  const drawn = sections.map(({ rows = [], ...section }, at): Section => {
    const firstSeat = seatCount;
    for (const { labels = ['1'] } of rows) seatCount += labels.length;
    const own = { firstSeat, seatCount: seatCount - firstSeat };
    return { id: `s-${at}`, label: `Section ${at}`, kind: 'SEATED', outline: [], ...section, ...own };
  });
  const row = { label: 'A', x: 0, y: 0, dx: 20, dy: 0, labels: ['1'], zone: 0 };
  return {
    format: 'parterre-plan-geometry/1',
    id: 'plan-1',
    name: 'Hall',
    standingCapacity: 0,
    scale: 1,
    pitch: 20,
    stage: null,
    zones: ['front', 'back'].map((key) => ({ id: `z-${key}`, key, label: key, color: null })),
    ...more,
    seatCount,
    sections: drawn,
    rows: sections.flatMap(({ rows = [] }, section) => rows.map((own) => ({ ...row, ...own, section }))),
  };
}

/** A block of rows, one behind the other: seats 1 to `width` in rows A, B, C … */
export function blockOf(rowCount: number, width: number, at: { x?: number; y?: number; zone?: number } = {}) {
  const labels = Array.from({ length: width }, (_, place) => String(place + 1));
  return Array.from({ length: rowCount }, (_, row) => ({
    label: String.fromCharCode(65 + row),
    x: at.x ?? 0,
    y: (at.y ?? 0) + 20 * row,
    labels,
    zone: at.zone ?? 0,
  }));
}

export function planOf(sections: readonly SectionDraft[], more: Partial<GeometryDocument> = {}): Plan {
  return readGeometry(documentOf(sections, more));
}
