import { describe, expect, it } from '@jest/globals';
import { schemaDifferences } from '@parterre/platform/testing/compare-schema.ts';
import { createTestDatabase } from '@parterre/platform/testing/test-database.ts';
import { services } from '../../ops/launch/services.ts';

describe('the entities of a subgraph', () => {
  it.each(services.map((service) => [service.name, service] as const))(
    'of %s are its migrated database, table for table',
    async (_name, service) => {
      const test = await createTestDatabase(service);
      try {
        expect(await schemaDifferences(test.url, service.entities)).toBe('');
      } finally {
        await test.drop();
      }
    },
  );
});
