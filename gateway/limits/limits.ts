import type { ValidationRule } from 'graphql';
import { maxAliases } from './max-aliases.ts';
import { maxDepth } from './max-depth.ts';
import { noShadowedKeys } from './no-shadowed-keys.ts';
import { noUnstorableText } from './no-unstorable-text.ts';

/** What an operation may cost before anything runs. Generous for an application, small for an attack. */
export const limits = {
  /** Bytes of an HTTP request: a seating plan of 10,000 seats is about 2 MB. */
  bodyBytes: 4 * 1024 * 1024,
  /** Bytes of one WebSocket message. */
  frameBytes: 256 * 1024,
  /** Tokens of a document; the lexer stops there. */
  tokens: 4_000,
  /** Fields inside one another, introspection aside. */
  depth: 15,
  /** Aliased fields, fragments counted as often as they are spread. */
  aliases: 50,
  /** Operations that run at the same time on one WebSocket. */
  operationsPerSocket: 100,
} as const;

/** Validation rules that come on top of those of the GraphQL specification. */
export const limitRules: readonly ValidationRule[] = [
  maxDepth(limits.depth),
  maxAliases(limits.aliases),
  noShadowedKeys,
  noUnstorableText,
];
