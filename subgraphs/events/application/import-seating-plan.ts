import type { Person } from '@parterre/platform/kernel/asker.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { mayManage } from '../domain/ownership.ts';
import {
  type PlanFormat,
  type PlanReading,
  readPlanDocument,
} from '../domain/plan-import/read-plan-document.ts';
import { layOutPlan, type PlanNotice, type SeatingPlan } from '../domain/seating-plan.ts';
import type { EventsRoom } from './ports/events-room.ts';

export type ImportRefusal = Rejection<
  'HALL_NOT_FOUND' | 'DOCUMENT_TOO_LARGE' | 'MALFORMED_JSON' | 'INVALID_PLAN'
>;

export interface ImportedPlan {
  readonly plan: SeatingPlan;
  /** What the document means and the plan cannot say. */
  readonly warnings: readonly PlanNotice[];
}

/**
 * Reads a document into a hall of the asker, as the next version of its plan. Answers the plan and what it was
 * imported without, or every fault of the document; then nothing is imported.
 */
export async function importSeatingPlan(
  room: EventsRoom,
  asker: Person,
  input: { readonly hallId: string; readonly format: PlanFormat; readonly document: string },
): Promise<ImportedPlan | readonly ImportRefusal[]> {
  // Whose hall it is comes first: nobody else may let this room work on megabytes.
  const hall = isId(input.hallId) ? await room.halls.find(room.database, input.hallId) : null;
  if (!hall || !mayManage(asker, hall.organizerId)) {
    return [reject('HALL_NOT_FOUND', 'expected a hall of yours, got none', ['hallId'])];
  }
  const reading = readPlanDocument(input.format, input.document);
  if (reading.kind !== 'read') return refusals(reading);
  return room.database.transaction(async (tx) => {
    const version = await room.plans.nextVersion(tx, hall.id);
    const plan = layOutPlan(reading.draft, hall.id, version);
    await room.plans.add(tx, plan);
    return { plan, warnings: reading.draft.warnings ?? [] };
  });
}

function refusals(reading: Exclude<PlanReading, { kind: 'read' }>): readonly ImportRefusal[] {
  const at = ['document'];
  switch (reading.kind) {
    case 'too-large':
      return [reject('DOCUMENT_TOO_LARGE', reading.message, at)];
    case 'malformed':
      return [reject('MALFORMED_JSON', reading.message, at)];
    case 'invalid':
      return reading.faults.map(({ path, message }) => reject('INVALID_PLAN', `${path}: ${message}`, at));
  }
}
