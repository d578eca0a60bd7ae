import {
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** What the full supergraph says of subscriptions, by directives that no client sees. */
export interface LiveDirectives {
  /** The argument of a subscription that takes a cursor, by `@resumable(argument:)`; undefined without one. */
  resumeArgument(field: string): string | undefined;
  /**
   * Whether every selected field is `@sameForAll`, so that one answer serves every caller. A field counts
   * when it is marked, or when its type is marked and lies in one subgraph: another subgraph could add fields
   * to the type without knowing of the mark.
   */
  isSameForAll(selections: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): boolean;
}

export function readLiveDirectives(supergraph: GraphQLSchema): LiveDirectives {
  const subscription = supergraph.getSubscriptionType();

  const isMarked = (type: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): boolean =>
    hasDirective(field, 'sameForAll') || (hasDirective(type, 'sameForAll') && isOfOneSubgraph(type));

  const fieldsNamed = (type: GraphQLCompositeType, name: string) => {
    const types = isAbstractType(type) ? supergraph.getPossibleTypes(type) : [type];
    return types.flatMap((each) => {
      const field = isObjectType(each) ? each.getFields()[name] : undefined;
      return field ? [{ type: each, field }] : [];
    });
  };

  return {
    resumeArgument(name) {
      const field = subscription?.getFields()[name];
      const directive = field?.astNode?.directives?.find(({ name: { value } }) => value === 'resumable');
      const value = directive?.arguments?.find(({ name: { value } }) => value === 'argument')?.value;
      if (value?.kind !== Kind.STRING) return undefined;
      return field?.args.some(({ name }) => name === value.value) ? value.value : undefined;
    },

    isSameForAll(selections, fragments) {
      // Each pair is looked at once, however often fragments are spread: no document makes this costly.
      const seen = new Map<SelectionSetNode, Set<GraphQLCompositeType>>();
      const isSame = (set: SelectionSetNode, type: GraphQLCompositeType): boolean => {
        const types = seen.get(set) ?? new Set();
        if (types.has(type)) return true;
        seen.set(set, types.add(type));
        return set.selections.every((selection) => {
          if (selection.kind !== Kind.FIELD) {
            const spread =
              selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
            const condition = spread?.typeCondition?.name.value;
            const narrowed = condition === undefined ? type : supergraph.getType(condition);
            return spread !== undefined && isCompositeType(narrowed) && isSame(spread.selectionSet, narrowed);
          }
          if (selection.name.value === '__typename') return true;
          const fields = fieldsNamed(type, selection.name.value);
          if (fields.length === 0 || !fields.every((each) => isMarked(each.type, each.field))) return false;
          return fields.every(({ field }) => {
            const inner = getNamedType(field.type);
            return (
              !selection.selectionSet || (isCompositeType(inner) && isSame(selection.selectionSet, inner))
            );
          });
        });
      };
      return subscription ? isSame(selections, subscription) : false;
    },
  };
}

interface Annotated {
  readonly astNode?: {
    readonly directives?: readonly { readonly name: { readonly value: string } }[];
  } | null;
}

function hasDirective({ astNode }: Annotated, name: string): boolean {
  return astNode?.directives?.some((directive) => directive.name.value === name) ?? false;
}

/** Whether one subgraph alone defines the type; composition writes `@join__type` once for each that does. */
function isOfOneSubgraph(type: GraphQLCompositeType): boolean {
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  const joins = type.astNode?.directives?.filter(({ name: { value } }) => value === 'join__type') ?? [];
  return joins.length === 1;
}
