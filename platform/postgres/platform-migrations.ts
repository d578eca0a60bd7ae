import { readMigrations } from './read-migrations.ts';

/**
 * The tables that every subgraph's database has; they come before the subgraph's own. Each says in its comment how
 * its rows end: `kept`, `emptied by` whom, or `pruned by` which job (ops/launch/retention.int.test.ts).
 */
export const platformMigrations = readMigrations(new URL('./migrations/', import.meta.url));
