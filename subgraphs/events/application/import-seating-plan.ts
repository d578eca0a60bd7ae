import { isId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import type { PlanFormat } from '../domain/plan-import/read-plan-document.ts';
import type { PlanPreparation } from '../domain/prepared-plan.ts';
import type { PlanNotice } from '../domain/seating-plan.ts';
import { mayManage } from '../domain/venue.ts';
import type { Dependencies } from './dependencies.ts';
import type { PlanView } from './ports/plans.ts';

export interface ImportSeatingPlan {
  readonly hallId: string;
  readonly format: PlanFormat;
  readonly document: string;
}
export type ImportRefusal = Rejection<
  'HALL_NOT_FOUND' | 'DOCUMENT_TOO_LARGE' | 'MALFORMED_JSON' | 'INVALID_PLAN'
>;

export interface ImportedPlan {
  readonly plan: PlanView;
  /** What the document means and the plan cannot say. */
  readonly warnings: readonly PlanNotice[];
}

/**
 * Reads a document into a hall of the caller, as the next version of its plan. Answers the plan and what it was
 * imported without, or every fault of the document; then nothing is imported.
 */
export async function importSeatingPlan(
  deps: Dependencies,
  input: ImportSeatingPlan,
  { caller }: UserContext,
): Promise<ImportedPlan | readonly ImportRefusal[]> {
  // Whose hall it is comes first: nobody else may let this subgraph work on megabytes.
  const hall = isId<'Hall'>(input.hallId) ? await deps.halls.find(input.hallId) : null;
  if (!hall || !mayManage(caller, hall.organizerId)) {
    return [reject('HALL_NOT_FOUND', 'expected a hall of yours, got none', ['hallId'])];
  }
  const reading = await deps.planReader.read(input.format, input.document);
  if (reading.kind !== 'read') return refusals(reading);
  return deps.database.transaction(async (tx) => {
    const version = await deps.plans.nextVersion(tx, hall.id);
    await deps.plans.add(tx, hall.id, version, reading.plan);
    return { plan: { ...reading.plan, version }, warnings: reading.warnings };
  });
}

function refusals(reading: Exclude<PlanPreparation, { kind: 'read' }>): readonly ImportRefusal[] {
  const at = ['document'];
  switch (reading.kind) {
    case 'too-large':
      return [reject('DOCUMENT_TOO_LARGE', reading.message, at)];
    case 'malformed':
      return [reject('MALFORMED_JSON', reading.message, at)];
    case 'invalid':
      return reading.faults.map(({ line, path, message }) =>
        reject('INVALID_PLAN', `line ${line}, ${path}: ${message}`, at),
      );
  }
}
