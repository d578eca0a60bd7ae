import { describe, expect, it } from '@jest/globals';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { createTestDatabase } from '@parterre/platform/testing/test-database.ts';
import { services } from '../../ops/launch/services.ts';

/** What MikroORM's comparison does not see (schema.int.test.ts), as PostgreSQL itself writes it. */
const parts = {
  'storage of tables': `
    select relname || case relpersistence when 'u' then ' unlogged' else '' end
           || coalesce(' with (' || array_to_string(reloptions, ', ') || ')', '')
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and (reloptions is not null or relpersistence <> 'p')`,
  'indexes over expressions': `
    select pg_get_indexdef(indexrelid) from pg_index join pg_class on pg_class.oid = indexrelid
    where indexprs is not null and relnamespace = 'public'::regnamespace`,
  triggers: `
    select pg_get_triggerdef(pg_trigger.oid) from pg_trigger where not tgisinternal`,
  functions: `
    select pg_get_functiondef(pg_proc.oid) from pg_proc
    where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')`,
  collations: `
    select collname || ' ' || collprovider::text || ' ' || colllocale
    from pg_collation where collnamespace = 'public'::regnamespace`,
  'generated columns': `
    select attrelid::regclass || '.' || attname || ' ' || pg_get_expr(adbin, adrelid)
    from pg_attribute join pg_attrdef on adrelid = attrelid and adnum = attnum where attgenerated <> ''`,
};

async function describeDatabase(database: Database): Promise<string> {
  const described = Object.entries(parts).map(async ([title, select]) => {
    const rows = await database.sql<{ line: string }>(
      `select line from (${select}) as part (line) order by line collate "C"`,
    );
    return `## ${title}\n${rows.map(({ line }) => `${line.trim()}\n`).join('')}`;
  });
  return (await Promise.all(described)).join('\n');
}

// What is meant is taken over by `jest -u`, and seen in the diff.
describe('what entities cannot say of a database', () => {
  it.each(services.map((service) => [service.name, service] as const))(
    'is in %s as it was last reviewed',
    async (_name, service) => {
      const test = await createTestDatabase(service);
      try {
        expect(await describeDatabase(test.database)).toMatchSnapshot();
      } finally {
        await test.drop();
      }
    },
  );
});
