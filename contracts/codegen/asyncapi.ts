import { LONGEST_KEPT_DAYS } from '@parterre/platform/bus/bus.ts';
import { describeFacts } from '../check/published-facts.ts';
import type { FactDefinition } from '../facts/fact.ts';
import { type TopicDefinition, topics as topicDefinitions } from '../facts/topics.ts';
import type { GeneratedFile } from './generated-file.ts';

/** Where the document stands. */
export const asyncApiFile = 'contracts/asyncapi.json';

/** The moment and identity that examples carry: an example has to be the same text every time. */
const EXAMPLE = { id: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b99', time: '2027-03-01T18:30:00.000Z' };
const DAY_MS = 86_400_000;
const CONTENT_TYPE = 'application/cloudevents+json';

/**
 * What travels on the bus, as AsyncAPI 3.0 (https://www.asyncapi.com): a channel a topic, a message a fact, each as
 * CloudEvents 1.0 in structured mode. For whoever reads facts in another language.
 */
export function asyncApi(facts: readonly FactDefinition[]): GeneratedFile {
  const topics = [...new Set(facts.map(({ subgraph }) => subgraph))].sort();
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'Facts of Parterre',
      version: '1.0.0',
      description:
        'What has happened, in the past tense. Facts of one key (`subject`) keep their order; each is delivered at least once, so readers deduplicate by `id`.',
      license: { name: 'MIT' },
    },
    defaultContentType: CONTENT_TYPE,
    channels: Object.fromEntries(topics.map((topic) => [topic, channelOf(topic, facts)])),
    operations: Object.fromEntries(
      topics.map((topic) => [
        `publish-${topic}`,
        {
          action: 'send',
          channel: { $ref: `#/channels/${topic}` },
          summary: `The ${topic} subgraph publishes what happened to what it owns.`,
        },
      ]),
    ),
    components: {
      messages: Object.fromEntries(
        facts.toSorted((a, b) => (a.type < b.type ? -1 : 1)).map((fact) => [fact.type, messageOf(fact)]),
      ),
    },
  };
  return { path: asyncApiFile, content: `${JSON.stringify(document, null, 2)}\n` };
}

/** As the topics are made (platform/bus/kafka/create-topics.ts), all alike but for their partitions; a test compares. */
function kafkaBinding({ partitions }: TopicDefinition) {
  return {
    partitions,
    topicConfiguration: { 'cleanup.policy': ['delete'], 'retention.ms': LONGEST_KEPT_DAYS * DAY_MS },
    bindingVersion: '0.5.0',
  };
}

function channelOf(topic: FactDefinition['subgraph'], facts: readonly FactDefinition[]) {
  const types = facts.filter(({ subgraph }) => subgraph === topic).map(({ type }) => type);
  return {
    address: topic,
    description: `Facts of the ${topic} subgraph, each kept for ${LONGEST_KEPT_DAYS} days. None is compacted: a later fact of a key does not say what an earlier one said.`,
    bindings: { kafka: kafkaBinding(topicDefinitions[topic]) },
    messages: Object.fromEntries(
      types.sort().map((type) => [type, { $ref: `#/components/messages/${type}` }]),
    ),
  };
}

function messageOf(fact: FactDefinition) {
  const { type, subgraph, description, data, example, keyOf } = fact;
  const { $schema: _, ...shape } = describeFacts([fact])[type]?.schema ?? {};
  return {
    name: type,
    title: type,
    summary: description,
    contentType: CONTENT_TYPE,
    payload: {
      type: 'object',
      required: ['specversion', 'id', 'type', 'source', 'subject', 'time', 'datacontenttype', 'data'],
      properties: {
        specversion: { const: '1.0' },
        id: { type: 'string', format: 'uuid', description: 'Unique for good.' },
        type: { const: type },
        source: { const: subgraph },
        subject: { type: 'string', description: 'The key that facts are ordered by.' },
        time: { type: 'string', format: 'date-time', description: 'When it happened, UTC.' },
        datacontenttype: { const: 'application/json' },
        traceparent: { type: 'string', description: 'W3C trace context of the request that caused it.' },
        data: shape,
      },
    },
    examples: [
      {
        payload: {
          specversion: '1.0',
          id: EXAMPLE.id,
          type,
          source: subgraph,
          subject: keyOf(data.parse(example)),
          time: EXAMPLE.time,
          datacontenttype: 'application/json',
          data: example,
        },
      },
    ],
  };
}
