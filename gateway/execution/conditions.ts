import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const known = new WeakMap<OperationDefinitionNode, readonly string[]>();

/** The variables that @skip and @include of an operation, or of its fragments, ask for. */
export function conditionVariables(
  operation: OperationDefinitionNode,
  fragments: Fragments,
): readonly string[] {
  let names = known.get(operation);
  if (!names) {
    names = [...namesIn([operation, ...fragments.values()])].sort();
    known.set(operation, names);
  }
  return names;
}

function namesIn(definitions: DocumentNode['definitions']): ReadonlySet<string> {
  const names = new Set<string>();
  for (const definition of definitions) {
    visit(definition, {
      Directive(directive) {
        const value = isCondition(directive) && ifOf(directive);
        if (typeof value === 'string') names.add(value);
      },
    });
  }
  return names;
}

/** Whether a selection is there, for these values of the variables. */
export function isIncluded({ directives = [] }: SelectionNode, variables: Variables): boolean {
  return directives.filter(isCondition).every((directive) => {
    const value = ifOf(directive);
    const holds = typeof value === 'string' ? variables[value] === true : value;
    return holds === (directive.name.value === 'include');
  });
}

/**
 * What the planner has to plan: an operation without conditions. It is planned anew for each combination of
 * their values that comes, because the planner may fetch what an entity needs under the condition of one
 * field while others need it as well; and plans, documents and shapes are simpler.
 *
 * @returns undefined when nothing of the operation is left
 */
export function withoutConditions(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Variables,
): DocumentNode | undefined {
  if (!operation.selectionSet.selections.some((selection) => isIncluded(selection, variables)))
    return undefined;
  const reduced = [...fragments.values()].map((fragment) => ({
    ...fragment,
    selectionSet: reduce(fragment.selectionSet, variables),
  }));
  return {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, selectionSet: reduce(operation.selectionSet, variables) }, ...reduced],
  };
}

function reduce({ selections }: SelectionSetNode, variables: Variables): SelectionSetNode {
  const included = selections.filter((selection) => isIncluded(selection, variables));
  return {
    kind: Kind.SELECTION_SET,
    // An object of which nothing is selected is still an object: it is asked for by its name.
    selections: included.length > 0 ? included.map((each) => reduceSelection(each, variables)) : [typename],
  };
}

function reduceSelection(selection: SelectionNode, variables: Variables): SelectionNode {
  const directives = selection.directives?.filter((directive) => !isCondition(directive));
  if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) return { ...selection, directives };
  return { ...selection, directives, selectionSet: reduce(selection.selectionSet, variables) };
}

const typename: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include';
}

/** The value of `if`, or the name of the variable that has it. */
function ifOf({ arguments: given = [] }: DirectiveNode): string | boolean {
  const value = given.find(({ name }) => name.value === 'if')?.value;
  if (value?.kind === Kind.VARIABLE) return value.name.value;
  return value?.kind === Kind.BOOLEAN && value.value;
}
