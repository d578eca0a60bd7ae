import type { Database } from '@parterre/platform/postgres/database.ts';
import type { ServiceTools } from '@parterre/platform/service/service.ts';

/** Counts the statements of a fixture's queries: those in SQL outside transactions, and MikroORM's. */
export function statementCount() {
  const asked = {
    count: 0,
    /** What MikroORM asked, the first first. */
    byEntities: [] as { readonly text: string; readonly parameters: readonly unknown[] }[],
    wrapTools<Config>(tools: ServiceTools<Config>): ServiceTools<Config> {
      return { ...tools, database: counting(tools.database) };
    },
  };

  function counting(database: Database): Database {
    const connection = database.em().getConnection();
    const execute = connection.execute.bind(connection);
    connection.execute = (...statement: Parameters<typeof execute>) => {
      asked.count += 1;
      asked.byEntities.push({ text: String(statement[0]), parameters: statement[1] as unknown[] });
      return execute(...statement);
    };
    return {
      ...database,
      sql: (text, params) => {
        asked.count += 1;
        return database.sql(text, params);
      },
      atOnce: (text, params) => {
        asked.count += 1;
        return database.atOnce(text, params);
      },
    };
  }

  return asked;
}
