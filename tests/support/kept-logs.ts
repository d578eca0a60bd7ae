import { copyFile, glob, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What clusters of the last runs have logged lies here: a failed run cannot be understood without it, nor had again. */
export const KEPT_LOGS = fileURLToPath(new URL('../../.cache/cluster-logs', import.meta.url));
const MOST_KEPT = 6;
/** Below the data folder. Not every `*.log`: Kafka calls its data so. */
const LOGS = ['cluster/logs/*.log', 'cluster/kafka/*/broker.log', 'cluster/postgres.log'];

/**
 * Copies what the processes of a cluster have logged before its data goes, and removes the copies of older runs.
 *
 * @param dataDir of the cluster, whose name the copy bears
 * @param launcher what the launcher itself has written
 * @returns where the copy is
 */
export async function keepLogs(dataDir: string, launcher: string, keptLogs = KEPT_LOGS): Promise<string> {
  const kept = join(keptLogs, basename(dataDir));
  await mkdir(kept, { recursive: true });
  await writeFile(join(kept, 'launcher.log'), launcher);
  for await (const log of glob(LOGS, { cwd: dataDir })) {
    await copyFile(
      join(dataDir, log),
      join(kept, basename(log) === 'broker.log' ? `${basename(dirname(log))}.log` : basename(log)),
    );
  }
  await removeOld(keptLogs);
  return kept;
}

async function removeOld(keptLogs: string): Promise<void> {
  const runs = await Promise.all(
    (await readdir(keptLogs)).map(async (name) => {
      const path = join(keptLogs, name);
      return { path, at: (await stat(path)).mtimeMs };
    }),
  );
  const old = runs.sort((a, b) => b.at - a.at).slice(MOST_KEPT);
  for (const { path } of old) await rm(path, { recursive: true, force: true });
}
