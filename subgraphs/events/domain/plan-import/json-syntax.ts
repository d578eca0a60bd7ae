/** Where a text stops being JSON; lines and columns count from 1. */
export interface JsonSyntaxFault {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly got: string;
}

/**
 * Finds the first place where a text is no longer JSON (RFC 8259), or null when all of it is. JSON.parse
 * knows that a text is broken but, in V8, tells the place of only some faults.
 */
export function findJsonSyntaxFault(text: string): JsonSyntaxFault | null {
  const fault = scan(text);
  if (!fault) return null;
  const before = text.slice(0, fault.offset);
  const line = before.split('\n').length;
  const column = fault.offset - before.lastIndexOf('\n');
  const character = text[fault.offset];
  const got = character === undefined ? 'the end of the document' : JSON.stringify(character);
  return { line, column, expected: fault.expected, got };
}

interface Fault {
  readonly offset: number;
  readonly expected: string;
}

type Expectation = 'value' | 'value or ]' | 'key or }' | 'key' | ': after the key' | ', or the end';

const space = /[ \t\n\r]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** A loop with its own stack, so that deep nesting cannot exhaust the call stack. */
function scan(text: string): Fault | null {
  const open: ('{' | '[')[] = [];
  let expecting: Expectation = 'value';
  let offset = skip(space, text, 0);
  while (offset < text.length || expecting !== ', or the end' || open.length > 0) {
    const character = text[offset];
    if (expecting === ', or the end') {
      const innermost = open.at(-1);
      if (innermost === undefined) return { offset, expected: 'the end of the document' };
      const closing = innermost === '{' ? '}' : ']';
      if (character === closing) open.pop();
      else if (character === ',') expecting = innermost === '{' ? 'key' : 'value';
      else return { offset, expected: `"," or "${closing}"` };
      offset += 1;
    } else if (expecting === ': after the key') {
      if (character !== ':') return { offset, expected: '":" after the key' };
      expecting = 'value';
      offset += 1;
    } else if (expecting === 'key' || expecting === 'key or }') {
      if (character === '}' && expecting === 'key or }') {
        open.pop();
        expecting = ', or the end';
        offset += 1;
      } else {
        if (character !== '"') return { offset, expected: 'a key in double quotes' };
        const end = endOfString(text, offset);
        if (typeof end !== 'number') return end;
        expecting = ': after the key';
        offset = end;
      }
    } else if (character === ']' && expecting === 'value or ]') {
      open.pop();
      expecting = ', or the end';
      offset += 1;
    } else if (character === '{' || character === '[') {
      open.push(character);
      expecting = character === '{' ? 'key or }' : 'value or ]';
      offset += 1;
    } else {
      const end = character === '"' ? endOfString(text, offset) : skip(scalar, text, offset);
      if (typeof end !== 'number') return end;
      if (end === offset) return { offset, expected: 'a value' };
      expecting = ', or the end';
      offset = end;
    }
    offset = skip(space, text, offset);
  }
  return null;
}

/**
 * Where the string that begins at `start` ends, or where it breaks. Character by character: a picture in a
 * chart is a string of megabytes, too long for a pattern that may step back.
 */
function endOfString(text: string, start: number): number | Fault {
  let offset = start + 1;
  while (offset < text.length) {
    const character = text.charAt(offset);
    if (character === '"') return offset + 1;
    if (character < ' ') return { offset, expected: 'the rest of a text in double quotes' };
    if (character !== '\\') {
      offset += 1;
      continue;
    }
    const end = skip(escapeSequence, text, offset);
    if (end === offset) return { offset, expected: 'an escape sequence such as \\n or \\u00e9' };
    offset = end;
  }
  return { offset, expected: 'the closing double quote of a text' };
}

/** Where a sticky pattern that matches at `offset` ends; `offset` itself when it does not match. */
function skip(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}
