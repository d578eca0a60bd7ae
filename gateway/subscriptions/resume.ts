import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parseType,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';
import type { LiveDirectives } from './live-directives.ts';
import type { Position } from './member.ts';

/** A subscription as the hub needs to know it. The same document and operation name give the same object. */
export interface LiveOperation {
  /** Whether one answer serves every caller. */
  readonly isSameForAll: boolean;
  /** How the client says from where on it reads; undefined when the field cannot resume. */
  readonly resume: ResumeArgument | undefined;
}

interface ResumeArgument {
  readonly name: string;
  /** The variable that the argument is, when it is used for nothing else: then it is no part of what is asked. */
  readonly variable: string | undefined;
  /** The document with the argument as a variable of its own; made when it is needed. */
  parameterized(): { readonly document: DocumentNode; readonly text: string };
}

/** Characters; a longer text from a client is no cursor of ours. */
export const LONGEST_CURSOR = 1_024;

/** Name of the variable that is added to a document which has none for its resume argument. */
const ADDED_VARIABLE = 'parterreSince';

export function readLiveOperation(
  { document, operation, fragments }: AdmittedOperation,
  schema: GraphQLSchema,
  directives: LiveDirectives,
): LiveOperation {
  const field = rootField(operation.selectionSet, fragments);
  const name = field && directives.resumeArgument(field.name.value);
  return {
    isSameForAll: directives.isSameForAll(operation.selectionSet, fragments),
    resume:
      !field || name === undefined ? undefined : resumeArgument(schema, document, operation, field, name),
  };
}

/** From where on the client wants to read, by the argument of the field. */
export function positionAsked(
  { operation, fragments, coerced }: AdmittedOperation,
  { resume }: LiveOperation,
): Position {
  if (!resume) return { kind: 'start' };
  const field = rootField(operation.selectionSet, fragments);
  const value = field?.arguments?.find((argument) => argument.name.value === resume.name)?.value;
  const cursor =
    value?.kind === Kind.VARIABLE
      ? coerced[value.name.value]
      : value?.kind === Kind.STRING
        ? value.value
        : undefined;
  return typeof cursor === 'string' ? { kind: 'after', cursor } : { kind: 'start' };
}

/** The variables that are part of what is asked: those that the operation defines, without the position. */
export function variablesAsked(
  { operation, variables }: AdmittedOperation,
  { resume }: LiveOperation,
): Readonly<Record<string, unknown>> {
  const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const asked = names.filter((name) => name !== resume?.variable && name in variables);
  return Object.fromEntries(asked.map((name) => [name, variables[name]]));
}

/** The operation with nothing more than it asks: a client may send other variables, and any text as a cursor. */
export function withoutWhatIsNotAsked(admitted: AdmittedOperation, live: LiveOperation): AdmittedOperation {
  const name = live.resume?.variable;
  const asked = { ...admitted, variables: variablesAsked(admitted, live) };
  const since = name === undefined ? undefined : admitted.variables[name];
  if (name === undefined || since === undefined) return asked;
  const isCursor = typeof since === 'string' && since.length <= LONGEST_CURSOR;
  return withVariable(asked, name, isCursor ? since : null);
}

/** The same operation, asked from another position. */
export function askedFrom(
  admitted: AdmittedOperation,
  { resume }: LiveOperation,
  from: Position,
): AdmittedOperation {
  if (!resume) return admitted;
  const since = from.kind === 'after' ? from.cursor : null;
  const { variable } = resume;
  if (variable !== undefined) return withVariable(admitted, variable, since);
  const { document, text } = resume.parameterized();
  const definitions = document.definitions;
  const operation = definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.name?.value === admitted.operation.name?.value,
  );
  if (!operation) throw new Error('expected the operation to stay in its document');
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const rewritten: AdmittedOperation = {
    ...admitted,
    key: `${admitted.key}\n$${ADDED_VARIABLE}`,
    query: text,
    document,
    operation,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
  };
  return withVariable(rewritten, ADDED_VARIABLE, since);
}

function withVariable(admitted: AdmittedOperation, name: string, value: string | null): AdmittedOperation {
  return {
    ...admitted,
    variables: { ...admitted.variables, [name]: value },
    coerced: { ...admitted.coerced, [name]: value },
  };
}

function resumeArgument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  field: FieldNode,
  name: string,
): ResumeArgument {
  const given = field.arguments?.find((argument) => argument.name.value === name)?.value;
  const variable = given?.kind === Kind.VARIABLE ? given.name.value : undefined;
  let parameterized: { readonly document: DocumentNode; readonly text: string } | undefined;
  return {
    name,
    variable: variable !== undefined && usesOf(document, variable) === 1 ? variable : undefined,
    parameterized() {
      if (!parameterized) {
        const rewritten = parameterize(schema, document, operation, field, name);
        parameterized = { document: rewritten, text: print(rewritten) };
      }
      return parameterized;
    },
  };
}

/** The one field of the subscription, through whatever fragments. */
function rootField(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FieldNode | undefined {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) return selection;
    const inner = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    const field = inner && rootField(inner.selectionSet, fragments);
    if (field) return field;
  }
  return undefined;
}

/** How often a document names a variable, not counting where it is defined. */
function usesOf(document: DocumentNode, name: string): number {
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable(node) {
      if (node.name.value === name) uses += 1;
    },
  });
  return uses;
}

function parameterize(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  field: FieldNode,
  name: string,
): DocumentNode {
  const variable = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: ADDED_VARIABLE } } as const;
  const argument: ArgumentNode = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: name },
    value: variable,
  };
  const fields = schema.getSubscriptionType()?.getFields() ?? {};
  const argumentType = fields[field.name.value]?.args.find((each) => each.name === name)?.type;
  const type = parseType(String(argumentType ?? 'String'));
  return visit(document, {
    OperationDefinition: (node) =>
      node === operation
        ? {
            ...node,
            variableDefinitions: [
              ...(node.variableDefinitions ?? []),
              { kind: Kind.VARIABLE_DEFINITION, variable, type } as const,
            ],
          }
        : undefined,
    Field: (node) =>
      node === field
        ? {
            ...node,
            arguments: [...(node.arguments ?? []).filter((each) => each.name.value !== name), argument],
          }
        : undefined,
  });
}
