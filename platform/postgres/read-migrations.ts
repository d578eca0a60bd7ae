import { readdirSync, readFileSync } from 'node:fs';
import type { SqlMigration } from './database.ts';

/** psql's own way to say that another file, named from here, stands in this place. */
const INCLUDE = /^\\ir (\S+)$/gm;

/**
 * The migrations in a folder, one a `.sql` file, in the order of their names: `0001-wallets.sql`. A line `\ir
 * <path>` is replaced by that file, as psql does. A file that was released is never edited.
 *
 * @throws Error when there is none, or a file is none
 */
export function readMigrations(folder: URL): readonly SqlMigration[] {
  const files = readdirSync(folder).sort();
  const other = files.find((file) => !/^[a-z0-9-]+\.sql$/.test(file));
  if (other !== undefined)
    throw new Error(`expected only files like 0001-wallets.sql, got "${other}" in ${folder}`);
  if (files.length === 0) throw new Error(`expected migrations in ${folder}, got none`);
  return files.map((file) => ({ name: file.slice(0, -'.sql'.length), up: readSql(new URL(file, folder)) }));
}

function readSql(file: URL): string {
  return readFileSync(file, 'utf8').replaceAll(INCLUDE, (_line, path: string) =>
    readSql(new URL(path, file)),
  );
}
