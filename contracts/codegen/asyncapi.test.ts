import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { topicConfig } from '@parterre/platform/bus/kafka/create-topics.ts';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { allFacts } from '../facts/all.ts';
import { partitionsOf } from '../facts/topics.ts';
import { asyncApi } from './asyncapi.ts';

const require = createRequire(import.meta.url);
const specification = require('@asyncapi/specs/schemas/3.0.0-without-$id.json');

// The specification's own schemas are of draft 7, with keywords that say nothing to a validator.
const validator = formats.default(new Ajv({ strict: false, allErrors: true }));
const isAsyncApi = validator.compile(specification);
const { content } = asyncApi(allFacts);
const document = () => JSON.parse(content);

describe('the AsyncAPI document', () => {
  it('keeps the specification of AsyncAPI 3', () => {
    isAsyncApi(document());
    expect(isAsyncApi.errors).toBeNull();
    const { channels: _, ...broken } = document();
    expect(isAsyncApi({ ...broken, channels: { users: { address: 7 } } })).toBe(false);
  });

  it('says every fact, with an example that is one', () => {
    const { messages } = document().components;
    expect(Object.keys(messages).length).toBe(allFacts.length);
    for (const { name, payload, examples } of Object.values<Message>(messages)) {
      const isFact = validator.compile(payload);
      for (const example of examples) {
        isFact(example.payload);
        expect([name, isFact.errors]).toEqual([name, null]);
        expect(isFact({ ...example.payload, data: {} })).toBe(false);
      }
    }
  });

  it('says of each topic how its facts end, as it is made in Kafka', () => {
    const made = topicConfig(1);
    for (const [name, { bindings }] of Object.entries<Channel>(document().channels)) {
      expect([name, bindings.kafka.partitions]).toEqual([name, partitionsOf(name)]);
      const { 'cleanup.policy': policies, ...rest } = bindings.kafka.topicConfiguration;
      expect(policies.join()).toBe(made['cleanup.policy']);
      for (const [name, value] of Object.entries(rest))
        expect([name, made[name]]).toEqual([name, String(value)]);
    }
  });

  it('leads from each topic to its facts', () => {
    const { channels, components } = document();
    const listed = Object.values<{ messages: Record<string, { $ref: string }> }>(channels).flatMap(
      ({ messages }) => Object.values(messages).map(({ $ref }) => $ref.replace('#/components/messages/', '')),
    );
    expect(listed.sort()).toEqual(Object.keys(components.messages).sort());
  });
});

interface Channel {
  readonly bindings: {
    readonly kafka: {
      readonly partitions: number;
      readonly topicConfiguration: {
        readonly 'cleanup.policy': readonly string[];
        readonly 'retention.ms': number;
      };
    };
  };
}

interface Message {
  readonly name: string;
  readonly payload: object;
  readonly examples: readonly { readonly payload: object }[];
}
