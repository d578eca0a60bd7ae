import { createRequire } from 'node:module';
import kafkajs from 'kafkajs';
import { isSilent } from './mend-connections.ts';

/** The parts of kafkajs' `ConnectionPool`, `Broker` and `BrokerPool` that are used here. */
interface ConnectionPool {
  readonly host: string;
  readonly port: number;
  isConnected(): boolean;
}

interface Broker {
  readonly connectionPool: ConnectionPool;
  /** What the broker understands; asked when a connection is made, where it is null. */
  versions: object | null;
  connect(): Promise<void>;
}

export interface BrokerPool {
  /** By id, those that the cluster has named. */
  brokers: Readonly<Record<string, Broker>>;
  /** The one that was asked first, of those that were configured. */
  seedBroker?: Broker;
  hasConnectedBrokers(): boolean;
  createSeedBroker(): Promise<void>;
  connect(): Promise<void>;
  /** Any that can be asked for metadata, which says who leads; one that is connected first. */
  findConnectedBroker(): Promise<Broker>;
  /** Connected. */
  findBroker(node: { readonly nodeId: string }): Promise<Broker>;
  /** Asks one after the other, in any order. */
  withBroker<Result>(ask: Ask<Result>): Promise<Result | null>;
}

type Ask<Result> = (of: { nodeId: string; broker: Broker }) => Promise<Result>;

const addressOf = ({ host, port }: ConnectionPool) => `${host}:${port}`;
const hasFailed = ({ connectionPool }: Broker) => isSilent(addressOf(connectionPool));

/** A connection that can be made says nothing: the system of a stopped broker makes it. */
function mendConnectionPool(pool: ConnectionPool): void {
  const { isConnected } = pool;
  pool.isConnected = function (this: ConnectionPool) {
    return !isSilent(addressOf(this)) && isConnected.call(this);
  };
}

/** What a broker that has failed is asked first, and by all together, is what it understands. It need not know anything for that. */
function mendBroker(broker: Broker): void {
  const { connect } = broker;
  const connecting = new WeakMap<Broker, Promise<void>>();
  broker.connect = function (this: Broker) {
    const under = connecting.get(this);
    if (under) return under;
    if (hasFailed(this)) this.versions = null;
    const made = connect.call(this).finally(() => connecting.delete(this));
    connecting.set(this, made);
    return made;
  };
}

/**
 * Mends whom kafkajs 2.2.4 asks when a broker has just failed to answer, in its class, for all clients of this process. It
 * takes such a broker for as good as any: it asks it who leads, or still holds it to lead, and waits for a timeout each time,
 * of a broker that is stopped (SIGSTOP) up to six times in a row. Mended, it waits once:
 *
 * - Metadata and coordinators are asked of others, where there are any.
 * - Whoever wants just that broker, since it leads, is told at once that it cannot be had, as if it refused the connection;
 *   meanwhile it is asked whether it answers, for as long as any request. kafkajs asks the others anew who leads.
 * - Of the configured brokers another one is tried next.
 *
 * A broker that is the only one, or one of several that have all failed, is waited for as before.
 */
function mendBrokerPool(pool: BrokerPool): void {
  const { connect, findBroker, withBroker } = pool;
  const beingAsked = new WeakSet<Broker>();

  pool.connect = async function (this: BrokerPool) {
    if (this.seedBroker && hasFailed(this.seedBroker) && !this.hasConnectedBrokers()) {
      await this.createSeedBroker();
    }
    await connect.call(this);
  };

  pool.findBroker = async function (this: BrokerPool, node) {
    const broker = this.brokers[node.nodeId];
    if (!broker || !hasFailed(broker) || !Object.values(this.brokers).some((each) => !hasFailed(each))) {
      return findBroker.call(this, node);
    }
    if (!beingAsked.has(broker)) {
      beingAsked.add(broker);
      findBroker
        .call(this, node)
        .catch(() => undefined)
        .finally(() => beingAsked.delete(broker));
    }
    const address = addressOf(broker.connectionPool);
    throw new kafkajs.KafkaJSConnectionError('expected an answer since the last request', {
      broker: address,
    });
  };

  pool.withBroker = function <Result>(this: BrokerPool, ask: Ask<Result>) {
    const others = Object.entries(this.brokers).filter(([, broker]) => !hasFailed(broker));
    const brokers = others.length > 0 ? Object.fromEntries(others) : this.brokers;
    const asked: BrokerPool = Object.create(this, { brokers: { value: brokers } });
    return withBroker.call(asked, ask) as Promise<Result | null>;
  };
}

const require = createRequire(import.meta.url);
const prototypeOf = <Shape>(path: string) => (require(path) as { readonly prototype: Shape }).prototype;
mendConnectionPool(prototypeOf<ConnectionPool>('kafkajs/src/network/connectionPool.js'));
mendBroker(prototypeOf<Broker>('kafkajs/src/broker/index.js'));
mendBrokerPool(prototypeOf<BrokerPool>('kafkajs/src/cluster/brokerPool.js'));
