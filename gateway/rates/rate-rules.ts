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
   * @param field that was called, for a rule of several: one of `fields`
   */
  readonly isFree?: (payload: Payload, field: string) => boolean;
}

/** What a call was answered, by the names that the schema gives its fields, whatever names the client gave them. */
export type Payload = Readonly<Record<string, unknown>>;

/** Points that a call takes from a rule. */
export interface Charge {
  readonly rule: RateRule;
  /** What is counted apart for address or subject: a hash, so that it is short and tells nobody anything. */
  readonly key: string;
  readonly points: number;
  /** Of a field; absent of cost. */
  readonly call?: Call;
}

/** Where in an operation a field at its root is called. */
export interface Call {
  /** Such as "Mutation.open". */
  readonly field: string;
  readonly node: FieldNode;
  readonly fragments: AdmittedOperation['fragments'];
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
    const charges: Charge[] = ofCost.map((rule) => ({ rule, key: '', points }));
    const { fragments } = operation;
    const type = rootTypes[operation.operation.operation];
    for (const node of fieldsOf(operation.operation.selectionSet, fragments)) {
      const field = `${type}.${node.name.value}`;
      const call: Call = { field, node, fragments };
      for (const rule of ofField.get(field) ?? []) charges.push(...chargeOf(rule, call, operation));
    }
    return charges;
  };
}

/**
 * The object that a call was answered with; undefined when there is none in these data. A client may give one field
 * the name of another, so each is looked up by what the operation selects: `session: __typename` is no session, and
 * `s: session { … }` is one.
 */
export function payloadOf(
  { node, fragments }: Call,
  data: Readonly<Record<string, unknown>> | null | undefined,
): Payload | undefined {
  const answered = data && ownValue(data, responseKeyOf(node));
  if (typeof answered !== 'object' || answered === null) return undefined;
  const payload: Record<string, unknown> = {};
  for (const selected of node.selectionSet ? fieldsOf(node.selectionSet, fragments) : []) {
    const value = ownValue(answered, responseKeyOf(selected));
    // Of a field under several names, those that a directive leaves out say nothing.
    if (value !== undefined) payload[selected.name.value] = value;
  }
  return payload;
}

const rootTypes = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

function chargeOf(rule: RateRule, call: Call, { coerced }: AdmittedOperation): Charge[] {
  const args: Arguments = Object.fromEntries(
    (call.node.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, coerced)]),
  );
  const points = rule.weight?.(args) ?? 1;
  if (points <= 0) return [];
  const key = rule.key ? hashOf(rule.key(args)) : '';
  return [{ rule, key, points, call }];
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function responseKeyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

/** Not what an object inherits: a client may have given any name. */
function ownValue(values: object, name: string): unknown {
  return Object.hasOwn(values, name) ? (values as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** The fields of a selection, those in fragments included; admission has bounded how many there are. */
function fieldsOf(selectionSet: SelectionSetNode, fragments: AdmittedOperation['fragments']): FieldNode[] {
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
  collect(selectionSet);
  return fields;
}
