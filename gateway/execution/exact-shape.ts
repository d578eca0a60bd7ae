import { type GraphQLOutputType, getNullableType, isListType, isNonNullType, isObjectType } from 'graphql';
import { brokenPromise } from './faults.ts';
import { type Data, isObject, readProperty, writeProperty } from './generated-code.ts';
import { bytesOf } from './leaves.ts';
import type { Run } from './run.ts';
import type { Selection, ShapedField, ShapedType } from './selections.ts';
import type { Tally } from './tally.ts';

/** A null whose reason the client has been told. It nulls what must not be null, up to the next that may. */
const explained = Symbol('a null with an error');
type Shaped = unknown | typeof explained;

/**
 * Shapes an answer step by step, with an error for every null that is not the truth: used for operations
 * that are new, and for whatever `fast-shape.ts` finds unusual.
 */
export function shapeExactly(
  run: Run,
  tally: Tally,
  selection: Selection,
  rootType: ShapedType,
): Data | null {
  const shaping = new Shaping(run, tally);
  const shaped = shaping.fields(run.root, selection, rootType);
  return isObject(shaped) ? shaped : null;
}

class Shaping {
  readonly #run: Run;
  readonly #tally: Tally;
  readonly #path: (string | number)[] = [];

  constructor(run: Run, tally: Tally) {
    this.#run = run;
    this.#tally = tally;
  }

  /** An object of this type, or `explained` when a field of it is missing that must be there. */
  fields(source: Data, selection: Selection, type: ShapedType): Shaped {
    const shaped: Data = {};
    for (const field of selection.fieldsOf(type)) {
      const { responseName } = field;
      this.#tally.nodes += 1;
      this.#tally.bytes += responseName.length + 4;
      this.#path.push(responseName);
      const value = field.isTypename
        ? this.#typename(type)
        : this.#value(field.type, field, readProperty(source, responseName), source, responseName, type);
      this.#path.pop();
      if (value === explained) return explained;
      writeProperty(shaped, responseName, value);
    }
    return shaped;
  }

  #typename(type: ShapedType): Shaped {
    if (!isObjectType(type)) {
      return this.#broken(`expected the name of an object type, got the interface ${type.name}`);
    }
    this.#tally.bytes += type.name.length + 2;
    return type.name;
  }

  #value(
    type: GraphQLOutputType,
    field: ShapedField,
    value: unknown,
    holder: object,
    key: string | number,
    parent: ShapedType,
  ): Shaped {
    const shaped = this.#nullable(getNullableType(type), field, value, holder, key, parent);
    if (!isNonNullType(type)) return shaped === explained ? null : shaped;
    if (shaped !== null) return shaped;
    return this.#broken(`Cannot return null for non-nullable field ${parent.name}.${field.responseName}.`);
  }

  #nullable(
    type: GraphQLOutputType,
    field: ShapedField,
    value: unknown,
    holder: object,
    key: string | number,
    parent: ShapedType,
  ): Shaped {
    if (value === undefined || value === null) {
      const fault = this.#run.faults.reasonOf(holder, key);
      if (!fault) return null;
      this.#run.faults.reportAt(fault, this.#path);
      return explained;
    }
    if (isListType(type)) {
      if (Array.isArray(value)) return this.#list(type.ofType, field, value, parent);
      return this.#broken(`expected a list for ${parent.name}.${field.responseName}, got another value`);
    }
    if (field.below) return this.#object(field.below, field, value, parent);
    if (!field.isLeaf(value)) {
      return this.#broken(`Invalid value found for field ${parent.name}.${field.responseName}.`);
    }
    this.#tally.bytes += bytesOf(value);
    return value;
  }

  #list(type: GraphQLOutputType, field: ShapedField, values: readonly unknown[], parent: ShapedType): Shaped {
    const shaped: unknown[] = [];
    this.#tally.nodes += values.length;
    for (const [index, item] of values.entries()) {
      this.#tally.look();
      this.#path.push(index);
      const value = this.#value(type, field, item, values, index, parent);
      this.#path.pop();
      if (value === explained) return explained;
      shaped.push(value);
    }
    return shaped;
  }

  #object(selection: Selection, field: ShapedField, value: unknown, parent: ShapedType): Shaped {
    if (!isObject(value) || Array.isArray(value)) {
      return this.#broken(`expected an object for ${parent.name}.${field.responseName}, got another value`);
    }
    const name = value.__typename ?? selection.type.name;
    const type = typeof name === 'string' ? selection.typeNamed(name) : undefined;
    const fault = isObjectType(type) ? undefined : this.#run.faults.reasonOf(value, '__typename');
    if (fault) {
      // Which type it is could not be found out, and so neither what is selected of it.
      this.#run.faults.reportAt(fault, this.#path);
      return explained;
    }
    if (type) return this.fields(value, selection, type);
    return this.#broken(`Invalid __typename found for object at field ${parent.name}.${field.responseName}.`);
  }

  /** A subgraph has answered what the API does not know: a null, and an error at this place. */
  #broken(message: string): typeof explained {
    this.#run.faults.report(brokenPromise(message, this.#path));
    return explained;
  }
}
