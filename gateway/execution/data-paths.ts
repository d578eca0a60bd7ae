import type { ResponsePath } from './faults.ts';
import { type Data, isObject, readProperty } from './generated-code.ts';

/** Where the entities of a fetch are in the data. */
export interface DataPath {
  /** All objects there, in order; lists on the way are gone through. */
  collect(data: Data): Data[];
  /** The place of each of them. Made only when there is an error to locate. */
  locate(data: Data): ReadonlyMap<object, ResponsePath>;
}

/** @param path field names of the answer, with "@" for the items of a list, as the planner writes it */
export function compilePath(path: readonly (string | number)[]): DataPath {
  const names = path.map(String).filter((element) => element !== '@');

  const walk = (value: unknown, depth: number, into: Data[]): void => {
    if (Array.isArray(value)) {
      for (const item of value) walk(item, depth, into);
      return;
    }
    if (!isObject(value)) return;
    const name = names[depth];
    if (name === undefined) into.push(value);
    else walk(readProperty(value, name), depth + 1, into);
  };

  const walkWithPath = (
    value: unknown,
    depth: number,
    at: ResponsePath,
    into: Map<object, ResponsePath>,
  ): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walkWithPath(item, depth, [...at, index], into);
      return;
    }
    if (!isObject(value)) return;
    const name = names[depth];
    if (name === undefined) into.set(value, at);
    else walkWithPath(readProperty(value, name), depth + 1, [...at, name], into);
  };

  return {
    collect(data) {
      const found: Data[] = [];
      walk(data, 0, found);
      return found;
    },
    locate(data) {
      const found = new Map<object, ResponsePath>();
      walkWithPath(data, 0, [], found);
      return found;
    },
  };
}
