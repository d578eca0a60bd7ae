import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
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
  | { readonly kind: 'good'; readonly document: DocumentNode; operation(name: Name): Operation }
  | { readonly kind: 'faulty'; readonly errors: readonly GraphQLError[] };

type Name = string | null | undefined;

/** One operation of a document; the same object each time it is asked for. */
export interface Operation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  /** What is asked, from the schema's own closed vocabulary: "query event". */
  readonly label: string;
}

/**
 * Parses and validates every document once: an object for as long as it lives, a text for as long as the
 * bounds allow.
 */
export interface Documents {
  check(document: string | DocumentNode): CheckedDocument;
}

const MAX_TOKENS = 20_000;
const MAX_ERRORS = { maxErrors: 20 };
/** Texts are the gateway's plans and the contracts between subgraphs: some hundred of some KB. */
const MOST_TEXTS = 1_000;
const MOST_BYTES = 32 * 1024 * 1024;
/** A parsed document weighs some ten times its text, and JavaScript keeps up to two bytes a character. */
const BYTES_A_CHARACTER = 22;
const shapeRules = specifiedRules.filter((rule) => rule !== ValuesOfCorrectTypeRule);

export function createDocuments(schema: GraphQLSchema): Documents {
  const byText = new BoundedMap<string, CheckedDocument>(MOST_TEXTS, {
    max: MOST_BYTES,
    of: (_, text) => text.length * BYTES_A_CHARACTER,
  });
  const byNode = new WeakMap<DocumentNode, CheckedDocument>();
  return {
    check(document) {
      if (typeof document !== 'string') {
        const known = byNode.get(document);
        if (known) return known;
        const checked = validated(schema, document);
        byNode.set(document, checked);
        return checked;
      }
      const known = byText.get(document);
      if (known) return known;
      const checked = parsed(schema, document);
      byText.set(document, checked);
      return checked;
    },
  };
}

function goodDocument(document: DocumentNode): CheckedDocument {
  const operations = new Map<OperationDefinitionNode, Operation>();
  return {
    kind: 'good',
    document,
    operation(name) {
      const definition = getOperationAST(document, name);
      if (!definition) {
        throw badUserInput('expected the document to hold the one operation that is to be run');
      }
      const known = operations.get(definition);
      if (known) return known;
      const operation = { document, definition, label: labelOf(definition) };
      operations.set(definition, operation);
      return operation;
    },
  };
}

function labelOf({ operation, selectionSet }: OperationDefinitionNode): string {
  const field = selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
  return `${operation} ${field?.name.value ?? '(fragment)'}`;
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
  return values.length > 0 ? faulty(values, 'BAD_USER_INPUT') : goodDocument(document);
}

function faulty(errors: readonly GraphQLError[], code: string): CheckedDocument {
  return { kind: 'faulty', errors: errors.map((error) => coded(error, code)) };
}

function coded(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, { extensions: { code } });
}
