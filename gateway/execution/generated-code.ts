/** An object of an answer, as a subgraph has sent it. */
export type Data = Record<string, unknown>;

/**
 * Makes a function of JavaScript text. Names of a document reach the text only through `JSON.stringify`, and
 * values only as parameters.
 */
export function generate<Made>(text: string, parameters: Readonly<Record<string, unknown>>): Made {
  const names = Object.keys(parameters);
  const make = new Function(...names, `'use strict';\nreturn ${text};`);
  return make(...names.map((name) => parameters[name])) as Made;
}

/** The text that reads a property. A response name such as "constructor" must not find Object.prototype's. */
export function reading(object: string, name: string): string {
  const text = JSON.stringify(name);
  return isInherited(name)
    ? `(Object.hasOwn(${object}, ${text}) ? ${object}[${text}] : undefined)`
    : `${object}[${text}]`;
}

/** The text that writes a property; `__proto__` becomes a property like any other. */
export function writing(object: string, name: string, value: string): string {
  const text = JSON.stringify(name);
  return isInherited(name)
    ? `Object.defineProperty(${object}, ${text}, { value: ${value}, enumerable: true, writable: true, configurable: true })`
    : `${object}[${text}] = ${value}`;
}

/** The key of an object literal; `"__proto__": x` would set the prototype. */
export function literalKey(name: string): string {
  return name === '__proto__' ? '["__proto__"]' : JSON.stringify(name);
}

/** The same as `reading` for code that is not generated. */
export function readProperty(object: object, name: string | number): unknown {
  if (typeof name === 'string' && isInherited(name) && !Object.hasOwn(object, name)) return undefined;
  return (object as Data)[name];
}

/** The same as `writing`. */
export function writeProperty(object: object, name: string, value: unknown): void {
  if (!isInherited(name)) (object as Data)[name] = value;
  else Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
}

export function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null;
}

function isInherited(name: string): boolean {
  return name in Object.prototype;
}
