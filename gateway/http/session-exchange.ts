import { type FieldNode, GraphQLError, Kind, type ValueNode, visit } from 'graphql';
import type { AdmittedOperation, RefusedOperation } from '../admission/admission.ts';
import type { Answered } from '../answer.ts';
import type { PreparedVariables } from '../operations.ts';
import { isSelected, replaceAt, rootFields } from './selected-fields.ts';
import type { CookieChange, CookieOptions } from './session-cookie.ts';

/** Which cookie keeps what renews a session, and which fields are about it: the product's business. */
export interface SessionCookie extends CookieOptions {
  /** By their names with that of their type, such as "Mutation.login". Nothing else is answered at the address. */
  readonly fields: Readonly<Record<string, SessionField>>;
}

/** A root field that opens, renews or ends a session. One that takes a token and answers none has ended it. */
export interface SessionField {
  /** Where it takes the token: the name of an argument, then those of input fields. */
  readonly takes?: readonly string[];
  /** Where its payload has the new token, by the names of fields. */
  readonly gives?: readonly string[];
  /** Where its payload says when that token ends, as a time in ISO 8601. */
  readonly givesUntil?: readonly string[];
}

/** What the address of the session does with one operation beyond what is done with every one. */
export interface SessionExchange {
  /** Between admission and rates: refuses what does not belong here, and fills in the token from the cookie. */
  prepare(operation: AdmittedOperation): PreparedVariables | RefusedOperation;
  /** The answer without tokens. What it says of the session is told to `change` first. */
  withhold(operation: AdmittedOperation | RefusedOperation, answered: Answered): Answered;
}

export interface SessionExchangeOptions {
  readonly session: SessionCookie;
  /** From the cookie of the request. */
  readonly token: string | undefined;
  readonly now: () => Date;
  change(change: CookieChange): void;
}

export function createSessionExchange({
  session,
  token,
  now,
  change,
}: SessionExchangeOptions): SessionExchange {
  return {
    prepare(operation) {
      const call = callIn(operation, session);
      if (call instanceof GraphQLError) return refused(call);
      const { gives, takes } = call.field;
      if (gives && !isSelected(call.nodes, gives, operation)) return refused(unselected(call, gives));
      if (!takes) return { kind: 'variables', variables: operation.variables };
      return fill(operation, call, takes, token);
    },

    withhold(operation, answered) {
      if (operation.kind === 'refused' || !answered.data) return answered;
      const call = callIn(operation, session);
      if (call instanceof GraphQLError) return answered;
      const { field, key, nodes } = call;
      const payload = answered.data[key];
      const { gives = [], givesUntil, takes } = field;
      let given: string | undefined;
      const without = field.gives
        ? replaceAt(payload, nodes, gives, operation, (value) => {
            if (typeof value === 'string' && value !== '') given ??= value;
            return '';
          })
        : payload;
      if (given !== undefined) {
        const until = givesUntil && valueAt(payload, nodes, givesUntil, operation);
        change({ kind: 'kept', value: given, endsInSeconds: secondsUntil(until, now()) });
      } else if (takes && isAnswered(payload, answered)) change({ kind: 'cleared' });
      return { ...answered, data: { ...answered.data, [key]: without } };
    },
  };
}

/** The one call that an operation makes here. */
interface Call {
  readonly field: SessionField;
  /** Of the field, in the answer. */
  readonly key: string;
  readonly nodes: readonly FieldNode[];
}

function callIn(operation: AdmittedOperation, { fields, path }: SessionCookie): Call | GraphQLError {
  const type = rootTypes[operation.operation.operation];
  const calls: Call[] = [];
  for (const [key, nodes] of rootFields(operation)) {
    const name = nodes[0]?.name.value ?? '';
    if (name === '__typename') continue;
    const field = Object.hasOwn(fields, `${type}.${name}`) ? fields[`${type}.${name}`] : undefined;
    if (!field) {
      const known = Object.keys(fields).join(', ');
      return badInput(`expected one of ${known} at ${path}, got ${type}.${name}; ask for it at /graphql`);
    }
    calls.push({ field, key, nodes });
  }
  const [call] = calls;
  // Of two nobody could say whose token the cookie then is.
  if (call && calls.length === 1) return call;
  return badInput(`expected one field at ${path}, because there is one cookie, got ${calls.length}`);
}

function unselected({ nodes }: Call, gives: readonly string[]): GraphQLError {
  const name = nodes[0]?.name.value;
  return badInput(
    `expected ${name} to select ${gives.join('.')}, without which the session could not be renewed; ` +
      'it is answered empty here, and kept in a cookie',
  );
}

function fill(
  operation: AdmittedOperation,
  { nodes }: Call,
  takes: readonly string[],
  token: string | undefined,
): PreparedVariables | RefusedOperation {
  const { variables } = operation;
  const place = placeOf(nodes[0], takes);
  if (place.kind !== 'variable') {
    if (place.kind === 'written') return { kind: 'variables', variables };
    return refused(badInput(`expected ${takes.join('.')} from a variable, got it in the document`));
  }
  // A value that an error repeats, or another field, would tell a script what the cookie is there to hide.
  if (usesOf(place.variable, operation) > 1) {
    return refused(badInput(`expected $${place.variable} to be used once, because it takes the token`));
  }
  const given = variables[place.variable];
  if (token === undefined || !isEmpty(given, place.below)) return { kind: 'variables', variables };
  return {
    kind: 'variables',
    variables: { ...variables, [place.variable]: withValue(given, place.below, token) },
  };
}

type Place =
  | { readonly kind: 'variable'; readonly variable: string; readonly below: readonly string[] }
  | { readonly kind: 'written' | 'nowhere' };

/** Where a call takes its token from. */
function placeOf(node: FieldNode | undefined, [argument, ...below]: readonly string[]): Place {
  let value: ValueNode | undefined = node?.arguments?.find(({ name }) => name.value === argument)?.value;
  let rest = below;
  while (value?.kind === Kind.OBJECT && rest.length > 0) {
    const [next, ...others] = rest;
    value = value.fields.find(({ name }) => name.value === next)?.value;
    rest = others;
  }
  if (value?.kind === Kind.VARIABLE) return { kind: 'variable', variable: value.name.value, below: rest };
  const isWritten = value?.kind === Kind.STRING && value.value !== '';
  return { kind: isWritten ? 'written' : 'nowhere' };
}

function usesOf(variable: string, { operation, fragments }: AdmittedOperation): number {
  let uses = 0;
  for (const definition of [operation, ...fragments.values()]) {
    visit(definition, {
      VariableDefinition: () => false,
      Variable({ name }) {
        if (name.value === variable) uses += 1;
      },
    });
  }
  return uses;
}

function isEmpty(value: unknown, [name, ...below]: readonly string[]): boolean {
  if (value === undefined || value === null || value === '') return true;
  return name !== undefined && isEmpty((value as Readonly<Record<string, unknown>>)[name], below);
}

function withValue(value: unknown, [name, ...below]: readonly string[], token: string): unknown {
  if (name === undefined) return token;
  const values = (value ?? {}) as Readonly<Record<string, unknown>>;
  return { ...values, [name]: withValue(values[name], below, token) };
}

function valueAt(
  answered: unknown,
  nodes: readonly FieldNode[],
  place: readonly string[],
  operation: AdmittedOperation,
): unknown {
  let found: unknown;
  replaceAt(answered, nodes, place, operation, (value) => {
    found ??= value;
    return value;
  });
  return found;
}

/** Whole, that is: what an outage has left null says nothing of the session. */
function isAnswered(payload: unknown, { errors = [] }: Answered): boolean {
  return payload !== null && payload !== undefined && errors.length === 0;
}

function secondsUntil(time: unknown, now: Date): number | undefined {
  const milliseconds = typeof time === 'string' ? Date.parse(time) - now.getTime() : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, Math.floor(milliseconds / 1_000));
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

function refused(error: GraphQLError): RefusedOperation {
  return { kind: 'refused', errors: [error] };
}

const rootTypes = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;
