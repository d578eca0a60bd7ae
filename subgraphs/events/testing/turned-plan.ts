import { planDocument } from './fixture.ts';

export interface PlaceOfRow {
  readonly row: string;
  readonly seat: number;
}

/**
 * Another version of the test plan: the rows from the back to the front, and only the seats that are wanted, so that no
 * seat keeps its index.
 */
export function turned(
  rows: number,
  perRow: number,
  standing = 0,
  isWanted: (place: PlaceOfRow) => boolean = () => true,
): ReturnType<typeof planDocument> {
  const plan = planDocument({ rows, perRow, standing });
  const [stalls, ...others] = plan.sections as { rows: { label: string; seats: { label: string }[] }[] }[];
  const kept = stalls?.rows
    .toReversed()
    .map((row) => ({
      ...row,
      seats: row.seats.filter(({ label }) => isWanted({ row: row.label, seat: Number(label) })),
    }))
    .filter(({ seats }) => seats.length > 0);
  return { ...plan, sections: [{ ...stalls, rows: kept }, ...others] } as ReturnType<typeof planDocument>;
}
