import type { EntitySchema } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import { platformEntities } from '../postgres/entities.ts';

/**
 * What MikroORM would change in a migrated database until it is as the entities declare it, as SQL; empty when
 * nothing differs. It does not see triggers, functions, storage options and the text of indexes over expressions.
 */
export async function schemaDifferences(url: string, entities: readonly EntitySchema[]): Promise<string> {
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [...entities, ...platformEntities],
    schemaGenerator: {
      skipTables: ['migrations'],
      ignoreTriggers: true,
      ignoreRoutines: true,
      defaultDeleteRule: 'no action',
      defaultUpdateRule: 'no action',
    },
    logger: () => {},
  });
  try {
    const sql = await orm.schema.getUpdateSchemaSQL({ wrap: false, safe: false });
    // How rows end stands in the comments of tables; ops/launch/retention.int.test.ts holds it.
    return sql
      .replaceAll(/^comment on table .*$/gm, '')
      .replaceAll(/\n{2,}/g, '\n')
      .trim();
  } finally {
    await orm.close(true);
  }
}
