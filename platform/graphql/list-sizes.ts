import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isListType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';

/** How many items a list field answers at most, as `@listSize` (Apollo's cost specification 0.1) says it. */
export interface ListSize {
  /** Without a slicing argument, or when none is given. */
  readonly assumedSize: number | undefined;
  /** Arguments whose value is the size: `first`. */
  readonly slicingArguments: readonly string[];
  /** The lists in the object that the field answers which have this size: `edges` and `nodes` of a connection. */
  readonly sizedFields: readonly string[];
}

/**
 * `@listTotal(path: "sections.rows.seats", atMost: [1000, 10000, 100000])` on an object type: however they are
 * spread over their parents, one object of the type has at most so many sections, so many rows in all its
 * sections, so many seats in all its rows. Where a tree has a true total, the product of the largest lists of
 * each level would be far above it.
 */
export interface ListTotal {
  readonly path: readonly string[];
  readonly atMost: readonly number[];
}

type Field = GraphQLField<unknown, unknown>;
interface WithDirectives {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

export function isListField({ type }: Pick<Field, 'type'>): boolean {
  return isListType(getNullableType(type));
}

/** What the `@listSize` of a field says; undefined when it has none. */
export function listSizeOf(field: WithDirectives): ListSize | undefined {
  const [directive] = argumentsOf(field, 'listSize');
  if (!directive) return undefined;
  const { assumedSize, slicingArguments, sizedFields } = directive;
  return {
    assumedSize: typeof assumedSize === 'number' ? assumedSize : undefined,
    slicingArguments: texts(slicingArguments),
    sizedFields: texts(sizedFields),
  };
}

/** The `@listTotal`s of a type. */
export function listTotalsOf(type: WithDirectives): ListTotal[] {
  return argumentsOf(type, 'listTotal').map(({ path, atMost }) => ({
    path: String(path).split('.'),
    atMost: (Array.isArray(atMost) ? atMost : [atMost]).map(Number),
  }));
}

/** The arguments of each directive of this name, as plain values. */
export function argumentsOf(node: WithDirectives, name: string): Readonly<Record<string, unknown>>[] {
  return (node.astNode?.directives ?? [])
    .filter((directive) => directive.name.value === name)
    .map((directive) =>
      Object.fromEntries(
        (directive.arguments ?? []).map((each) => [each.name.value, valueFromASTUntyped(each.value)]),
      ),
    );
}

/**
 * What is missing so that the size of every answer can be told before it is made: one message for each list
 * without a size, and for each directive that names what is not there. Empty when all is said. Looks only at
 * fields that are also in `visible`, when that is given.
 */
export function listSizeFaults(schema: GraphQLSchema, visible: GraphQLSchema = schema): string[] {
  const returning = fieldsByReturnedType(schema);
  return compositeTypes(schema).flatMap((type) => [
    ...(isObjectType(type) ? faultsOfTotals(type) : []),
    ...Object.values(type.getFields())
      .filter((field) => fieldNamed(visible.getType(type.name), field.name))
      .flatMap((field) => [
        ...faultsOfDirective(field, `${type.name}.${field.name}`),
        ...faultsOfList(type, field, returning),
      ]),
  ]);
}

function faultsOfList(
  type: CompositeType,
  field: Field,
  returning: ReadonlyMap<string, readonly Field[]>,
): string[] {
  const coordinate = `${type.name}.${field.name}`;
  const list = getNullableType(field.type);
  if (!isListType(list)) return [];
  if (isListType(getNullableType(list.ofType))) {
    return [`${coordinate} is a list of lists, whose size cannot be said; put an object between them`];
  }
  const size = listSizeOf(field);
  if (size && size.assumedSize !== undefined && size.sizedFields.length === 0) return [];
  const sources = returning.get(type.name) ?? [];
  const isSized = (source: Field) =>
    !isListField(source) && listSizeOf(source)?.sizedFields.includes(field.name) === true;
  if (sources.length > 0 && sources.every(isSized)) return [];
  return [
    `${coordinate} is a list without a size; add @listSize(assumedSize: …), or name it in the sizedFields of every field that answers ${type.name}`,
  ];
}

function faultsOfDirective(field: Field, coordinate: string): string[] {
  const size = listSizeOf(field);
  if (!size) return [];
  const faults: string[] = [];
  if (size.assumedSize === undefined || size.assumedSize < 0) {
    faults.push(`${coordinate}: @listSize needs an assumedSize of at least 0, for whoever gives no argument`);
  }
  for (const name of size.slicingArguments) {
    if (!field.args.some((argument) => argument.name === name)) {
      faults.push(`${coordinate}: @listSize names the argument ${name}, which the field has not`);
    }
  }
  const returned = getNamedType(field.type);
  const below = isObjectType(returned) || isInterfaceType(returned) ? returned.getFields() : {};
  for (const name of size.sizedFields) {
    const sized = below[name];
    if (!sized || !isListField(sized)) {
      faults.push(`${coordinate}: @listSize names the field ${name}, which is no list of ${returned.name}`);
    }
  }
  return faults;
}

function faultsOfTotals(type: CompositeType): string[] {
  return listTotalsOf(type).flatMap(({ path, atMost }) => {
    let current: GraphQLNamedType = type;
    for (const name of path) {
      const field = fieldNamed(current, name);
      if (!field || !isListField(field)) {
        return [`${type.name}: @listTotal goes through ${name}, which is no list of ${current.name}`];
      }
      current = getNamedType(field.type);
    }
    const isSound = atMost.length === path.length && atMost.every((total) => total >= 0);
    return isSound ? [] : [`${type.name}: @listTotal needs one number in atMost for each list of its path`];
  });
}

function fieldNamed(type: GraphQLNamedType | undefined, name: string): Field | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

type CompositeType = ReturnType<typeof compositeTypes>[number];

function compositeTypes(schema: GraphQLSchema) {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter((type) => !type.name.startsWith('__'));
}

/** For each type the fields that answer it, by its own name or by that of an abstract type that it belongs to. */
function fieldsByReturnedType(schema: GraphQLSchema): Map<string, Field[]> {
  const returning = new Map<string, Field[]>();
  for (const field of compositeTypes(schema).flatMap((type) => Object.values(type.getFields()))) {
    const returned = getNamedType(field.type);
    const types = isAbstractType(returned) ? [returned, ...schema.getPossibleTypes(returned)] : [returned];
    for (const { name } of types) returning.set(name, [...(returning.get(name) ?? []), field]);
  }
  return returning;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
}
