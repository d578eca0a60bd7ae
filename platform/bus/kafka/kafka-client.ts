import kafkajs, { type KafkaConfig, type LogEntry } from 'kafkajs';
import type { Logger } from '../../telemetry/logger.ts';
import './mend-brokers.ts';

/** How Apache Kafka is reached. */
export interface KafkaConnection extends Pick<KafkaConfig, 'ssl' | 'sasl' | 'clientId' | 'socketFactory'> {
  /** Addresses of some of the brokers, "host:port"; they name the others. */
  readonly brokers: readonly string[];
  /** Stands before the name of every topic and group: several installations, or tests, share a cluster. */
  readonly prefix?: string;
}

const CONNECT_TIMEOUT_MS = 3_000;
/** Whatever a broker has not answered by then has failed, and is asked again. */
const REQUEST_TIMEOUT_MS = 10_000;
/**
 * A lost broker is tried again after 100 ms, 200… up to 1 s, for some three seconds; then whoever asked is told, and
 * tries again by itself: the relay, a consumer, a tail.
 */
const RETRY = { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 };

export function createKafka(
  { brokers, ssl, sasl, clientId, socketFactory }: KafkaConnection,
  logger: Logger,
) {
  return new kafkajs.Kafka({
    brokers: [...brokers],
    ssl,
    sasl,
    clientId: clientId ?? 'parterre',
    connectionTimeout: CONNECT_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    retry: RETRY,
    logLevel: kafkajs.logLevel.INFO,
    // What kafkajs calls an error is most often a step of its own retrying: whoever is told of a failure logs it.
    logCreator: () => (entry) => tell(logger, entry),
    ...(socketFactory ? { socketFactory } : {}),
  });
}

function tell(logger: Logger, { level, namespace, log }: LogEntry): void {
  const { message, timestamp: _, logger: __, stack: ___, ...fields } = log;
  if (level <= kafkajs.logLevel.ERROR) logger.warn({ kafka: namespace, ...fields }, message);
  else logger.debug({ kafka: namespace, ...fields }, message);
}
