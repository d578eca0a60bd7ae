import {
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
  OperationTypeNode,
} from 'graphql';

/** An operation that nobody has thought of. It may be invalid where two of its fields do not fit together. */
export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, boolean>>;
}

/** A whole number from 0 up to and without `below`. */
export type Draw = (below: number) => number;

/** The same draws for the same seed (mulberry32). */
export function drawingBy(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

interface Drawing {
  readonly draw: Draw;
  readonly schema: GraphQLSchema;
  readonly args: Readonly<Record<string, readonly string[]>>;
  readonly fragments: string[];
  aliases: number;
  /** How many more fields may be drawn: the planner needs seconds for some hundreds of them. */
  fieldsLeft: number;
}

/**
 * Draws a query of at most `depth` levels with aliases, fragments and conditions.
 *
 * @param args texts of arguments for the fields that need some: `item: ['(id: "b1")']`
 */
export function drawOperation(
  draw: Draw,
  schema: GraphQLSchema,
  args: Readonly<Record<string, readonly string[]>>,
  depth = 5,
): RandomOperation {
  const query = schema.getRootType(OperationTypeNode.QUERY);
  if (!query) throw new Error('expected a schema with queries');
  const drawing: Drawing = { draw, schema, args, fragments: [], aliases: 0, fieldsLeft: 30 };
  const selection = drawSelection(drawing, query, depth);
  return {
    query: [`query ($yes: Boolean!, $no: Boolean = false) ${selection}`, ...drawing.fragments].join('\n'),
    variables: { yes: true, ...(draw(2) ? { no: draw(2) === 1 } : {}) },
  };
}

function drawSelection(drawing: Drawing, type: GraphQLCompositeType, depth: number): string {
  const selections = Array.from({ length: 1 + drawing.draw(4) }, () => drawOne(drawing, type, depth));
  return `{ ${selections.join(' ')} }`;
}

function drawOne(drawing: Drawing, type: GraphQLCompositeType, depth: number): string {
  const { draw, schema } = drawing;
  const kind = draw(10);
  drawing.fieldsLeft -= 1;
  if (drawing.fieldsLeft < 0) return '__typename';
  if (kind === 0) return '__typename';
  if (kind <= 2 || (isUnionType(type) && kind < 9)) {
    const conditions = isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
    const condition = pick(drawing, conditions);
    const body = drawSelection(drawing, condition, depth);
    if (kind === 2) {
      const name = `F${drawing.fragments.length}`;
      drawing.fragments.push(`fragment ${name} on ${condition.name} ${body}`);
      return `...${name}${drawCondition(drawing)}`;
    }
    return `... on ${condition.name}${drawCondition(drawing)} ${body}`;
  }
  if (isUnionType(type)) return '__typename';
  const fields = Object.values(type.getFields()).filter(
    (field) => depth > 1 || !isCompositeType(getNamedType(field.type)),
  );
  if (fields.length === 0) return '__typename';
  const field = pick(drawing, fields);
  const known = drawing.args[field.name];
  const text = known ? pick(drawing, known) : '';
  // Another alias for every choice of arguments, so that few operations are invalid.
  const alias = text || draw(4) === 0 ? `a${drawing.aliases++}: ` : '';
  const named = getNamedType(field.type);
  const below = isCompositeType(named) ? ` ${drawSelection(drawing, named, depth - 1)}` : '';
  return `${alias}${field.name}${text}${drawCondition(drawing)}${below}`;
}

function drawCondition({ draw }: Drawing): string {
  const conditions = [
    '',
    '',
    '',
    '',
    '',
    '',
    '@include(if: $yes)',
    '@skip(if: $no)',
    '@include(if: $no)',
    '@skip(if: true)',
  ];
  return ` ${conditions[draw(conditions.length)]}`;
}

function pick<Value>({ draw }: Drawing, values: readonly Value[]): Value {
  const value = values[draw(values.length)];
  if (value === undefined) throw new Error('expected something to pick from');
  return value;
}
