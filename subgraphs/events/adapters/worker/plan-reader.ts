import { Worker } from 'node:worker_threads';
import type { PlanReader } from '../../application/ports/plans.ts';
import type { PlanFormat } from '../../domain/plan-import/read-plan-document.ts';
import { type PlanPreparation, preparePlan } from '../../domain/prepared-plan.ts';
import { planLimits } from '../../domain/seating-plan.ts';

/** A document of this length is read within 10 ms, and starting a thread takes longer. */
const SHORT_DOCUMENT = 64 * 1024;
/** The longest document that may come takes a few seconds. */
const LONGEST_MS = 30_000;
/** Beside the server's own memory; a document of 20 million characters needs less. */
const MEMORY_MB = 512;

/**
 * Reads plans on a thread of its own, one at a time, so that the server answers everybody else meanwhile. What
 * comes back is texts, which are copied as they are.
 */
export function createPlanReader(): PlanReader {
  let last: Promise<unknown> = Promise.resolve();
  return {
    async read(format, document) {
      if (document.length <= SHORT_DOCUMENT || document.length > planLimits.documentLength) {
        return preparePlan(format, document);
      }
      const reading = last.then(() => readOnThread(format, document));
      last = reading.catch(() => undefined);
      return reading;
    },
  };
}

function readOnThread(format: PlanFormat, document: string): Promise<PlanPreparation> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-plan.ts', import.meta.url), {
      workerData: { format, document },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const late = setTimeout(() => {
      reject(new Error(`expected the plan to be read within ${LONGEST_MS} ms`));
      void worker.terminate();
    }, LONGEST_MS);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(late);
      // Has no effect after an answer.
      reject(new Error(`expected the thread that reads a plan to answer, but it ended with ${code}`));
    });
  });
}
