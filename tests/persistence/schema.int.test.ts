import { describe, expect, it } from '@jest/globals';
import { schemaDifferences } from '@parterre/platform/testing/compare-schema.ts';
import { createTestDatabase } from '@parterre/platform/testing/test-database.ts';
import { services } from '../../ops/launch/services.ts';

/** What MikroORM cannot declare and would therefore drop, exactly, by subgraph: foreign keys that share a column. */
const undeclared: Readonly<Record<string, readonly string[]>> = {
  payments: [
    'alter table "accounts" drop constraint "accounts_wallet_id_currency_fkey";',
    'alter table "entries" drop constraint "entries_account_currency_fkey";',
    'alter table "entries" drop constraint "entries_transfer_id_currency_fkey";',
    'alter table "transfers" drop constraint "transfers_wallet_id_currency_fkey";',
  ],
};

describe('the entities of a subgraph', () => {
  it.each(services.map((service) => [service.name, service] as const))(
    'of %s are its migrated database, table for table',
    async (name, service) => {
      const test = await createTestDatabase(service);
      try {
        const differences = (await schemaDifferences(test.url, service.entities)).split('\n').sort();
        expect(differences.join('\n')).toBe((undeclared[name] ?? []).join('\n'));
      } finally {
        await test.drop();
      }
    },
  );
});
