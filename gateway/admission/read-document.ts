import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Lexer,
  NoSchemaIntrospectionCustomRule,
  parse,
  Source,
  specifiedRules,
  TokenKind,
  type ValidationRule,
  validate,
} from 'graphql';
import type { AdmissionLimits } from '../limits.ts';
import { boundedLiterals, noShadowedKeys, oncePerOperation } from './document-rules.ts';
import { type Fragments, fragmentsOf, refuseShape } from './document-shape.ts';
import { detached, refusal } from './refusal.ts';
import type { Safelist } from './safelist.ts';

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
  /** The only documents that clients may send; any unless given. */
  readonly safelist?: Safelist | undefined;
}

/** Parses and judges a text. Cheap judgements come first: each bounds what the next has to look at. */
export function createDocumentReader(options: DocumentOptions): (text: string) => ReadDocument {
  const { apiSchema, fullSchema, limits, introspection, suggestsNames, safelist } = options;
  const rules: readonly ValidationRule[] = [
    ...specifiedRules,
    noShadowedKeys(fullSchema),
    oncePerOperation(fullSchema),
    boundedLiterals(limits.valueDepth),
    ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
  ];
  const validation = { maxErrors: limits.documentErrors, hideSuggestions: !suggestsNames };

  const read = (text: string): ReadDocument => {
    const source = new Source(text);
    const tooDeep = refuseNesting(source, limits);
    if (tooDeep) return { kind: 'bad', errors: [tooDeep] };
    const document = parse(source, { maxTokens: limits.tokens });
    const fragments = fragmentsOf(document);
    if (fragments instanceof GraphQLError) return { kind: 'bad', errors: [fragments] };
    const fault = refuseShape(document, fragments, limits);
    if (fault) return { kind: 'bad', errors: [fault] };
    if (safelist && !safelist.has(document)) return { kind: 'bad', errors: [refuseUnsaved()] };
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

function refuseUnsaved(): GraphQLError {
  return refusal(
    'GRAPHQL_VALIDATION_FAILED',
    'expected one of the operations that this server has saved, got another one; save it on the server first',
  );
}

function refuseUnreadable(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return detached(error, 'GRAPHQL_PARSE_FAILED');
  throw error;
}

const opening: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * The parser calls itself for every level of nesting. How many fit on the stack depends on how much of it has been
 * compiled by then, so what is refused must not hang on that.
 *
 * @throws GraphQLError where the text has no token
 */
function refuseNesting(source: Source, { nesting, tokens }: AdmissionLimits): GraphQLError | null {
  const lexer = new Lexer(source);
  let depth = 0;
  // One that has more tokens than it may have is refused by the parser.
  for (let read = 0; read < tokens; read += 1) {
    const { kind } = lexer.advance();
    if (kind === TokenKind.EOF) return null;
    if (opening.has(kind)) depth += 1;
    if (closing.has(kind)) depth -= 1;
    if (depth > nesting) {
      return refusal('GRAPHQL_PARSE_FAILED', `expected a document that nests at most ${nesting} deep`);
    }
  }
  return null;
}
