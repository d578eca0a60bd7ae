import { type PlanDraft, planLimits } from '../seating-plan.ts';
import { checkDraft } from './check-draft.ts';
import { JsonNode } from './json-node.ts';
import { findJsonSyntaxFault } from './json-syntax.ts';
import { readParterrePlan } from './parterre-plan.ts';
import { FaultList, type PlanFault } from './plan-fault.ts';
import { readSeatsIoChart } from './seats-io-chart.ts';

export type PlanFormat = 'PARTERRE' | 'SEATS_IO';

export type PlanReading =
  | { readonly kind: 'read'; readonly draft: PlanDraft }
  | { readonly kind: 'too-large'; readonly message: string }
  | { readonly kind: 'malformed'; readonly message: string }
  | { readonly kind: 'invalid'; readonly faults: readonly PlanFault[] };

/** Reads a document into a draft that keeps every rule of a plan, or tells every fault that it has. */
export function readPlanDocument(format: PlanFormat, document: string): PlanReading {
  if (document.length > planLimits.documentLength) {
    const message = `expected a document of at most ${planLimits.documentLength} characters, got ${document.length}`;
    return { kind: 'too-large', message };
  }
  const parsed = parseJson(document);
  if ('message' in parsed) return { kind: 'malformed', message: parsed.message };
  const faults = new FaultList();
  const root = new JsonNode(parsed.value, '$', faults);
  const draft = format === 'PARTERRE' ? readParterrePlan(root, faults) : readSeatsIoChart(root);
  checkDraft(draft, faults);
  return faults.isEmpty ? { kind: 'read', draft } : { kind: 'invalid', faults: faults.all() };
}

/** A file may begin with a byte order mark, which JSON.parse refuses and people cannot see. */
function parseJson(document: string): { value: unknown } | { message: string } {
  const text = document.startsWith('\uFEFF') ? document.slice(1) : document;
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const fault = findJsonSyntaxFault(text);
    if (!fault) throw error;
    const { line, column, expected, got } = fault;
    return { message: `line ${line}, column ${column}: expected ${expected}, got ${got}` };
  }
}
