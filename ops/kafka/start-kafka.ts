import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../launch/free-port.ts';
import { type Broker, type BrokerPlan, startBroker } from './broker.ts';
import { archivedClasses } from './class-archive.ts';
import { fleetingJvm, fleetingSettings } from './fleeting.ts';
import { kafkaJars } from './kafka-jars.ts';

export interface KafkaOptions {
  /** One, or three for a cluster that survives the loss of one. */
  readonly brokers: 1 | 3;
  /** Holds data, ports and logs; made on first use. One that is there goes on with the number of brokers it has. */
  readonly folder: string;
  /** For a test: cheap to start and to leave idle (fleeting.ts). False unless said. */
  readonly isFleeting?: boolean;
}

export interface KafkaCluster {
  /** Addresses of the brokers, "127.0.0.1:port", as KAFKA_BROKERS has them. */
  readonly brokers: readonly string[];
  readonly nodes: readonly KafkaNode[];
  /** Stops every node. */
  stop(): Promise<void>;
}

export interface KafkaNode {
  readonly address: string;
  /** Of the process that runs now; null when none does. */
  pid(): number | null;
  /** How often it has ended without having been told to stop. */
  deaths(): number;
  /** As `kill -9`. */
  kill(): Promise<void>;
  /** Starts it again on its data and ports; resolves when it is ready. */
  start(): Promise<void>;
}

/** Ten seconds where nothing else runs; one that is killed leaves none. */
const WRITE_CLASSES_PATIENCE_MS = 900_000;

/** What a cluster is, kept in its folder: the quorum knows its members by these. */
interface ClusterFile {
  readonly clusterId: string;
  readonly nodes: readonly {
    readonly port: number;
    readonly controllerPort: number;
    readonly directoryId: string;
  }[];
}

/**
 * Runs Apache Kafka in KRaft mode on this machine, for tests, benches and `npm run cluster`. It listens on 127.0.0.1
 * alone. Resolves when every broker is ready: some seconds for one, some twenty for three.
 *
 * @throws NoKafka where it cannot be had, Error with the broker's words when it does not start
 */
export async function startKafka({ brokers, folder, isFleeting }: KafkaOptions): Promise<KafkaCluster> {
  const jars = await kafkaJars();
  const archived = await archivedClasses(jars, (file) => writeClasses(jars, file));
  mkdirSync(folder, { recursive: true });
  const cluster = await openCluster(folder, brokers);
  const common = isFleeting
    ? { jars, jvm: [...archived, ...fleetingJvm], settings: fleetingSettings }
    : { jars, jvm: archived, settings: {} };
  const nodes = cluster.nodes.map((_, index) => createNode(planOf(cluster, index, folder, common)));
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.stop()));
  };
  // Together: a quorum of three has no leader until two of them are there.
  const started = await Promise.allSettled(nodes.map((node) => node.start()));
  const failed = started.find((each) => each.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return { brokers: nodes.map(({ address }) => address), nodes, stop };
}

/** Runs a broker on a folder that is thrown away, and stops it when it is ready. */
async function writeClasses(jars: string, file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parterre-kafka-'));
  try {
    const common = { jars, jvm: fleetingJvm, settings: fleetingSettings };
    const plan = planOf(await openCluster(folder, 1), 0, folder, common);
    const broker = await startBroker({ ...plan, classesTo: file });
    await broker.stop(WRITE_CLASSES_PATIENCE_MS);
    // Which says nothing of whether the JVM can do it.
    const signal = await broker.ended;
    if (signal) throw new Error(`expected the classes of Kafka to be written, got ${signal}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function createNode(plan: BrokerPlan): KafkaNode & { stop(): Promise<void> } {
  let broker: Broker | null = null;
  let deaths = 0;
  return {
    address: `127.0.0.1:${plan.port}`,
    pid: () => broker?.pid ?? null,
    deaths: () => deaths,
    async start() {
      if (broker) return;
      const started = await startBroker(plan);
      broker = started;
      void started.ended.then(() => {
        if (broker !== started) return;
        broker = null;
        deaths += 1;
      });
    },
    async kill() {
      const killed = broker;
      broker = null;
      await killed?.kill();
    },
    async stop() {
      const stopped = broker;
      broker = null;
      await stopped?.stop();
    },
  };
}

async function openCluster(folder: string, brokers: number): Promise<ClusterFile> {
  const file = join(folder, 'cluster.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const nodes = [];
  for (let id = 1; id <= brokers; id += 1) {
    nodes.push({ port: await freePort(), controllerPort: await freePort(), directoryId: kafkaUuid() });
  }
  const cluster = { clusterId: kafkaUuid(), nodes };
  writeFileSync(file, JSON.stringify(cluster, null, 2));
  return cluster;
}

/** As Kafka writes them: 22 characters of base64url. One that begins with "-" would be taken for an option. */
function kafkaUuid(): string {
  const text = Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url');
  return text.startsWith('-') ? kafkaUuid() : text;
}

function planOf(
  { clusterId, nodes }: ClusterFile,
  index: number,
  folder: string,
  common: Pick<BrokerPlan, 'jars' | 'jvm' | 'settings'>,
): BrokerPlan {
  const { port, controllerPort } = nodes[index] ?? { port: 0, controllerPort: 0 };
  const id = index + 1;
  const own = join(folder, `node-${id}`);
  const copies = String(nodes.length);
  const atLeast = nodes.length > 1 ? '2' : '1';
  return {
    id,
    folder: own,
    jars: common.jars,
    jvm: common.jvm,
    port,
    clusterId,
    quorum:
      nodes.length === 1
        ? ['--standalone']
        : [
            '--initial-controllers',
            nodes.map((each, n) => `${n + 1}@127.0.0.1:${each.controllerPort}:${each.directoryId}`).join(','),
          ],
    settings: {
      'process.roles': 'broker,controller',
      'node.id': String(id),
      listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
      'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
      'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      'controller.listener.names': 'CONTROLLER',
      'inter.broker.listener.name': 'PLAINTEXT',
      'controller.quorum.bootstrap.servers': nodes
        .map((each) => `127.0.0.1:${each.controllerPort}`)
        .join(','),
      'log.dirs': join(own, 'log'),
      'auto.create.topics.enable': 'false',
      'offsets.topic.num.partitions': '8',
      'offsets.topic.replication.factor': copies,
      'transaction.state.log.replication.factor': copies,
      'transaction.state.log.min.isr': atLeast,
      'share.coordinator.state.topic.replication.factor': copies,
      'share.coordinator.state.topic.min.isr': atLeast,
      'group.initial.rebalance.delay.ms': '0',
      'group.min.session.timeout.ms': '1000',
      // A node that was killed may come back when its old registration has expired: 9 s unless said otherwise.
      'broker.session.timeout.ms': '3000',
      'broker.heartbeat.interval.ms': '500',
      ...common.settings,
    },
  };
}
