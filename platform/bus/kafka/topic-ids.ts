/**
 * The request by which Kafka tells the ids of topics: Metadata in version 12, of which kafkajs 2.2.4 speaks 6. The id
 * is made with a topic and gone with it, so it is the topic's epoch. (A record of our own, a first message or a
 * topic of epochs, would outlive a topic that somebody deletes and makes again by other means.)
 *
 * https://kafka.apache.org/protocol#The_Messages_Metadata
 */
export function topicIdsRequest(topics: readonly string[]) {
  const none = Buffer.alloc(16);
  const names = topics.map((topic) => Buffer.from(topic));
  const body = Buffer.concat([
    noTags,
    uvarint(topics.length + 1),
    ...names.flatMap((name) => [none, uvarint(name.length + 1), name, noTags]),
    // Neither creates topics nor asks who may do what.
    Buffer.from([0, 0]),
    noTags,
  ]);
  return {
    request: {
      apiKey: 3,
      apiVersion: 12,
      apiName: 'Metadata',
      // As much of an encoder of kafkajs as it needs.
      encode: async () => ({ buf: body, buffer: body, size: () => body.length }),
    },
    response: {
      decode: async (payload: Buffer) => readTopicIds(payload),
      parse: async (ids: TopicIds) => ids,
    },
  };
}

/** By topic, its id in 32 hexadecimal digits; a topic that is not there is absent. */
export type TopicIds = ReadonlyMap<string, string>;

const noTags = Buffer.from([0]);

function uvarint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  return Buffer.from([...bytes, rest]);
}

function readTopicIds(payload: Buffer): TopicIds {
  const ids = new Map<string, string>();
  let at = 0;
  const take = (bytes: number) => {
    at += bytes;
    return payload.subarray(at - bytes, at);
  };
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = payload.readUInt8(at++);
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const text = () => take(Math.max(0, number() - 1)).toString();
  const each = (read: () => void) => {
    for (let left = number() - 1; left > 0; left -= 1) read();
  };
  const tags = () => {
    for (let left = number(); left > 0; left -= 1) {
      number();
      take(number());
    }
  };

  tags();
  take(4); // throttle time
  each(() => {
    take(4); // node
    text(); // host
    take(4); // port
    text(); // rack
    tags();
  });
  text(); // cluster
  take(4); // controller
  each(() => {
    const error = take(2).readInt16BE();
    const name = text();
    const id = take(16).toString('hex');
    take(1); // internal
    each(() => {
      take(2 + 4 + 4 + 4); // error, partition, leader, its epoch
      for (let lists = 0; lists < 3; lists += 1) each(() => take(4)); // replicas, in sync, offline
      tags();
    });
    take(4); // operations
    tags();
    if (error === 0) ids.set(name, id);
  });
  return ids;
}
