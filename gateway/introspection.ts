import {
  type DocumentNode,
  type ExecutionResult,
  executeSync,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { AdmittedOperation } from './admission/admission.ts';
import { rootFieldsOf } from './admission/document-shape.ts';

/** An operation in its two halves: what it asks about the schema, and what it asks of subgraphs. */
export interface DividedOperation {
  /** Absent when nothing is asked about the schema. */
  readonly aboutSchema?: AdmittedOperation;
  /** Absent when nothing is asked of subgraphs. */
  readonly rest?: AdmittedOperation;
}

/**
 * Divides operations at the root. The planner of federation knows an older introspection schema than
 * graphql-js does (`isOneOf` fails there), so what concerns the schema never comes to it.
 */
export function createDivider(): (operation: AdmittedOperation) => DividedOperation {
  // By the parsed operation, so that a document is divided once and forgotten with it.
  const known = new WeakMap<AdmittedOperation['operation'], DividedDocuments>();
  return (admitted) => {
    if (admitted.operation.operation !== OperationTypeNode.QUERY) return { rest: admitted };
    const documents = known.get(admitted.operation) ?? divide(admitted);
    known.set(admitted.operation, documents);
    const { aboutSchema, rest } = documents;
    if (!aboutSchema) return { rest: admitted };
    return {
      aboutSchema: { ...admitted, ...aboutSchema },
      ...(rest ? { rest: { ...admitted, ...rest } } : {}),
    };
  };
}

/** Answers what an operation asks about the schema. */
export function introspect(apiSchema: GraphQLSchema, operation: AdmittedOperation): ExecutionResult {
  return executeSync({
    schema: apiSchema,
    document: operation.document,
    operationName: operation.operationName,
    variableValues: operation.variables,
  });
}

/** Two answers to the halves of one operation as one, in the order in which the fields were asked for. */
export function joined(
  operation: AdmittedOperation,
  aboutSchema: ExecutionResult,
  rest: ExecutionResult,
): ExecutionResult {
  const errors = [...(aboutSchema.errors ?? []), ...(rest.errors ?? [])];
  const data = aboutSchema.data && rest.data ? { ...aboutSchema.data, ...rest.data } : null;
  return { ...(errors.length > 0 ? { errors } : {}), data: data && inOrder(operation, data) };
}

function inOrder(operation: AdmittedOperation, data: Readonly<Record<string, unknown>>) {
  const names = rootNames(operation.operation.selectionSet, operation);
  return Object.fromEntries([...names].filter((name) => name in data).map((name) => [name, data[name]]));
}

function rootNames(set: SelectionSetNode, operation: AdmittedOperation, names = new Set<string>()) {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) names.add((selection.alias ?? selection.name).value);
    else {
      const below = fragmentOf(selection, operation);
      if (below) rootNames(below, operation, names);
    }
  }
  return names;
}

type Half = Pick<AdmittedOperation, 'key' | 'query' | 'document' | 'operation'>;
interface DividedDocuments {
  readonly aboutSchema?: Half;
  readonly rest?: Half;
}

const isAboutSchema = ({ name }: FieldNode) => name.value === '__schema' || name.value === '__type';

function divide(admitted: AdmittedOperation): DividedDocuments {
  const { fields } = rootFieldsOf(admitted.operation.selectionSet, admitted.fragments);
  if (!fields.some(isAboutSchema)) return {};
  const aboutSchema = halfOf(admitted, 'schema', isAboutSchema);
  if (fields.every(isAboutSchema)) return { aboutSchema };
  return { aboutSchema, rest: halfOf(admitted, 'rest', (field) => !isAboutSchema(field)) };
}

function halfOf(admitted: AdmittedOperation, name: string, belongs: (field: FieldNode) => boolean): Half {
  const operation = {
    ...admitted.operation,
    selectionSet: filtered(admitted.operation.selectionSet, admitted, belongs),
  };
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [operation, ...admitted.fragments.values()],
  };
  return { key: `${admitted.key}/${name}`, query: print(document), document, operation };
}

/** The root selections that belong; fragments at the root are written out, because they may hold both kinds. */
function filtered(
  set: SelectionSetNode,
  admitted: AdmittedOperation,
  belongs: (field: FieldNode) => boolean,
): SelectionSetNode {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return belongs(selection) ? [selection] : [];
    const below = fragmentOf(selection, admitted);
    const kept = below && filtered(below, admitted, belongs);
    if (!kept || kept.selections.length === 0) return [];
    return [{ kind: Kind.INLINE_FRAGMENT, directives: selection.directives ?? [], selectionSet: kept }];
  });
  return { ...set, selections };
}

/** What a fragment at the root selects; its type is the root's or an interface of it. */
function fragmentOf(
  selection: Exclude<SelectionNode, FieldNode>,
  { fragments }: AdmittedOperation,
): SelectionSetNode | undefined {
  return selection.kind === Kind.INLINE_FRAGMENT
    ? selection.selectionSet
    : fragments.get(selection.name.value)?.selectionSet;
}
