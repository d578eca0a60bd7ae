import {
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

type Fragments = GraphQLResolveInfo['fragments'];

/**
 * How many values each item of a list brings with it: the item itself when it is a leaf, else the fields that
 * are selected of it, those of single objects below included. A list below counts as one value: it charges
 * its own items. Of an abstract type the widest object counts. Never below what the item then produces.
 */
export class ListWidths {
  // By field node: documents are parsed once and kept, so most operations find all their widths here.
  readonly #known = new WeakMap<FieldNode, number>();

  of({ fieldNodes, returnType, schema, fragments }: GraphQLResolveInfo): number {
    let width = 0;
    for (const node of fieldNodes) width += this.#ofNode(node, returnType, schema, fragments);
    return width;
  }

  #ofNode(node: FieldNode, type: GraphQLOutputType, schema: GraphQLSchema, fragments: Fragments): number {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const width = new Measure(schema, fragments).itemOf(node, type);
    this.#known.set(node, width);
    return width;
  }
}

/** One measuring: the memo keeps fragments that are spread many times from being walked each time. */
class Measure {
  readonly #schema: GraphQLSchema;
  readonly #fragments: Fragments;
  readonly #known = new Map<SelectionSetNode, Map<string, number>>();

  constructor(schema: GraphQLSchema, fragments: Fragments) {
    this.#schema = schema;
    this.#fragments = fragments;
  }

  itemOf({ selectionSet }: FieldNode, fieldType: GraphQLOutputType): number {
    const type = getNamedType(fieldType);
    if (!selectionSet || !isCompositeType(type)) return 1;
    if (!isAbstractType(type)) return Math.max(1, this.#selection(selectionSet, type.name));
    const widths = this.#schema.getPossibleTypes(type).map(({ name }) => this.#selection(selectionSet, name));
    return Math.max(1, ...widths);
  }

  #selection(selectionSet: SelectionSetNode, typeName: string): number {
    const byType = this.#known.get(selectionSet) ?? new Map<string, number>();
    this.#known.set(selectionSet, byType);
    const known = byType.get(typeName);
    if (known !== undefined) return known;
    let width = 0;
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) width += this.#field(selection, typeName);
      else {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments[selection.name.value];
        const condition = fragment?.typeCondition?.name.value;
        if (fragment && this.#applies(condition, typeName)) {
          width += this.#selection(fragment.selectionSet, typeName);
        }
      }
    }
    byType.set(typeName, width);
    return width;
  }

  #field(node: FieldNode, parentName: string): number {
    const parent = this.#schema.getType(parentName);
    const type = isObjectType(parent) ? parent.getFields()[node.name.value]?.type : undefined;
    // A list below charges for itself, and __typename is no field of the type.
    if (!type || isList(type)) return 1;
    return node.selectionSet ? 1 + this.itemOf(node, type) : 1;
  }

  #applies(condition: string | undefined, typeName: string): boolean {
    if (condition === undefined || condition === typeName) return true;
    const abstract = this.#schema.getType(condition);
    const object = this.#schema.getType(typeName);
    return isAbstractType(abstract) && isObjectType(object) && this.#schema.isSubType(abstract, object);
  }
}

/** Whether a field answers a list, null or not. */
export function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
