import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../launch/start-error.ts';

const process = z.object({
  /** "tickets-2", "kafka-1", "postgres" */
  name: z.string(),
  kind: z.enum(['service', 'broker', 'database']),
  pid: z.number().nullable(),
  port: z.number(),
  metricsPort: z.number().optional(),
  /** How often it has died without having been told to. */
  deaths: z.number(),
});
const shape = z.object({
  /** http://localhost:4000 and so on, one a gateway. */
  gateways: z.array(z.string()),
  brokers: z.array(z.string()),
  processes: z.array(process),
});

/** What runs, for whoever looks from another process: `npm run cluster -- status`, tests, benches. */
export type ClusterState = z.output<typeof shape>;
export type ProcessState = z.output<typeof process>;

const fileIn = (folder: string) => join(folder, 'cluster.json');

export function writeClusterState(folder: string, state: ClusterState): void {
  const unfinished = `${fileIn(folder)}.new`;
  writeFileSync(unfinished, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, fileIn(folder));
}

/** Whether a cluster keeps its data in this folder. */
export function isCluster(folder: string): boolean {
  return existsSync(fileIn(folder));
}

/** @throws StartError when no cluster has run on this folder */
export function readClusterState(folder: string): ClusterState {
  try {
    return shape.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch (cause) {
    throw new StartError(
      `expected a cluster that runs on ${folder}, found none; start one by npm run cluster`,
      {
        cause,
      },
    );
  }
}
