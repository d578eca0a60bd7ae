import { visit } from 'jsonc-parser';

/** A part of the document that is asked for, or that lies above one. */
interface Wanted {
  line: number | null;
  readonly parts: Map<string, Wanted>;
}

/**
 * On which lines the parts of a JSON text begin that these paths name, counted from 1: a key's line, an element's. What
 * is not there, as a key that is missed, has the line of what it is missed in. Of two equal keys the last one counts, as
 * for JSON.parse.
 */
export function linesOf(text: string, paths: readonly string[]): readonly number[] {
  const root: Wanted = { line: 1, parts: new Map() };
  const steps = paths.map(stepsOf);
  for (const path of steps) path.reduce(ask, root);
  find(text, root);
  return steps.map((path) => lineOf(root, path));
}

function ask({ parts }: Wanted, step: string): Wanted {
  const wanted = parts.get(step) ?? { line: null, parts: new Map() };
  parts.set(step, wanted);
  return wanted;
}

function lineOf(root: Wanted, path: readonly string[]): number {
  let [found, line]: [Wanted | undefined, number] = [root, 1];
  for (const step of path) {
    found = found?.parts.get(step);
    line = found?.line ?? line;
  }
  return line;
}

/** An object or list that is open: what is wanted of it, and at which key or element the reading is. */
interface Open {
  readonly wanted: Wanted | undefined;
  element: number | null;
  current: Wanted | undefined;
}

function find(text: string, root: Wanted): void {
  const open: Open[] = [{ wanted: undefined, element: null, current: root }];
  const begin = (line: number): Wanted | undefined => {
    const around = open.at(-1);
    if (around?.element != null) around.current = around.wanted?.parts.get(String(around.element));
    if (around?.element != null && around.current) around.current.line = line + 1;
    return around?.current;
  };
  const end = () => {
    open.pop();
  };
  visit(text, {
    onObjectBegin: (_offset, _length, line) => {
      open.push({ wanted: begin(line), element: null, current: undefined });
    },
    onArrayBegin: (_offset, _length, line) => {
      open.push({ wanted: begin(line), element: 0, current: undefined });
    },
    onObjectProperty: (key, _offset, _length, line) => {
      const object = open.at(-1);
      if (!object) return;
      object.current = object.wanted?.parts.get(key);
      if (object.current) object.current.line = line + 1;
    },
    onLiteralValue: (_value, _offset, _length, line) => {
      begin(line);
    },
    onSeparator: (character) => {
      const list = open.at(-1);
      if (character === ',' && list?.element != null) list.element += 1;
    },
    onObjectEnd: end,
    onArrayEnd: end,
  });
}

/** `$.rows[3]["a b"]` → rows, 3, a b. */
function stepsOf(path: string): string[] {
  return [...path.matchAll(/\.(\w+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g)].map(
    ([, name, index, quoted]) => name ?? index ?? JSON.parse(quoted ?? '""'),
  );
}
