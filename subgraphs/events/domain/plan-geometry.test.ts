import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planGeometry } from './plan-geometry.ts';
import { layOutPlan, type PlanDraft, type SeatDraft, type SectionDraft } from './seating-plan.ts';

interface Geometry {
  readonly scale: number;
  readonly pitch: number | null;
  readonly stage: readonly [number, number] | null;
  readonly zones: readonly { readonly key: string }[];
  readonly sections: readonly {
    readonly label: string;
    readonly firstSeat: number;
    readonly zone?: number;
  }[];
  readonly rows: readonly {
    readonly section: number;
    readonly label: string;
    readonly x: number;
    readonly y: number;
    readonly dx: number | readonly number[];
    readonly dy: number | readonly number[];
    readonly labels: readonly string[];
    readonly zone: number | readonly number[];
    readonly accessible?: readonly number[];
    readonly companion?: readonly number[];
    readonly restrictedView?: readonly number[];
  }[];
}

/** Reads the document as docs/plan-geometry.md tells clients to. */
function seatsIn({ scale, zones, sections, rows }: Geometry) {
  return rows.flatMap((row) => {
    let [x, y] = [row.x, row.y];
    return row.labels.map((label, place) => {
      if (place > 0) {
        x += typeof row.dx === 'number' ? row.dx : (row.dx[place - 1] ?? 0);
        y += typeof row.dy === 'number' ? row.dy : (row.dy[place - 1] ?? 0);
      }
      const zone = typeof row.zone === 'number' ? row.zone : (row.zone[place] ?? 0);
      return {
        section: sections[row.section]?.label,
        row: row.label,
        label,
        x: x / scale,
        y: y / scale,
        zoneKey: zones[zone]?.key,
        isAccessible: row.accessible?.includes(place) ?? false,
        isCompanion: row.companion?.includes(place) ?? false,
        hasRestrictedView: row.restrictedView?.includes(place) ?? false,
      };
    });
  });
}

function geometryOf(draft: PlanDraft): Geometry {
  return JSON.parse(planGeometry(layOutPlan(draft))) as Geometry;
}

function draftOf(sections: readonly SectionDraft[]): PlanDraft {
  const zone = (key: string) => ({ key, label: key, color: '#112233' });
  return { name: 'Hall', stage: { x: 10, y: 0 }, priceZones: [zone('a'), zone('b')], sections };
}

function seatedSection(label: string, rows: readonly (readonly SeatDraft[])[]): SectionDraft {
  return {
    kind: 'SEATED',
    label,
    outline: [],
    path: '$',
    rows: rows.map((seats, row) => ({ label: String(row + 1), seats })),
  };
}

function seat(place: number, more: Partial<SeatDraft> = {}): SeatDraft {
  const ordinary = { isAccessible: false, isCompanion: false, hasRestrictedView: false };
  return { label: `${place}`, x: 20 * place, y: 0, zoneKey: 'a', key: null, ...ordinary, path: '$', ...more };
}

/** Coordinates as drawings have them: with two digits at most. */
const distance = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((hundredths) => hundredths / 100);
const anySeat = fc.record({
  label: fc.string({ minLength: 1, maxLength: 3 }),
  x: distance,
  y: distance,
  zoneKey: fc.constantFrom('a', 'b'),
  key: fc.constant(null),
  isAccessible: fc.boolean(),
  isCompanion: fc.boolean(),
  hasRestrictedView: fc.boolean(),
  path: fc.constant('$'),
});

describe('the geometry of a plan', () => {
  it('holds every seat in plan order, exactly where it is drawn', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.array(anySeat, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
        (sections) => {
          const draft = draftOf(sections.map((rows, index) => seatedSection(`S${index}`, rows)));
          const drawn = draft.sections.flatMap((section) =>
            section.kind === 'SEATED'
              ? section.rows.flatMap((row) =>
                  row.seats.map(({ path: _path, key: _key, ...drawnSeat }) => ({
                    section: section.label,
                    row: row.label,
                    ...drawnSeat,
                  })),
                )
              : [],
          );
          const read = seatsIn(geometryOf(draft));
          expect(read.map((s) => ({ ...s, x: s.x.toFixed(6), y: s.y.toFixed(6) }))).toEqual(
            drawn.map((s) => ({ ...s, x: s.x.toFixed(6), y: s.y.toFixed(6) })).map(noMinusZero),
          );
        },
      ),
    );
  });

  it('says a row of even steps in one number, and counts in whole units where it can', () => {
    const row = [1, 2, 3].map((place) => seat(place));
    expect(geometryOf(draftOf([seatedSection('Stalls', [row])]))).toMatchObject({
      scale: 1,
      pitch: 20,
      stage: [10, 0],
      rows: [{ x: 20, y: 0, dx: 20, dy: 0, labels: ['1', '2', '3'], zone: 0 }],
    });
    const curved = [seat(1, { y: 0.5 }), seat(2), seat(3, { y: 0.25, zoneKey: 'b', isAccessible: true })];
    expect(geometryOf(draftOf([seatedSection('Stalls', [curved])]))).toMatchObject({
      scale: 100,
      rows: [{ x: 2000, y: 50, dx: 2000, dy: [-50, 25], zone: [0, 0, 1], accessible: [2] }],
    });
  });

  it('says what a standing section needs to be drawn, and has no pitch without rows', () => {
    const pit: SectionDraft = {
      kind: 'STANDING',
      label: 'Pit',
      outline: [
        { x: 0, y: 1.5 },
        { x: 3, y: 4 },
      ],
      capacity: 200,
      zoneKey: 'b',
      path: '$',
    };
    expect(geometryOf(draftOf([pit]))).toMatchObject({
      scale: 10,
      pitch: null,
      sections: [
        { label: 'Pit', kind: 'STANDING', capacity: 200, zone: 1, seatCount: 0, outline: [0, 15, 30, 40] },
      ],
      rows: [],
    });
  });

  it('keeps a hall of 10,000 seats below 20 KB when it is compressed', () => {
    const sections = Array.from({ length: 10 }, (_, section) =>
      seatedSection(
        `Section ${section}`,
        Array.from({ length: 25 }, (_, row) =>
          Array.from({ length: 40 }, (_, place) => seat(place, { y: 500 * section + 20 * row })),
        ),
      ),
    );
    const document = planGeometry(layOutPlan(draftOf(sections)));
    expect(gzipSync(document).length).toBeLessThan(20_000);
  });
});

/** JSON knows no -0. */
function noMinusZero<Seat extends { readonly x: string; readonly y: string }>(drawn: Seat): Seat {
  const plain = (text: string) => (Number(text) === 0 ? '0.000000' : text);
  return { ...drawn, x: plain(drawn.x), y: plain(drawn.y) };
}
