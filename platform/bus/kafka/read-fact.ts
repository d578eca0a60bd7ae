import type { KafkaMessage } from 'kafkajs';
import type { Logger } from '../../telemetry/logger.ts';
import type { FactEnvelope } from '../bus.ts';

/**
 * The fact that a message carries; null for one that is none, which only somebody else can have written. It is told
 * and passed over: it has no id that an inbox or a dead letter could know it by, and must not stop those behind it.
 */
export function readFact(message: KafkaMessage, part: string, logger: Logger): FactEnvelope | null {
  try {
    const fact: unknown = JSON.parse(message.value?.toString() ?? '');
    if (isFact(fact)) return fact;
    throw new Error('expected a CloudEvent with id, type, source and subject');
  } catch (error) {
    logger.error({ part, offset: message.offset, err: error }, 'a message that is no fact was passed over');
    return null;
  }
}

function isFact(value: unknown): value is FactEnvelope {
  if (typeof value !== 'object' || value === null) return false;
  const { id, type, source, subject } = value as Partial<Record<string, unknown>>;
  return [id, type, source, subject].every((each) => typeof each === 'string');
}
