import { createHash } from 'node:crypto';
import { type FieldNode, Kind, type SelectionSetNode, valueFromASTUntyped } from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';
import type { RatePolicy } from './rate-store.ts';

/** Arguments of a field as the client gave them, variables filled in. */
export type Arguments = Readonly<Record<string, unknown>>;

/** How often something may be done. What, and how often, is the product's business: the gateway gets a table. */
export interface RateRule extends RatePolicy {
  /** Counted for each address, or for each caller who is signed in (others are not counted by it). */
  readonly by: 'address' | 'subject';
  /** Root fields whose calls are counted, such as "Mutation.login"; without them the cost of every operation. */
  readonly fields?: readonly string[];
  /** Counts apart for each value that this finds, such as the account that somebody signs in to. */
  readonly key?: (args: Arguments) => string;
  /** How many points one call takes; one unless given, and none is not counted. */
  readonly weight?: (args: Arguments) => number;
  /**
   * Whether a call has, by what was answered, done nothing that the rule is about, and is not counted after all:
   * a login with the right password is no guess. Only what a client selected is there, so what is absent counts.
   */
  readonly isFree?: (payload: Readonly<Record<string, unknown>>) => boolean;
}

/** Points that a call takes from a rule. */
export interface Charge {
  readonly rule: RateRule;
  /** What is counted apart for address or subject: a hash, so that it is short and tells nobody anything. */
  readonly key: string;
  readonly points: number;
  /** Where in the answer stands what came of it. */
  readonly responseKey: string | undefined;
}

/** Finds what an operation takes from which rule. */
export function createCharges(rules: readonly RateRule[]): (operation: AdmittedOperation) => Charge[] {
  const ofCost = rules.filter(({ fields }) => fields === undefined);
  const ofField = new Map<string, RateRule[]>();
  for (const rule of rules) {
    for (const field of rule.fields ?? []) ofField.set(field, [...(ofField.get(field) ?? []), rule]);
  }
  return (operation) => {
    const points = Math.ceil(operation.cost);
    const charges: Charge[] = ofCost.map((rule) => ({ rule, key: '', points, responseKey: undefined }));
    const type = rootTypes[operation.operation.operation];
    for (const field of rootFields(operation)) {
      const touched = ofField.get(`${type}.${field.name.value}`);
      if (touched) charges.push(...touched.flatMap((rule) => chargeOf(rule, field, operation)));
    }
    return charges;
  };
}

const rootTypes = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

function chargeOf(rule: RateRule, field: FieldNode, { coerced }: AdmittedOperation): Charge[] {
  const args: Arguments = Object.fromEntries(
    (field.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, coerced)]),
  );
  const points = rule.weight?.(args) ?? 1;
  if (points <= 0) return [];
  const key = rule.key ? hashOf(rule.key(args)) : '';
  return [{ rule, key, points, responseKey: field.alias?.value ?? field.name.value }];
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** The fields at the root, those in fragments included; admission has bounded how many there are. */
function rootFields({ operation, fragments }: AdmittedOperation): FieldNode[] {
  const fields: FieldNode[] = [];
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) fields.push(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else {
        const fragment = fragments.get(selection.name.value);
        if (fragment) collect(fragment.selectionSet);
      }
    }
  };
  collect(operation.selectionSet);
  return fields;
}
