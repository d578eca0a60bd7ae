import type { PlanFormat } from '../../domain/plan-import/read-plan-document.ts';
import type { PlanPreparation } from '../../domain/prepared-plan.ts';

/** Reads documents of any size without keeping others waiting. */
export interface PlanReader {
  read(format: PlanFormat, document: string): Promise<PlanPreparation>;
}
