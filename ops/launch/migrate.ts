// `node ops/launch/migrate.ts [subgraph…]`: brings the databases that *_DATABASE_URL name up to date and ends; those of
// the named subgraphs alone, where some are named. Exit codes: 0 all are up to date, 1 a person has to mend something,
// 70 a database does not answer at this moment. Services do the same when they start, one replica at a time: before
// them it runs so that a rolling update does not begin until the new tables are there.
import { prepareProcess } from './prepare-process.ts';

const env = prepareProcess();
const { explain } = await import('./explain.ts');
const { mayPass } = await import('./distributed/start-service.ts');
const { migrateDatabases } = await import('./migrate-databases.ts');

const MAY_COME_BACK = 70;
try {
  await migrateDatabases(env, process.argv.slice(2), (line) => console.log(line));
} catch (error) {
  const lines = explain(error);
  if (lines) for (const line of lines) console.error(`parterre: ${line}`);
  else console.error('parterre: the databases are not up to date.', error);
  process.exitCode = mayPass(error) ? MAY_COME_BACK : 1;
}
