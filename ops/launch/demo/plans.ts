import { readFileSync } from 'node:fs';

/** A seating plan as importSeatingPlan takes it. */
export interface PlanDocument {
  readonly format: 'PARTERRE' | 'SEATS_IO';
  readonly document: string;
}

interface Zone {
  readonly key: string;
  readonly label: string;
  readonly color: string;
}

/** Two blocks drawn with seats.io's designer: a sample chart of theirs, see subgraphs/events/samples/seatsio/LICENSE. */
export const studioPlan: PlanDocument = {
  format: 'SEATS_IO',
  document: readFileSync(
    new URL('../../../subgraphs/events/samples/seatsio/sampleChartWithSections.json', import.meta.url),
    'utf8',
  ),
};

const gold: Zone = { key: 'gold', label: 'Golden rows', color: '#B57D17' };
const green: Zone = { key: 'green', label: 'Parterre', color: '#2F7D60' };
const blue: Zone = { key: 'blue', label: 'Balcony', color: '#4A6FA5' };
const floor: Zone = { ...green, label: 'Floor' };
const gallery: Zone = { ...gold, label: 'Gallery' };
const deck: Zone = { ...blue, label: 'Deck' };

/** A theatre of 238 seats: curved rows around a stage, wheelchair places at the ends of row J, a balcony. */
export const theatrePlan: PlanDocument = parterre(
  'Theatre',
  { x: 400, y: 40 },
  [gold, green, blue],
  [
    {
      kind: 'SEATED',
      label: 'Parterre',
      rows: 'ABCDEFGHIJ'
        .split('')
        .map((label, row) => curvedRow(label, row, 14 + row, row < 3 ? 'gold' : 'green')),
    },
    {
      kind: 'SEATED',
      label: 'Balcony',
      zone: 'blue',
      rows: 'KL'.split('').map((label, row) => curvedRow(label, row + 12, 26 + row, 'blue')),
    },
  ],
);

/** A club: nobody sits. */
export const clubPlan: PlanDocument = parterre(
  'Club',
  { x: 200, y: 20 },
  [floor, gallery],
  [
    { kind: 'STANDING', label: 'Floor', capacity: 300, zone: 'green', outline: rectangle(40, 60, 320, 180) },
    { kind: 'STANDING', label: 'Gallery', capacity: 60, zone: 'gold', outline: rectangle(40, 260, 320, 60) },
  ],
);

/** A boat of 24 places, two by two. */
export const boatPlan: PlanDocument = parterre(
  'Boat',
  null,
  [deck],
  [
    {
      kind: 'SEATED',
      label: 'Deck',
      zone: 'blue',
      rows: Array.from({ length: 6 }, (_, row) => ({
        label: String(row + 1),
        seats: [0, 1, 3, 4].map((column, seat) => ({
          label: 'ABCD'.charAt(seat),
          x: 40 + row * 34,
          y: 40 + column * 24,
        })),
      })),
    },
  ],
);

function parterre(
  name: string,
  stage: object | null,
  priceZones: readonly Zone[],
  sections: readonly object[],
): PlanDocument {
  const plan = { format: 'parterre-seating-plan/1', name, ...(stage ? { stage } : {}), priceZones, sections };
  return { format: 'PARTERRE', document: JSON.stringify(plan) };
}

/** A row on a circle around the stage. Row J ends in wheelchair places. */
function curvedRow(label: string, row: number, count: number, zone: string) {
  const radius = 150 + row * 30;
  const step = 24 / radius;
  const seats = Array.from({ length: count }, (_, seat) => {
    const angle = (seat - (count - 1) / 2) * step;
    const isEnd = seat === 0 || seat === count - 1;
    return {
      label: String(seat + 1),
      x: round(400 + radius * Math.sin(angle)),
      y: round(-20 + radius * Math.cos(angle)),
      zone,
      ...(label === 'J' && isEnd ? { accessible: true } : {}),
    };
  });
  return { label, seats };
}

function rectangle(x: number, y: number, width: number, height: number) {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
