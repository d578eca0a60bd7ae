import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import type { PlanFormat } from '../domain/plan-import/read-plan-document.ts';
import type { PlanPreparation } from '../domain/prepared-plan.ts';
import type { PlanNotice } from '../domain/seating-plan.ts';
import { mayManage } from '../domain/venue.ts';
import { createOnce, type Keyed, type KeyRefusal, refuseKey } from './create-once.ts';
import type { Dependencies } from './dependencies.ts';
import type { PlanView } from './ports/plans.ts';

export interface ImportSeatingPlan extends Keyed {
  readonly hallId: string;
  readonly format: PlanFormat;
  readonly document: string;
}
export type ImportRefusal =
  | Rejection<'HALL_NOT_FOUND' | 'DOCUMENT_TOO_LARGE' | 'MALFORMED_JSON' | 'INVALID_PLAN'>
  | KeyRefusal;

export interface ImportedPlan {
  readonly plan: PlanView;
  /** What the document means and the plan cannot say. */
  readonly warnings: readonly PlanNotice[];
}

/**
 * Reads a document into a hall of the caller, as the next version of its plan. Answers the plan and what it was
 * imported without, or every fault of the document; then nothing is imported. A repeated try hears the version that the
 * first one made.
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
  const refusal = refuseKey(input.idempotencyKey);
  if (refusal) return [refusal];
  const reading = await deps.planReader.read(input.format, input.document);
  if (reading.kind !== 'read') return refusals(reading);
  const { plan, warnings } = reading;
  const outcome = await createOnce(
    deps,
    'importSeatingPlan',
    await withDigest(input),
    { caller },
    async (tx) => {
      const version = await deps.plans.nextVersion(tx, hall.id);
      await deps.plans.add(tx, hall.id, version, plan);
      return { plan: viewOf(plan, version), warnings };
    },
  );
  return isRejection(outcome) ? [outcome] : outcome;
}

/** What a key stands for: a digest in place of the document, whose megabytes would hold up the event loop. */
async function withDigest({ document, ...input }: ImportSeatingPlan) {
  if (input.idempotencyKey == null) return input;
  const digest = await crypto.subtle.digest('SHA-256', Buffer.from(document));
  return { ...input, document: Buffer.from(digest).toString('hex') };
}

/** Without its parts, which are megabytes that nobody asks an outcome for. */
function viewOf(
  { id, name, stage, seatCount, standingCapacity }: Omit<PlanView, 'version'>,
  version: number,
): PlanView {
  return { id, version, name, stage, seatCount, standingCapacity };
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
