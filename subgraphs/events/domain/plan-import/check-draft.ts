import { type PlanDraft, planLimits, type SeatedSectionDraft } from '../seating-plan.ts';
import type { FaultList } from './document-part.ts';

/** Rules that every plan keeps, whatever it was written in: not empty, not too large, no place named twice. */
export function checkDraft(draft: PlanDraft, faults: FaultList): void {
  const seated = draft.sections.filter((section) => section.kind === 'SEATED');
  const rowCount = seated.reduce((sum, section) => sum + section.rows.length, 0);
  const seatCount = seated.flatMap((section) => section.rows).reduce((sum, row) => sum + row.seats.length, 0);
  const capacity = draft.sections.reduce(
    (sum, section) => sum + (section.kind === 'STANDING' ? section.capacity : 0),
    0,
  );
  const corners = draft.sections.reduce((sum, section) => sum + section.outline.length, 0);
  atMost(draft.sections.length, planLimits.sections, 'sections', faults);
  atMost(rowCount, planLimits.rows, 'rows', faults);
  atMost(corners, planLimits.outlinePointsInAll, 'corners of outlines', faults);
  atMost(seatCount, planLimits.seats, 'seats', faults);
  atMost(capacity, planLimits.standingCapacity, 'standing places', faults);
  if (faults.isEmpty && seatCount + capacity === 0) {
    faults.add('$', 'expected at least one seat or standing place, got none');
  }
  checkSectionNames(draft, faults);
  for (const section of seated) checkSeatNames(section, faults);
}

function atMost(count: number, max: number, what: string, faults: FaultList): void {
  if (count > max) faults.add('$', `expected at most ${max} ${what}, got ${count}`);
}

/** Two sections of one label would be seats that nobody can tell apart, on the ticket and at the door. */
function checkSectionNames({ sections }: PlanDraft, faults: FaultList): void {
  const seen = new Map<string, string>();
  for (const { label, path } of sections) {
    const first = seen.get(label);
    // A label that could not be read is listed already.
    if (label === '') continue;
    if (first === undefined) seen.set(label, path);
    else
      faults.add(
        `${path}.label`,
        `expected every section to have a label of its own, got "${label}" again, as at ${first}`,
      );
  }
}

/** Rows may share a label, as the two halves of a row beside an aisle do, but then not a seat's number. */
function checkSeatNames(section: SeatedSectionDraft, faults: FaultList): void {
  const seen = new Set<string>();
  for (const row of section.rows) {
    for (const seat of row.seats) {
      const name = JSON.stringify([row.label, seat.label]);
      if (seen.has(name)) {
        faults.add(
          seat.path,
          `expected every seat of section "${section.label}" to have a name of its own, got row "${row.label}" seat "${seat.label}" again`,
        );
      }
      seen.add(name);
    }
  }
}
