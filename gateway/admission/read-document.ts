import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import type { AdmissionLimits } from '../limits.ts';
import { boundedLiterals, noShadowedKeys, oncePerOperation } from './document-rules.ts';
import { type Fragments, fragmentsOf, refuseShape } from './document-shape.ts';
import { detached, refusal } from './refusal.ts';

/** A text that was read: what it says, or why it says nothing. */
export type ReadDocument =
  | { readonly kind: 'good'; readonly document: DocumentNode; readonly fragments: Fragments }
  | { readonly kind: 'bad'; readonly errors: readonly GraphQLError[] };

export interface DocumentOptions {
  readonly apiSchema: GraphQLSchema;
  readonly fullSchema: GraphQLSchema;
  readonly limits: AdmissionLimits;
  /** Whether the schema may be asked for. */
  readonly introspection: boolean;
  /** Whether a misspelt name is answered with the ones that exist. */
  readonly suggestsNames: boolean;
}

/** Parses and judges a text. Cheap judgements come first: each bounds what the next has to look at. */
export function createDocumentReader(options: DocumentOptions): (text: string) => ReadDocument {
  const { apiSchema, fullSchema, limits, introspection, suggestsNames } = options;
  const rules: readonly ValidationRule[] = [
    ...specifiedRules,
    noShadowedKeys(fullSchema),
    oncePerOperation(fullSchema),
    boundedLiterals(limits.valueDepth),
    ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
  ];
  const validation = { maxErrors: limits.documentErrors, hideSuggestions: !suggestsNames };

  const read = (text: string): ReadDocument => {
    const document = parse(text, { maxTokens: limits.tokens });
    const fragments = fragmentsOf(document);
    if (fragments instanceof GraphQLError) return { kind: 'bad', errors: [fragments] };
    const fault = refuseShape(document, fragments, limits);
    if (fault) return { kind: 'bad', errors: [fault] };
    const faults = validate(apiSchema, document, rules, validation);
    return faults.length === 0
      ? { kind: 'good', document, fragments }
      : { kind: 'bad', errors: faults.map((error) => detached(error, 'GRAPHQL_VALIDATION_FAILED')) };
  };

  return (text) => {
    try {
      return read(text);
    } catch (error) {
      return { kind: 'bad', errors: [refuseUnreadable(error)] };
    }
  };
}

function refuseUnreadable(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return detached(error, 'GRAPHQL_PARSE_FAILED');
  // The parser calls itself for every level of nesting, and ends so when the stack does.
  if (error instanceof RangeError) {
    return refusal('GRAPHQL_PARSE_FAILED', 'expected a document that nests less deeply');
  }
  throw error;
}
