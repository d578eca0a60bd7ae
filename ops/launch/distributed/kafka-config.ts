import type { KafkaConnection } from '@parterre/platform/bus/kafka/kafka-client.ts';
import { z } from 'zod';
import { list } from '../variables.ts';

/** How the brokers are reached, as the bus takes it. */
export type KafkaConfig = Pick<KafkaConnection, 'brokers' | 'prefix' | 'ssl' | 'sasl'>;

const address = /^[^\s:]+:\d{1,5}$/;
const mechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

export const kafkaVariables = {
  KAFKA_BROKERS: list.refine((texts) => texts.length > 0 && texts.every((text) => address.test(text)), {
    error: 'expected addresses of brokers such as kafka-1:9092 between commas',
  }),
  /** Stands before the name of every topic and group, where several installations share a cluster. */
  KAFKA_PREFIX: z
    .string()
    .regex(/^[a-zA-Z0-9._-]{0,100}$/, { error: 'expected at most 100 letters, digits, dots, dashes' })
    .default(''),
  KAFKA_SSL: z.enum(['0', '1'], { error: 'expected 0 or 1' }).default('0'),
  KAFKA_SASL_MECHANISM: z
    .enum(mechanisms, { error: `expected one of ${mechanisms.join(', ')}` })
    .default('scram-sha-512'),
  KAFKA_USERNAME: z.string().optional(),
  KAFKA_PASSWORD: z.string().optional(),
};

export function readKafkaConfig(config: z.output<z.ZodObject<typeof kafkaVariables>>): KafkaConfig {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_USERNAME: username, KAFKA_PASSWORD: password } = config;
  return {
    brokers: config.KAFKA_BROKERS,
    prefix: config.KAFKA_PREFIX,
    ...(config.KAFKA_SSL === '1' ? { ssl: true } : {}),
    ...(username && password ? { sasl: { mechanism, username, password } as KafkaConnection['sasl'] } : {}),
  };
}
