/**
 * A business "no": returned, never thrown. `code` is the value of the mutation's error code enum,
 * `message` says in words what was expected, what came and what to do; `field` is the path of the
 * offending input, from `input` down, or null when no single field is at fault.
 */
export interface Rejection<Code extends string = string> {
  readonly rejected: true;
  readonly code: Code;
  readonly message: string;
  readonly field: readonly string[] | null;
}

export function reject<Code extends string>(
  code: Code,
  message: string,
  field: readonly string[] | null = null,
): Rejection<Code> {
  return { rejected: true, code, message, field };
}

/** Tells a rejection from a value. Values never carry a `rejected` property of their own. */
export function isRejection<Outcome>(outcome: Outcome): outcome is Extract<Outcome, Rejection> {
  return (
    typeof outcome === 'object' && outcome !== null && (outcome as { rejected?: unknown }).rejected === true
  );
}
