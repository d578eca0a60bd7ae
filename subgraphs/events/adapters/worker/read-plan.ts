// What the thread of plan-reader.ts runs: reads one document, answers, and ends.
import { parentPort, workerData } from 'node:worker_threads';
import type { PlanFormat } from '../../domain/plan-import/read-plan-document.ts';
import { preparePlan } from '../../domain/prepared-plan.ts';

const { format, document } = workerData as { readonly format: PlanFormat; readonly document: string };
parentPort?.postMessage(preparePlan(format, document));
