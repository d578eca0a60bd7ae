import {
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

const someId = '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5bff';
const cursorOf = (position: unknown) => Buffer.from(JSON.stringify(position)).toString('base64url');

const texts = [
  '',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  'x'.repeat(100_000),
  "'; drop table x; --",
  '%_\\',
  '__proto__',
  '🪑'.repeat(50),
  '\u202e\u200b',
  '../../etc/hosts',
];
const nonsense: Readonly<Record<string, readonly unknown[]>> = {
  String: texts,
  ID: [...texts, someId, someId.toUpperCase(), `{${someId}}`, someId.replaceAll('-', ''), `${someId}\n`, 42],
  Int: [0, -1, 101, 2_147_483_647, -2_147_483_648],
  Decimal: [
    ...[
      '1e5',
      '١',
      ' 1.00',
      '0.001',
      '-1.00',
      '0.00',
      '',
      '\u0000',
      'NaN',
      'Infinity',
      '0x10',
      '1,00',
      '+1.00',
    ],
    ...['99999999999999999999.99', '92233720368547758.07', '9'.repeat(10_000)],
  ],
  DateTime: [
    ...['', '\u0000', 'now', 'infinity', '2035-02-30T00:00:00.000Z', '0000-00-00', '2035-03-01T18:30:00'],
    ...['+275760-09-13T00:00:00.000Z', '-271821-04-20T00:00:00.000Z', '0001-01-01T00:00:00.000Z'],
  ],
  Boolean: [null],
};
const cursors = [
  ...texts,
  ...[[], {}, null, [1, 2], ['a'], ['a', 'b'], ['\u0000', '\u0000'], ['\ud800', someId], ['NaN', someId]].map(
    cursorOf,
  ),
  ...[
    ['infinity', someId],
    ['9999999999999999999'],
    ['1e5'],
    ['2035-01-01T00:00:00.000Z', 'x'],
    [someId],
  ].map(cursorOf),
];

/** A place in an input, from the outermost field inwards. */
type Path = readonly string[];

/**
 * Every way to make one thing in a good value nonsense: the value with one leaf, or one list, exchanged for
 * what no honest client sends. `good` may lack fields; they are put in.
 */
export function* spoiled(type: GraphQLInputType, good: unknown, name: string): Generator<[string, unknown]> {
  for (const [path, value] of places(type, good, [], name)) {
    yield [
      `${[name, ...path].join('.')} = ${shortOf(value)}`,
      path.length === 0 ? value : put(good, path, value),
    ];
  }
}

function* places(
  type: GraphQLInputType,
  good: unknown,
  path: Path,
  name: string,
): Generator<[Path, unknown]> {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) {
    const [first] = Array.isArray(good) ? good : [];
    yield [path, []];
    yield [path, Array.from({ length: 1_000 }, () => first ?? someId)];
    if (first !== undefined) yield* places(bare.ofType, first, [...path, '0'], name);
  } else if (isInputObjectType(bare)) {
    for (const field of Object.values(bare.getFields())) {
      yield* places(field.type, fieldOf(good, field.name), [...path, field.name], field.name);
    }
  } else {
    for (const value of nonsenseFor(bare, name)) yield [path, value];
  }
}

function nonsenseFor(type: GraphQLInputType, name: string): readonly unknown[] {
  if (isEnumType(getNamedType(type))) return ['NONE_OF_THESE'];
  return name === 'after' ? cursors : (nonsense[getNamedType(type).name] ?? []);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** A copy of `good` with another value at a place. */
function put(good: unknown, [name = '', ...rest]: Path, value: unknown): unknown {
  const copy: unknown = Array.isArray(good) ? [...good] : { ...(good as object | undefined) };
  (copy as Record<string, unknown>)[name] = rest.length === 0 ? value : put(fieldOf(good, name), rest, value);
  return copy;
}

function shortOf(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}… (${text.length})` : text;
}
