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
    if (typeof args[0] === 'string') statements.push(args[0].replaceAll(/'(?:[^']|'')*'/g, '?'));
    return query.apply(this, args);
  } as Client['query']);
  return { statements, stop: () => spy.mockRestore() };
}
