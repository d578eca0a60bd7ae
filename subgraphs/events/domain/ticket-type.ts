import type { EventId, TicketTypeId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { readText } from '@parterre/platform/kernel/text.ts';

/** A kind of ticket at an event, such as adult or child, with a price of its own in each zone. */
export interface TicketType {
  readonly id: TicketTypeId;
  /** Names it within its event, for programs. */
  readonly key: string;
  readonly label: string;
  /** Null for as many as a booking may have. */
  readonly maxPerBooking: number | null;
  /** How many of it are held or sold at the event at most; null for as many as there are places. */
  readonly maxPerEvent: number | null;
  /** The type of which a booking needs at least one beside it. */
  readonly needsId: TicketTypeId | null;
  /** What its bearer shows at the door, such as "student card". */
  readonly proof: string | null;
}

export interface TicketTypeOfEvent extends TicketType {
  readonly eventId: EventId;
}

/** At least one, in the order in which they are offered; a place whose type is not named has the first. */
export type TicketTypes = readonly [TicketType, ...TicketType[]];

export interface TicketTypeInput {
  readonly key: string;
  readonly label: string;
  readonly maxPerBooking?: number | null;
  readonly maxPerEvent?: number | null;
  readonly needsKey?: string | null;
  readonly proof?: string | null;
}

export const MOST_TICKET_TYPES = 20;
/** Types that an event offers no more are kept: what is theirs was sold. */
const MOST_KEYS = 100;
const MOST_OF_A_TYPE = 1_000_000;
const LONGEST_KEY = 40;

/** The one type of an event that names none. */
export function onlyType(known: KnownTypes = new Map()): TicketTypes {
  const unlimited = { maxPerBooking: null, maxPerEvent: null, needsId: null, proof: null };
  const id = known.get('standard') ?? newId<'TicketType'>();
  return [{ id, key: 'standard', label: 'Standard', ...unlimited }];
}

/** The types that an event has had so far, by key; those too that it offers no more. */
export type KnownTypes = ReadonlyMap<string, TicketTypeId>;

/**
 * Checks the types that an organizer names; none of them stands for one type. A key names one type of its event for good:
 * what has it keeps its identifier, whatever else becomes of it.
 */
export function readTicketTypes(
  inputs: readonly TicketTypeInput[],
  known: KnownTypes = new Map(),
): TicketTypes | Rejection<'INVALID_INPUT'> {
  if (inputs.length > MOST_TICKET_TYPES) {
    const message = `expected at most ${MOST_TICKET_TYPES} ticket types, got ${inputs.length}`;
    return reject('INVALID_INPUT', message, ['ticketTypes']);
  }
  const ids = new Map<string, TicketTypeId>();
  for (const [index, { key }] of inputs.entries()) {
    const fault = refuseKey(key, ids, ['ticketTypes', String(index), 'key']);
    if (fault) return fault;
    ids.set(key, known.get(key) ?? newId<'TicketType'>());
  }
  if (new Set([...known.keys(), ...ids.keys()]).size > MOST_KEYS) {
    const message = `expected at most ${MOST_KEYS} keys of ticket types in all that an event ever had; take one again`;
    return reject('INVALID_INPUT', message, ['ticketTypes']);
  }
  const types: TicketType[] = [];
  for (const [index, input] of inputs.entries()) {
    const type = readTicketType(input, ids, ['ticketTypes', String(index)]);
    if (isRejection(type)) return type;
    types.push(type);
  }
  const [first, ...others] = types;
  return first ? [first, ...others] : onlyType(known);
}

function refuseKey(
  key: string,
  known: ReadonlyMap<string, unknown>,
  field: readonly string[],
): Rejection<'INVALID_INPUT'> | undefined {
  if (key.length > LONGEST_KEY || !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(key)) {
    const message = `expected 1 to ${LONGEST_KEY} letters, digits, dots, dashes and underscores, such as "child", got "${key.slice(0, LONGEST_KEY)}"`;
    return reject('INVALID_INPUT', message, field);
  }
  if (!known.has(key)) return undefined;
  return reject('INVALID_INPUT', `expected every key once, got "${key}" again`, field);
}

function readTicketType(
  input: TicketTypeInput,
  ids: ReadonlyMap<string, TicketTypeId>,
  at: readonly string[],
): TicketType | Rejection<'INVALID_INPUT'> {
  const { key, maxPerBooking = null, maxPerEvent = null, needsKey = null } = input;
  const id = ids.get(key);
  if (!id) throw new Error(`expected an identifier for the ticket type "${key}"`);
  const label = readText(input.label, { field: 'label', max: 100 });
  if (isRejection(label)) return { ...label, field: [...at, 'label'] };
  const proof = input.proof == null ? null : readText(input.proof, { field: 'proof', max: 200 });
  if (isRejection(proof)) return { ...proof, field: [...at, 'proof'] };
  const limit =
    refuseLimit(maxPerBooking, [...at, 'maxPerBooking']) ?? refuseLimit(maxPerEvent, [...at, 'maxPerEvent']);
  if (limit) return limit;
  const needsId = needsKey === null ? null : ids.get(needsKey);
  if (needsId === undefined || needsKey === key) {
    const message = `expected the key of another ticket type of the event, got "${needsKey?.slice(0, LONGEST_KEY)}"`;
    return reject('INVALID_INPUT', message, [...at, 'needsKey']);
  }
  return { id, key, label, maxPerBooking, maxPerEvent, needsId, proof };
}

function refuseLimit(limit: number | null, field: readonly string[]): Rejection<'INVALID_INPUT'> | undefined {
  if (limit === null || (limit >= 1 && limit <= MOST_OF_A_TYPE)) return undefined;
  return reject('INVALID_INPUT', `expected 1 to ${MOST_OF_A_TYPE}, got ${limit}`, field);
}

/** How many tickets of each type something has. */
export type TypeCounts = ReadonlyMap<TicketTypeId, number>;

/** Whether nothing of another type is wanted. */
export function areAllOf(id: TicketTypeId, wanted: TypeCounts): boolean {
  return wanted.size === 1 && wanted.has(id);
}

/**
 * Whether places of a type are counted as they are held: an event with one type that has no limit need not, for all its
 * places are of it.
 */
export function isCounted(type: TicketType, types: TicketTypes): boolean {
  return types.length > 1 || type.maxPerEvent !== null;
}

/** Refuses to take away types of which somebody has a place. */
export function refuseInUse(types: readonly TicketType[]): Rejection<'TICKET_TYPE_IN_USE'> | undefined {
  if (types.length === 0) return undefined;
  const names = types.map(({ label, key }) => `"${label}" (${key})`).join(', ');
  const message = `expected all ticket types of which places are held or sold, got none for ${names}`;
  return reject('TICKET_TYPE_IN_USE', message, ['ticketTypes']);
}

export type TypesRefusal = Rejection<'TICKET_TYPE_NOT_FOUND'> | Rejection<'TICKET_TYPE_RULES'>;

/** Whether one booking may have this many of each type; what is sold in all is another question. */
export function refuseTypes(types: TicketTypes, wanted: TypeCounts): TypesRefusal | undefined {
  const known = new Map(types.map((type) => [type.id, type]));
  for (const [id, count] of wanted) {
    const type = known.get(id);
    if (!type) {
      return reject('TICKET_TYPE_NOT_FOUND', `expected a ticket type of the event, got ${id}`);
    }
    if (type.maxPerBooking !== null && count > type.maxPerBooking) {
      const message = `expected at most ${type.maxPerBooking} of "${type.label}" in one booking, got ${count}`;
      return reject('TICKET_TYPE_RULES', message);
    }
    if (type.needsId !== null && !wanted.has(type.needsId)) {
      const message = `expected "${known.get(type.needsId)?.label}" beside "${type.label}", got none`;
      return reject('TICKET_TYPE_RULES', message);
    }
  }
  return undefined;
}

/** Refuses what would put a type over the event's limit. */
export function refuseOverLimit(
  { label, maxPerEvent }: TicketType,
  wanted: number,
  taken: number,
): Rejection<'TICKET_TYPE_SOLD_OUT'> | undefined {
  if (maxPerEvent === null || wanted + taken <= maxPerEvent) return undefined;
  const left = Math.max(0, maxPerEvent - taken);
  const message = `expected at most ${left} more of "${label}", of which the event has ${maxPerEvent}, got ${wanted}`;
  return reject('TICKET_TYPE_SOLD_OUT', message);
}
