// `npm run cluster`: the services of Parterre as many processes on this machine.
import { parseArgs } from 'node:util';
import { prepareProcess } from '../launch/prepare-process.ts';

const env = prepareProcess();
const { StartError } = await import('../launch/start-error.ts');
const { run } = await import('../launch/run.ts');
const { startCluster } = await import('./cluster.ts');
const { readReplicas } = await import('./plan.ts');
const { readClusterState } = await import('./state-file.ts');
const { showStatus } = await import('./status.ts');
const { clusterWelcome } = await import('./welcome.ts');

const usage = `usage: npm run cluster -- [--brokers 3] [--replicas tickets=3 …]
       npm run cluster -- status
  --brokers    brokers of Apache Kafka, 1 or 3; a folder keeps the number that it was begun with
  --replicas   processes of a service, unless given 2 of the gateway and 1 of each subgraph
PORT (4000) and PARTERRE_DATA_DIR (.data) are read as by npm start; the cluster keeps its data in a folder of its own below.`;

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        brokers: { type: 'string', default: '1' },
        replicas: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', default: false },
      },
    });
    const [command = 'start', ...others] = positionals;
    if (!['start', 'status'].includes(command) || others.length > 0) {
      throw new StartError(`expected nothing or "status", got "${positionals.join(' ')}"`);
    }
    if (values.brokers !== '1' && values.brokers !== '3') {
      throw new StartError(`--brokers: expected 1 or 3, got "${values.brokers}"`);
    }
    const brokers: 1 | 3 = values.brokers === '3' ? 3 : 1;
    return { command: values.help ? 'help' : command, brokers, replicas: readReplicas(values.replicas) };
  } catch (error) {
    console.error(`parterre: ${(error as Error).message}\n\n${usage}`);
    process.exit(1);
  }
}

const { command, brokers, replicas } = readArguments();
if (command === 'help') {
  console.log(usage);
} else if (command === 'status') {
  try {
    process.stdout.write(await showStatus(readClusterState(`${env.PARTERRE_DATA_DIR || '.data'}/cluster`)));
  } catch (error) {
    console.error(`parterre: ${(error as Error).message}`);
    process.exit(1);
  }
} else {
  await run({
    start: async (onLost) => {
      const cluster = await startCluster({
        env,
        brokers,
        replicas,
        onLost,
        say: (line) => console.error(line),
      });
      return { ...cluster, table: await showStatus(cluster.state()) };
    },
    greet: (cluster) => clusterWelcome(cluster, cluster.table),
    stopPatienceMs: 60_000,
  });
}
