import { z } from 'zod';
import type { DeliveredFact, FactEnvelope } from '../bus/bus.ts';
import { newId } from '../kernel/ids.ts';
import type { Transaction } from '../postgres/database.ts';
import type { ServiceDefinition } from '../service/service.ts';

export interface NoteServiceOptions {
  /** Called for each fact before its note is written; throws to refuse it. */
  onFact?(delivered: DeliveredFact): Promise<void> | void;
}

/**
 * The smallest subgraph there is, for tests of the platform: it writes a note for every fact about a user,
 * publishes a fact for every note, and reads them back.
 */
export function noteService(options: NoteServiceOptions = {}): ServiceDefinition {
  return {
    name: 'notifications',
    typeDefs: `
      extend schema
        @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"])
        @link(url: "https://parterre.example/access/v1.0", import: ["@allow"])
        @composeDirective(name: "@allow")
      directive @allow(role: String!) on FIELD_DEFINITION
      type Query { notes: [String!]! @allow(role: "ANYONE") greeting: String! @allow(role: "ANYONE") }
      type Mutation { writeNote(text: String!): String! @allow(role: "USER") }
    `,
    entities: [],
    migrations: [
      {
        name: '0001-notes',
        up: `create table notes (id bigint generated always as identity primary key, fact_id uuid, key text not null, text text not null);
             create table due (id int primary key)`,
      },
    ],
    config: z.object({ GREETING: z.string().max(100).default('hello') }),
    compose({ config, database }) {
      const { GREETING } = z.object({ GREETING: z.string() }).parse(config);
      return {
        resolvers: {
          Query: {
            greeting: () => GREETING,
            notes: async () => {
              const rows = await database.sql<{ text: string }>('select text from notes order by id');
              return rows.map((row) => row.text);
            },
          },
          Mutation: {
            writeNote: (_: unknown, { text }: { text: string }) =>
              database.transaction(async (tx) => {
                await writeNote(tx, null, 'written', text);
                await tx.publish(noteFact('NoteWritten', 'written', { text }));
                return text;
              }),
          },
        },
        consumers: [
          {
            name: 'write-note',
            topic: 'users',
            begins: 'first-kept',
            types: ['UserSeen'],
            async apply(delivered, { tx }) {
              const { fact } = delivered;
              await options.onFact?.(delivered);
              await writeNote(tx, fact.id, fact.subject, String((fact.data as { text: unknown }).text));
            },
          },
        ],
        jobs: [
          {
            name: 'do-due',
            everyMs: 1_000,
            run: async () =>
              (await database.sql('delete from due where id in (select id from due limit 1) returning id'))
                .length,
          },
        ],
      };
    },
  };
}

/** A fact for tests: `noteFact('UserSeen', 'ada', { text: 'one' }, 'users')`. */
export function noteFact(
  type: string,
  key: string,
  data: object,
  source: FactEnvelope['source'] = 'notifications',
): FactEnvelope {
  return {
    specversion: '1.0',
    id: newId(),
    type,
    source,
    subject: key,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    data,
  };
}

async function writeNote(tx: Transaction, factId: string | null, key: string, text: string): Promise<void> {
  await tx.sql('insert into notes (fact_id, key, text) values ($1, $2, $3)', [factId, key, text]);
}
