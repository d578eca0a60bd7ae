import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  ValuesOfCorrectTypeRule,
  validate,
} from 'graphql';
import { BoundedMap } from '../memory/bounded-map.ts';
import { badUserInput } from './errors.ts';

/** A document that may be executed, or the reasons why not. */
export type CheckedDocument =
  | { readonly kind: 'good'; readonly document: DocumentNode }
  | { readonly kind: 'faulty'; readonly errors: readonly GraphQLError[] };

/** Parses and validates every document once. At most `limit` texts are remembered. */
export interface Documents {
  check(document: string | DocumentNode): CheckedDocument;
}

const MAX_TOKENS = 20_000;
const MAX_ERRORS = { maxErrors: 20 };
const shapeRules = specifiedRules.filter((rule) => rule !== ValuesOfCorrectTypeRule);

export function createDocuments(schema: GraphQLSchema, limit = 1_000): Documents {
  const byText = new BoundedMap<string, CheckedDocument>(limit);
  const byNode = new WeakMap<DocumentNode, CheckedDocument>();
  return {
    check(document) {
      if (typeof document !== 'string') {
        const known = byNode.get(document) ?? validated(schema, document);
        byNode.set(document, known);
        return known;
      }
      const known = byText.get(document) ?? parsed(schema, document);
      byText.set(document, known);
      return known;
    },
  };
}

/** The operation to run. @throws BAD_USER_INPUT when the document holds none of that name, or several. */
export function operationOf(
  document: DocumentNode,
  operationName: string | null | undefined,
): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (operation) return operation;
  throw badUserInput('expected the document to hold the one operation that is to be run');
}

function parsed(schema: GraphQLSchema, text: string): CheckedDocument {
  try {
    return validated(schema, parse(text, { maxTokens: MAX_TOKENS, noLocation: true }));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { kind: 'faulty', errors: [coded(error, 'GRAPHQL_PARSE_FAILED')] };
  }
}

function validated(schema: GraphQLSchema, document: DocumentNode): CheckedDocument {
  const shape = validate(schema, document, shapeRules, MAX_ERRORS);
  if (shape.length > 0) return faulty(shape, 'GRAPHQL_VALIDATION_FAILED');
  // The gateway cannot judge the literals of our own scalars, so a wrong one is found here, and it is the
  // client's input that is wrong, not the document.
  const values = validate(schema, document, [ValuesOfCorrectTypeRule], MAX_ERRORS);
  return values.length > 0 ? faulty(values, 'BAD_USER_INPUT') : { kind: 'good', document };
}

function faulty(errors: readonly GraphQLError[], code: string): CheckedDocument {
  return { kind: 'faulty', errors: errors.map((error) => coded(error, code)) };
}

function coded(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, { extensions: { code } });
}
