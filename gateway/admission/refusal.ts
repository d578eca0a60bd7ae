import { type ASTNode, GraphQLError, type Source } from 'graphql';

/** Codes of refusals. A client mends the first three in its code, the last by what it sends. */
export type RefusalCode =
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'BAD_USER_INPUT';

/** graphql-js prints a wrong value whole into its message: a text of 1 MB comes back as 1 MB. */
const LONGEST_MESSAGE = 500;

/** Where in the document something is wrong. */
export interface Place {
  readonly nodes?: ASTNode | readonly ASTNode[] | null | undefined;
}

export function refusal(
  code: RefusalCode,
  message: string,
  { nodes }: Place = {},
  details: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return detached(new GraphQLError(message, { nodes, extensions: { ...details } }), code);
}

/**
 * An error of graphql-js with a code, a message of bounded length, and its place as positions in the text:
 * kept with the text, it must not hold on to the parsed document.
 */
export function detached(error: GraphQLError, code: RefusalCode): GraphQLError {
  const source: Source | undefined = error.source;
  return new GraphQLError(shortened(error.message), {
    source,
    positions: error.positions ? [...error.positions] : undefined,
    // A scalar that refuses a literal says what kind of fault it is.
    extensions: { ...error.extensions, code: error.extensions.code ?? code },
  });
}

function shortened(message: string): string {
  return message.length <= LONGEST_MESSAGE ? message : `${message.slice(0, LONGEST_MESSAGE - 1)}…`;
}
