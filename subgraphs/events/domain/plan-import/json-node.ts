import { faultOfText, normaliseText } from '@parterre/platform/kernel/text.ts';
import { type Point, planLimits } from '../seating-plan.ts';
import type { FaultList } from './plan-fault.ts';

/**
 * A value of a JSON document that knows where it stands. Reading never throws: what is not as expected goes
 * to the fault list with its path, and the reader gets undefined (or an empty list) and goes on.
 */
export class JsonNode {
  readonly path: string;
  readonly value: unknown;
  readonly #faults: FaultList;

  constructor(value: unknown, path: string, faults: FaultList) {
    this.value = value;
    this.path = path;
    this.#faults = faults;
  }

  /** Whether there is anything here: neither missing nor null. */
  get isPresent(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  fault(message: string): undefined {
    this.#faults.add(this.path, message);
    return undefined;
  }

  /** Faults unless this is an object. */
  isObject(): boolean {
    const found = typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value);
    if (!found) this.fault(`expected an object, got ${describe(this.value)}`);
    return found;
  }

  /** The value of a key; a node without a value when the key is missing or this is no object. */
  get(key: string): JsonNode {
    const { value } = this;
    const owns = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    const path = /^[A-Za-z_]\w*$/.test(key) ? `${this.path}.${key}` : `${this.path}[${JSON.stringify(key)}]`;
    return new JsonNode(owns ? (value as Record<string, unknown>)[key] : undefined, path, this.#faults);
  }

  /** The elements of a list; a missing list is empty unless it is `required`. */
  items(options: { readonly required?: boolean; readonly max: number }): JsonNode[] {
    if (!this.isPresent && !options.required) return [];
    if (!Array.isArray(this.value)) {
      this.fault(`expected a list, got ${describe(this.value)}`);
      return [];
    }
    if (this.value.length > options.max) {
      this.fault(`expected at most ${options.max} elements, got ${this.value.length}`);
      return [];
    }
    return this.value.map((item, index) => new JsonNode(item, `${this.path}[${index}]`, this.#faults));
  }

  /** A text that people read, trimmed; numbers are taken as their digits. */
  label(): string | undefined {
    const text = typeof this.value === 'number' ? String(this.value) : this.value;
    if (typeof text !== 'string') return this.fault(`expected a text, got ${describe(this.value)}`);
    const fault = faultOfText(text, planLimits.labelLength);
    return fault === null ? normaliseText(text) : this.fault(`expected a text ${fault}`);
  }

  /** A distance in the drawing. */
  coordinate(): number | undefined {
    const max = planLimits.coordinate;
    if (typeof this.value !== 'number' || !Number.isFinite(this.value) || Math.abs(this.value) > max) {
      return this.fault(`expected a number between ${-max} and ${max}, got ${describe(this.value)}`);
    }
    return this.value;
  }

  wholeNumber(min: number, max: number): number | undefined {
    const { value } = this;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
      return this.fault(`expected a whole number from ${min} to ${max}, got ${describe(value)}`);
    }
    return value;
  }

  /** true or false; false when missing. */
  flag(): boolean | undefined {
    if (!this.isPresent) return false;
    if (typeof this.value !== 'boolean') {
      return this.fault(`expected true or false, got ${describe(this.value)}`);
    }
    return this.value;
  }

  /** A colour as #RRGGBB; #RGB is written out. */
  color(): string | undefined {
    const text = typeof this.value === 'string' ? this.value : '';
    if (/^#[0-9a-f]{6}$/i.test(text)) return text.toUpperCase();
    if (/^#[0-9a-f]{3}$/i.test(text))
      return `#${[...text.slice(1)].map((c) => c + c).join('')}`.toUpperCase();
    return this.fault(`expected a colour such as "#87A9CD", got ${describe(this.value)}`);
  }

  point(): Point | undefined {
    if (!this.isObject()) return undefined;
    const x = this.get('x').coordinate();
    const y = this.get('y').coordinate();
    return x === undefined || y === undefined ? undefined : { x, y };
  }
}

/** A short picture of a value for a fault's message. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
