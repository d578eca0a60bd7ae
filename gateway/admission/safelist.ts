import { createHash } from 'node:crypto';
import { type DocumentNode, Kind, parse, print, visit } from 'graphql';

/** The documents that clients may send, where not every document may be sent. */
export interface Safelist {
  has(document: DocumentNode): boolean;
}

/**
 * Knows a document by what it asks, not by how it is laid out. Clients with a normalized cache add `__typename` to what
 * they select, which asks for nothing that the document does not.
 *
 * @throws GraphQLError when one of the texts is no document
 */
export function createSafelist(texts: Iterable<string>): Safelist {
  const known = new Set(Array.from(texts, (text) => fingerprint(parse(text, { noLocation: true }))));
  return { has: (document) => known.has(fingerprint(document)) };
}

function fingerprint(document: DocumentNode): string {
  const plain = visit(document, {
    [Kind.FIELD]: ({ name, alias }) => (name.value === '__typename' && !alias ? null : undefined),
  });
  return createHash('sha256').update(print(plain)).digest('base64url');
}
