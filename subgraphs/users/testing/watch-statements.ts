import { jest } from '@jest/globals';
import { Client } from 'pg';

/**
 * Writes down every statement that goes to PostgreSQL, MikroORM's and `begin` included, on connections that are opened
 * from now on; of MikroORM's without the values that stand in them. Equal work shows by equal lists.
 */
export function watchStatements(): { readonly statements: string[]; stop(): void } {
  const statements: string[] = [];
  const query = Client.prototype.query as (...args: unknown[]) => unknown;
  const spy = jest.spyOn(Client.prototype, 'query');
  spy.mockImplementation(function (this: Client, ...args: unknown[]) {
    statements.push(textOf(args[0]).replaceAll(/'(?:[^']|'')*'/g, '?'));
    return query.apply(this, args);
  } as Client['query']);
  return { statements, stop: () => spy.mockRestore() };
}

/** Declared statements come with their name. */
function textOf(query: unknown): string {
  const text = typeof query === 'string' ? query : (query as { readonly text?: unknown }).text;
  if (typeof text === 'string') return text;
  throw new TypeError(`expected the text of a statement, got ${JSON.stringify(query)}`);
}
