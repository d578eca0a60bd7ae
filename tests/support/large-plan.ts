const [ROWS, WIDTH] = [25, 40];
/** Seats of a section. */
const SECTION = ROWS * WIDTH;

/** A hall of whole sections, `planOfSeats`: 40 of them are 40,000 seats, and 1.4 MB. */
export function largePlan(sections: number): string {
  return planOfSeats(sections * SECTION);
}

/**
 * A seating plan in Parterre's own format, with two price zones: sections of 25 rows of 40 seats, ten beside one another; the
 * last one has what is left.
 */
export function planOfSeats(seats: number): string {
  return JSON.stringify({
    format: 'parterre-seating-plan/1',
    name: `A hall of ${seats} seats`,
    priceZones: [
      { key: 'a', label: 'Front', color: '#AA0000' },
      { key: 'b', label: 'Back', color: '#00AA00' },
    ],
    sections: Array.from({ length: Math.ceil(seats / SECTION) }, (_, section) => ({
      kind: 'SEATED',
      label: `Section ${section + 1}`,
      zone: section % 2 === 0 ? 'a' : 'b',
      rows: rowsOf(section, Math.min(SECTION, seats - section * SECTION)),
    })),
  });
}

function rowsOf(section: number, seats: number) {
  const [left, top] = [900 * (section % 10), 700 * Math.floor(section / 10)];
  return Array.from({ length: Math.ceil(seats / WIDTH) }, (_, row) => ({
    label: `${row + 1}`,
    seats: Array.from({ length: Math.min(WIDTH, seats - row * WIDTH) }, (_, seat) => ({
      label: `${seat + 1}`,
      x: left + 20 * seat,
      y: top + 25 * row,
    })),
  }));
}
