import { useState } from 'react';
import { IdempotencyKeys } from '../../app/idempotency.ts';
import type { SeatingPlanFormat } from '../../graphql/generated/graphql.ts';
import { useMutation } from '../../graphql/hooks.ts';
import type { Fault } from '../faults.ts';
import { ImportPlan } from './plan-documents.ts';
import { type PlanFault, readFault } from './plan-file.ts';

export type ImportOutcome =
  | { readonly kind: 'done'; readonly version: number; readonly warnings: readonly PlanFault[] }
  /** The document is at fault. */
  | { readonly kind: 'faulty'; readonly faults: readonly PlanFault[] }
  /** Something else is: no such hall, no answer. */
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] };

/**
 * Sends a document to a hall, and keeps what came of it. The same document goes with the same key until the server has said
 * that: sent again after an answer that was lost, it makes no second version.
 */
export function useImport(hallId: string) {
  const [{ fetching }, importPlan] = useMutation(ImportPlan);
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const [keys] = useState(() => new IdempotencyKeys());
  return {
    busy: fetching,
    outcome,
    reset: () => setOutcome(null),
    /** Whether there is a new version. */
    send: async (format: SeatingPlanFormat, document: string): Promise<boolean> => {
      const question = `${hallId} ${format} ${document}`;
      const idempotencyKey = keys.keyFor(question);
      const { data, error } = await importPlan({ input: { hallId, format, document, idempotencyKey } });
      if (data?.importSeatingPlan) keys.settle(question);
      const next = outcomeOf(data?.importSeatingPlan, error?.graphQLErrors[0]?.extensions.code);
      setOutcome(next);
      return next.kind === 'done';
    },
  };
}

interface ImportAnswer {
  readonly seatingPlan?: { readonly version: number } | null;
  readonly warnings: readonly { readonly line: number; readonly path: string; readonly message: string }[];
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

function outcomeOf(answer: ImportAnswer | null | undefined, errorCode: unknown): ImportOutcome {
  if (!answer) return { kind: 'refused', faults: [{ code: String(errorCode ?? 'NO_ANSWER') }] };
  const { seatingPlan, warnings, userErrors } = answer;
  if (seatingPlan) {
    return {
      kind: 'done',
      version: seatingPlan.version,
      warnings: warnings.map(({ line, path, message }) => ({ line, place: path, text: message })),
    };
  }
  const inDocument = userErrors.filter(({ code }) => code === 'INVALID_PLAN' || code === 'MALFORMED_JSON');
  if (inDocument.length === 0) return { kind: 'refused', faults: userErrors };
  return { kind: 'faulty', faults: inDocument.map(({ message }) => readFault(message)) };
}
