import { afterAll, describe, it } from '@jest/globals';
import { kafkaUnderTest } from '../../testing/kafka-under-test.ts';
import { startTestKafka } from '../../testing/test-kafka.ts';
import { busConformance } from '../bus-conformance.ts';

const kafka = await startTestKafka();
afterAll(() => kafka?.stop());

if (kafka) busConformance('Apache Kafka', () => kafkaUnderTest(kafka.brokers));
else describe('Apache Kafka', () => it.skip('is not at hand', () => {}));
