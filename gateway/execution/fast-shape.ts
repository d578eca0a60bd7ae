import { type GraphQLOutputType, getNullableType, isListType, isNonNullType, isObjectType } from 'graphql';
import { type Data, generate, isObject, literalKey, reading } from './generated-code.ts';
import { bytesOf } from './leaves.ts';
import type { Selection, ShapedField, ShapedType } from './selections.ts';
import type { Tally } from './tally.ts';

/** Thrown when an answer needs `exact-shape.ts`: an error has to be located in it. */
export const unusual = Symbol('unusual');

/** Shapes one value that is neither null nor undefined. @throws unusual, usedUp */
type Shape = (value: unknown, tally: Tally) => unknown;

/**
 * Shapes answers in which everything is as the schema says, by functions that are generated for the selected
 * fields of each type, with no decision left to make for each value. It locates no errors; what is
 * unusual is thrown, and then the answer is shaped again exactly.
 */
export function compileFastShape(
  selection: Selection,
  rootType: ShapedType,
): (root: Data, tally: Tally) => Data {
  return compileObject(selection, rootType, new Map());
}

type Compiled = Map<Selection, Shape>;
type ShapeObject = (source: Data, tally: Tally) => Data;

/** One function for one object type: reads, checks and counts its fields, and makes the object in one go. */
function compileObject(selection: Selection, type: ShapedType, compiled: Compiled): ShapeObject {
  const parameters: Record<string, unknown> = { unusual, bytesOf };
  const reads: string[] = [];
  const bytes: string[] = [];
  const fields = selection.fieldsOf(type);
  // A literal, so that all answers of an operation share one hidden class.
  const entries = fields.map(({ responseName }, index) => `${literalKey(responseName)}: v${index}`);
  let fixedBytes = 2;
  for (const [index, field] of fields.entries()) {
    fixedBytes += field.responseName.length + 4;
    const value = `v${index}`;
    if (field.isTypename) {
      if (!isObjectType(type)) reads.push('throw unusual;');
      reads.push(`const ${value} = ${JSON.stringify(type.name)};`);
      fixedBytes += type.name.length + 2;
      continue;
    }
    reads.push(`let ${value} = ${reading('source', field.responseName)};`);
    reads.push(fieldText(field, index));
    if (field.below || isListType(getNullableType(field.type))) {
      parameters[`shape${index}`] = compileType(field.type, field, compiled);
    } else {
      parameters[`isLeaf${index}`] = field.isLeaf;
      bytes.push(
        ` + (typeof ${value} === 'string' ? ${value}.length + 2 : ${value} === null ? 4 : bytesOf(${value}))`,
      );
    }
  }
  return generate(
    `function shape${type.name}(source, tally) {
      ${reads.join('\n')}
      tally.nodes += ${fields.length};
      tally.bytes += ${fixedBytes}${bytes.join('')};
      return { ${entries.join(', ')} };
    }`,
    parameters,
  );
}

function fieldText(field: ShapedField, index: number): string {
  const value = `v${index}`;
  const isComposite = field.below || isListType(getNullableType(field.type));
  const whenThere = isComposite
    ? `${value} = shape${index}(${value}, tally)`
    : `if (${isWrong(field, value, index)}) throw unusual`;
  const whenNull = isNonNullType(field.type) ? 'throw unusual' : `${value} = null`;
  return `if (${value} === undefined || ${value} === null) ${whenNull}; else ${whenThere};`;
}

/** Written out for the built-in types, where a call would cost more than the check. */
function isWrong(field: ShapedField, value: string, index: number): string {
  switch (String(getNullableType(field.type))) {
    case 'String':
      return `typeof ${value} !== 'string'`;
    case 'ID':
      return `typeof ${value} !== 'string' && !isLeaf${index}(${value})`;
    case 'Boolean':
      return `typeof ${value} !== 'boolean'`;
    default:
      return `!isLeaf${index}(${value})`;
  }
}

function compileType(type: GraphQLOutputType, field: ShapedField, compiled: Compiled): Shape {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return compileList(nullable.ofType, field, compiled);
  return field.below ? compileSelection(field.below, compiled) : compileLeaf(field);
}

function compileLeaf({ isLeaf }: ShapedField): Shape {
  return (value, tally) => {
    if (!isLeaf(value)) throw unusual;
    tally.bytes += bytesOf(value);
    return value;
  };
}

function compileList(itemType: GraphQLOutputType, field: ShapedField, compiled: Compiled): Shape {
  const shapeItem = compileType(itemType, field, compiled);
  const isRequired = isNonNullType(itemType);
  return (value, tally) => {
    if (!Array.isArray(value)) throw unusual;
    const { length } = value;
    tally.nodes += length;
    const shaped = new Array(length);
    for (let index = 0; index < length; index += 1) {
      tally.look();
      const item: unknown = value[index];
      if (item !== undefined && item !== null) shaped[index] = shapeItem(item, tally);
      else if (isRequired) throw unusual;
      else shaped[index] = null;
    }
    return shaped;
  };
}

/** Functions for the types of a place are made when the first object of each comes. */
function compileSelection(selection: Selection, compiled: Compiled): Shape {
  const known = compiled.get(selection);
  if (known) return known;
  const byName = new Map<string, ShapeObject>();
  const shapeOf = (name: string): ShapeObject => {
    const type = selection.typeNamed(name);
    if (!type) throw unusual;
    const made = compileObject(selection, type, compiled);
    byName.set(name, made);
    return made;
  };
  const shape: Shape = (value, tally) => {
    if (!isObject(value) || Array.isArray(value)) throw unusual;
    const name = value.__typename ?? selection.type.name;
    if (typeof name !== 'string') throw unusual;
    return (byName.get(name) ?? shapeOf(name))(value, tally);
  };
  compiled.set(selection, shape);
  return shape;
}
