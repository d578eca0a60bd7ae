import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import { GraphQLError, type ValidationRule } from 'graphql';

const expectation = 'expected texts without NUL characters and without unpaired surrogates';

/**
 * Refuses a document with a text that no room can keep: PostgreSQL has no NUL in a text, and half of a
 * surrogate pair has no UTF-8.
 */
export const noUnstorableText: ValidationRule = (context) => ({
  StringValue(literal) {
    if (isStorable(literal.value)) return;
    context.reportError(new GraphQLError(`${expectation}, got one in the document`, { nodes: literal }));
  },
});

/**
 * The same for the variables; answers what is wrong, or undefined. Walks without recursion, because how deep
 * they nest is up to whoever sends them.
 */
export function refuseUnstorableText(variables: Readonly<Record<string, unknown>>): GraphQLError | undefined {
  for (const [name, variable] of Object.entries(variables)) {
    const left: unknown[] = [variable];
    while (left.length > 0) {
      const value = left.pop();
      if (typeof value === 'string' && !isStorable(value)) {
        return badUserInput(`${expectation}, got one in the variable "$${name}"`);
      }
      if (typeof value === 'object' && value !== null) {
        for (const part of Object.values(value)) left.push(part);
      }
    }
  }
  return undefined;
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
