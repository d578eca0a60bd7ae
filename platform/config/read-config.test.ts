import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ConfigError, readConfig } from './read-config.ts';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  CURRENCY: z.enum(['EUR', 'USD']).default('EUR'),
  USERS_DATABASE_URL: z.url(),
  ADMIN_PASSWORD: z.string().min(8).optional(),
});

describe('reading the configuration', () => {
  it('parses and fills in what has a default', () => {
    expect(readConfig(schema, { USERS_DATABASE_URL: 'postgres://a@b/c', PORT: '81' })).toEqual({
      PORT: 81,
      CURRENCY: 'EUR',
      USERS_DATABASE_URL: 'postgres://a@b/c',
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig(schema, { USERS_DATABASE_URL: 'postgres://a@b/c', PORT: '' }).PORT).toBe(4000);
  });

  it('names every faulty variable, what was expected and what came', () => {
    expect(faultsOf({ PORT: 'abc', CURRENCY: 'DM' })).toEqual([
      'PORT: expected number, got "abc"',
      'CURRENCY: expected one of "EUR"|"USD", got "DM"',
      'USERS_DATABASE_URL: expected string, got nothing',
    ]);
    expect(faultsOf({ PORT: '70000', USERS_DATABASE_URL: 'postgres://a@b/c' })).toEqual([
      'PORT: expected number to be <=65535, got "70000"',
    ]);
  });

  it('does not repeat a secret', () => {
    expect(faultsOf({ ADMIN_PASSWORD: 'hunter2', USERS_DATABASE_URL: 'hunter2' })).toEqual([
      'USERS_DATABASE_URL: expected a valid URL, got a value that is not repeated here',
      'ADMIN_PASSWORD: expected string to have >=8 characters, got a value that is not repeated here',
    ]);
  });
});

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(schema, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  throw new Error('expected a ConfigError, got a configuration');
}
