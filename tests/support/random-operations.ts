import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
} from 'graphql';

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface RandomOperationsOptions {
  readonly schema: GraphQLSchema;
  /** The same seed gives the same operations. */
  readonly seed: number;
  readonly kind?: OperationTypeNode;
  /** Fields inside one another, at most. 6 unless given. */
  readonly depth?: number;
  /** A value for an argument or input field (`Query.event(id:)`, `MoneyInput.amount`); undefined: any of its type. */
  value?(coordinate: string, random: Random): unknown;
  /** How likely a field (`Event.seatMap`) is to be taken, 1 unless it says otherwise; 0 leaves it out. */
  likelihood?(coordinate: string): number;
}

/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** From 0 to below 1. */
  fraction(): number;
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  pick<Item>(items: readonly Item[]): Item;
  chance(probability: number): boolean;
}

/**
 * Makes valid operations out of a schema: nested selections, aliases, fragments that are spread again, inline
 * fragments, arguments as literals and as variables, conditions.
 */
export function randomOperations(options: RandomOperationsOptions): () => RandomOperation {
  const random = seeded(options.seed);
  return () => new Writer(options, random).write();
}

const DEFAULT_DEPTH = 6;
const MOST_FIELDS = 6;
const MOST_ROOT_FIELDS = 3;
/** Aliases are limited by the gateway; a few more than enough are made now and then. */
const FEW = 0.15;

type Field = GraphQLField<unknown, unknown>;

class Writer {
  readonly #options: RandomOperationsOptions;
  readonly #random: Random;
  readonly #variables: Record<string, unknown> = {};
  readonly #declared: string[] = [];
  readonly #fragments: { readonly name: string; readonly type: string; readonly text: string }[] = [];
  #names = 0;

  constructor(options: RandomOperationsOptions, random: Random) {
    this.#options = options;
    this.#random = random;
  }

  write(): RandomOperation {
    const { schema, kind = OperationTypeNode.QUERY, depth = DEFAULT_DEPTH } = this.#options;
    const root = schema.getRootType(kind);
    if (!root) throw new Error(`expected the schema to have a type for a ${kind}`);
    const body = this.#selections(root, depth, MOST_ROOT_FIELDS);
    const declared = this.#declared.length > 0 ? `(${this.#declared.join(', ')})` : '';
    const fragments = this.#fragments.map(({ name, type, text }) => `fragment ${name} on ${type} ${text}`);
    return {
      query: [`${kind} Random${declared} ${body}`, ...fragments].join('\n'),
      variables: this.#variables,
    };
  }

  #selections(type: GraphQLNamedType, depth: number, most = MOST_FIELDS): string {
    const parts = isAbstractType(type) ? this.#branches(type, depth) : this.#fields(type, depth, most);
    return `{ ${parts.join(' ')} }`;
  }

  #branches(type: Parameters<GraphQLSchema['getPossibleTypes']>[0], depth: number): string[] {
    const branches = this.#options.schema
      .getPossibleTypes(type)
      .filter(() => this.#random.chance(0.7))
      .map((each) => `... on ${each.name} { __typename ${this.#renamed(each, depth)} }`);
    return ['__typename', ...branches];
  }

  /** Beside one another two types may have fields of one name and different types, so each gets a name of its own. */
  #renamed(type: GraphQLNamedType, depth: number): string {
    return this.#chosen(type, depth, 3)
      .map((field) => `${this.#newName('b')}: ${this.#field(type, field, depth)}`)
      .join(' ');
  }

  #fields(type: GraphQLNamedType, depth: number, most: number): string[] {
    const parts = this.#chosen(type, depth, most).map((field) => {
      const isRenamed = field.args.length > 0 ? this.#random.chance(0.5) : this.#random.chance(FEW);
      return `${isRenamed ? `${this.#newName('a')}: ` : ''}${this.#field(type, field, depth)}`;
    });
    const known = this.#fragments.filter((fragment) => fragment.type === type.name);
    // Spread again, where it fits: twice in one place it selects the same fields once more.
    if (known.length > 0 && depth > 1 && this.#random.chance(0.3)) {
      const fragment = this.#random.pick(known);
      parts.push(`...${fragment.name}`, ...(this.#random.chance(0.3) ? [`...${fragment.name}`] : []));
    } else if (depth > 1 && this.#random.chance(FEW) && parts.length > 0) {
      return [this.#asFragment(type, parts)];
    }
    if (parts.length === 0 || this.#random.chance(FEW)) parts.push('__typename');
    return parts;
  }

  #asFragment(type: GraphQLNamedType, parts: readonly string[]): string {
    if (this.#random.chance(0.5)) return `... on ${type.name} { ${parts.join(' ')} }`;
    const name = this.#newName('F');
    // All names in it are unlike those beside its later spreads.
    const text = `{ ${parts.map((part) => (/^\w+:/.test(part) ? part : `${this.#newName('f')}: ${part}`)).join(' ')} }`;
    this.#fragments.push({ name, type: type.name, text });
    return `...${name}`;
  }

  #chosen(type: GraphQLNamedType, depth: number, most: number): Field[] {
    if (!isObjectType(type)) return [];
    const { likelihood } = this.#options;
    const left = Object.values(type.getFields()).filter((field) => {
      const isDeep = isCompositeType(getNamedType(field.type));
      return (!isDeep || depth > 1) && this.#random.chance(likelihood?.(`${type.name}.${field.name}`) ?? 1);
    });
    const chosen: Field[] = [];
    for (let count = 1 + this.#random.below(most); count > 0 && left.length > 0; count -= 1) {
      chosen.push(...left.splice(this.#random.below(left.length), 1));
    }
    return chosen;
  }

  #field(type: GraphQLNamedType, field: Field, depth: number): string {
    const args = field.args.flatMap((argument) => this.#argument(`${type.name}.${field.name}`, argument));
    const returned = getNamedType(field.type);
    const below = isCompositeType(returned) ? ` ${this.#selections(returned, depth - 1)}` : '';
    return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${this.#condition()}${below}`;
  }

  #condition(): string {
    if (!this.#random.chance(0.05)) return '';
    const name = this.#declare('Boolean!', this.#random.chance(0.5));
    return this.#random.chance(0.5) ? ` @include(if: ${name})` : ` @skip(if: ${name})`;
  }

  #argument(coordinate: string, argument: GraphQLArgument): string[] {
    if (!isNonNullType(argument.type) && this.#random.chance(0.4)) return [];
    const value = this.#valueOf(argument.type, `${coordinate}(${argument.name}:)`);
    if (value === undefined) return [];
    const text = this.#random.chance(0.5)
      ? this.#declare(String(argument.type), value)
      : literal(value, argument.type);
    return [`${argument.name}: ${text}`];
  }

  #declare(type: string, value: unknown): string {
    const name = this.#newName('v');
    this.#declared.push(`$${name}: ${type}`);
    this.#variables[name] = value;
    return `$${name}`;
  }

  #valueOf(type: GraphQLInputType, coordinate: string): unknown {
    const given = this.#options.value?.(coordinate, this.#random);
    if (given !== undefined) return given;
    if (isNonNullType(type))
      return this.#valueOf(type.ofType, coordinate) ?? this.anyOf(type.ofType, coordinate);
    return this.#random.chance(0.1) ? null : this.anyOf(type, coordinate);
  }

  /** Any value of this type but null. */
  anyOf(type: GraphQLInputType, coordinate: string): unknown {
    if (isNonNullType(type)) return this.anyOf(type.ofType, coordinate);
    if (isListType(type)) {
      return Array.from({ length: this.#random.below(3) }, () => this.anyOf(type.ofType, coordinate));
    }
    if (isEnumType(type)) return this.#random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || this.#random.chance(0.5),
      );
      const entries = fields.map((field) => [
        field.name,
        this.#valueOf(field.type, `${type.name}.${field.name}`),
      ]);
      return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    }
    return this.#scalar(type.name);
  }

  #scalar(name: string): unknown {
    switch (name) {
      case 'Int':
        return this.#random.below(100) + 1;
      case 'Float':
        return this.#random.fraction();
      case 'Boolean':
        return this.#random.chance(0.5);
      case 'DateTime':
        return new Date(Date.UTC(2025 + this.#random.below(12), this.#random.below(12))).toISOString();
      case 'Decimal':
        return `${this.#random.below(100)}.50`;
      default:
        return `text ${this.#random.below(100)}`;
    }
  }

  #newName(prefix: string): string {
    this.#names += 1;
    return `${prefix}${this.#names}`;
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  if (value === null) return 'null';
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (isListType(type))
    return `[${(value as unknown[]).map((each) => literal(each, type.ofType)).join(', ')}]`;
  if (isEnumType(type)) return String(value);
  if (!isInputObjectType(type)) return JSON.stringify(value);
  const fields = type.getFields();
  const parts = Object.entries(value as object).flatMap(([name, part]) => {
    const field = fields[name];
    return field ? [`${name}: ${literal(part, field.type)}`] : [];
  });
  return `{ ${parts.join(', ')} }`;
}

/** Some value of an input type. */
export function anyValue(type: GraphQLInputType, schema: GraphQLSchema, seed = 1): unknown {
  return new Writer({ schema, seed }, seeded(seed)).anyOf(type, '');
}

/** mulberry32: small, fast, and good enough to choose fields by. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(fraction() * limit);
  return {
    fraction,
    below,
    chance: (probability) => fraction() < probability,
    pick<Item>(items: readonly Item[]): Item {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('expected something to pick from, got nothing');
      return item;
    },
  };
}

/** The values of an answer, as the gateway counts them: each scalar, null, object, list and item is one. */
export function countNodes(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  let count = 1;
  for (const part of Object.values(value)) count += countNodes(part);
  return count;
}
