/** A hall of 7,910 seats in three rings of seven blocks, for what a theatre of 238 does not show: a map of areas. */
export function arenaPlan(): string {
  return JSON.stringify({
    format: 'parterre-seating-plan/1',
    name: 'Arena',
    stage: { x: 0, y: 0 },
    priceZones: rings.map(({ key, label, color }) => ({ key, label, color })),
    sections: rings.flatMap((ring) =>
      Array.from({ length: BLOCKS }, (_, block) => ({
        kind: 'SEATED',
        label: `${ring.label} ${block + 1}`,
        zone: ring.key,
        rows: Array.from({ length: ring.rows }, (_, row) => arc(ring.from + row * 30, block, row)),
      })),
    ),
  });
}

const BLOCKS = 7;
const rings = [
  { key: 'floor', label: 'Floor', color: '#B57D17', from: 600, rows: 14 },
  { key: 'lower', label: 'Lower ring', color: '#2F7D60', from: 1120, rows: 18 },
  { key: 'upper', label: 'Upper ring', color: '#4A6FA5', from: 1780, rows: 21 },
];

/** A row of a block on a circle around the stage: the blocks 24 degrees apart, of 20 degrees each. */
function arc(radius: number, block: number, row: number) {
  const middle = ((block - (BLOCKS - 1) / 2) * 24 * Math.PI) / 180;
  const step = 24 / radius;
  const count = Math.floor((20 * Math.PI) / 180 / step);
  return {
    label: String(row + 1),
    seats: Array.from({ length: count }, (_, seat) => {
      const angle = middle + (seat - (count - 1) / 2) * step;
      return {
        label: String(seat + 1),
        x: Math.round(radius * Math.sin(angle) * 10) / 10,
        y: Math.round(radius * Math.cos(angle) * 10) / 10,
      };
    }),
  };
}
