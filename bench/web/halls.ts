import { documentOf } from '../../web/seat-map/hall.fixture.ts';

/** A plan has at most so many: above, a hall is one that only the browser knows (widened-hall.ts). */
export const MOST_SEATS = 50_000;
const [ROWS, WIDTH] = [25, 40];
const SECTION = ROWS * WIDTH;

/** Rows of sections that have 25 rows of 40, ten sections beside one another; the last section has what is left. */
function sectionsOf(seats: number) {
  return Array.from({ length: Math.ceil(seats / SECTION) }, (_, section) => {
    const inSection = Math.min(SECTION, seats - section * SECTION);
    const rows = Array.from({ length: Math.ceil(inSection / WIDTH) }, (_, row) => ({
      label: `${row + 1}`,
      x: 900 * (section % 10),
      y: 700 * Math.floor(section / 10) + 25 * row,
      labels: Array.from({ length: Math.min(WIDTH, inSection - row * WIDTH) }, (_, seat) => `${seat + 1}`),
    }));
    return { label: `Section ${section + 1}`, zone: section % 2, rows };
  });
}

/** In Parterre's own format, with two price zones. */
export function planOfSeats(seats: number): string {
  return JSON.stringify({
    format: 'parterre-seating-plan/1',
    name: `A hall of ${seats} seats`,
    priceZones: [
      { key: 'a', label: 'Front', color: '#AA0000' },
      { key: 'b', label: 'Back', color: '#00AA00' },
    ],
    sections: sectionsOf(seats).map(({ label, zone, rows }) => ({
      kind: 'SEATED',
      label,
      zone: zone === 0 ? 'a' : 'b',
      rows: rows.map((row) => ({
        label: row.label,
        seats: row.labels.map((seat, at) => ({ label: seat, x: row.x + 20 * at, y: row.y })),
      })),
    })),
  });
}

/** The same hall as `SeatingPlan.geometry` gives it, under the identifiers of a smaller plan. */
export function geometryOfSeats(
  seats: number,
  of: { readonly id: string; readonly zones: ReturnType<typeof documentOf>['zones'] },
): string {
  const sections = sectionsOf(seats).map(({ label, zone, rows }) => ({
    label,
    rows: rows.map((row) => ({ ...row, zone })),
  }));
  return JSON.stringify(documentOf(sections, of));
}
