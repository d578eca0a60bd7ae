/**
 * A seating plan in Parterre's own format: sections of 25 rows of 40 seats, two price zones. 40 sections are a
 * hall of 40,000 seats, and 1.4 MB.
 */
export function largePlan(sections: number): string {
  const rowsAt = (left: number, top: number) =>
    Array.from({ length: 25 }, (_, row) => ({
      label: `${row + 1}`,
      seats: Array.from({ length: 40 }, (_, seat) => ({
        label: `${seat + 1}`,
        x: left + 20 * seat,
        y: top + 25 * row,
      })),
    }));
  return JSON.stringify({
    format: 'parterre-seating-plan/1',
    name: 'A large hall',
    priceZones: [
      { key: 'a', label: 'Front', color: '#AA0000' },
      { key: 'b', label: 'Back', color: '#00AA00' },
    ],
    sections: Array.from({ length: sections }, (_, section) => ({
      kind: 'SEATED',
      label: `Section ${section + 1}`,
      zone: section % 2 === 0 ? 'a' : 'b',
      rows: rowsAt(900 * (section % 10), 700 * Math.floor(section / 10)),
    })),
  });
}
