import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { domainWords, readFiles, shapeFaults } from './shape.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const loyalty = readFiles(`${root}subgraphs/loyalty`);

/** Loyalty with one file written anew, moved or taken away. */
function planted(path: string, change: (text: string) => string | null, to: string): string[] {
  const files = new Map(loyalty);
  const text = change(files.get(path) ?? '');
  files.delete(path);
  if (text !== null) files.set(to, text);
  return shapeFaults('loyalty', files);
}

describe('the shape of a subgraph', () => {
  it.each(subgraphNames)('is the same in %s', (name) => {
    expect(shapeFaults(name, readFiles(`${root}subgraphs/${name}`))).toEqual([]);
  });

  it.each<[string, string, (text: string) => string | null, string | null]>([
    ['README.md has the headings', 'README.md', (text) => text.replace('## Owns', '## The books'), null],
    ['config.yaml stands in none of the places', 'config.yaml', () => 'a: 1', null],
    ['application/application.ts is missing', 'application/application.ts', () => null, null],
    [
      'does not export application(deps',
      'application/application.ts',
      (text) => text.replace('commands: bindAll', 'doings: bindAll'),
      null,
    ],
    [
      'does not export the interface Dep',
      'application/dependencies.ts',
      (text) => text.replace('Dependencies', 'Tools'),
      null,
    ],
    [
      'takes the dependencies otherwise',
      'application/earn-points.ts',
      (text) => text.replace('deps: ', 'bag: '),
      null,
    ],
    [
      'not a closure',
      'application/earn-points.ts',
      (text) =>
        `${text}\nexport function later(deps: Dependencies) {\n  return async (now: Date) => deps;\n}\n`,
      null,
    ],
    ['its ports stand in', 'application/ports/points.ts', (text) => text, 'application/ports.ts'],
    [
      'is no file of adapters/graphql',
      'adapters/graphql/types.ts',
      (text) => text,
      'adapters/graphql/account.ts',
    ],
    [
      'resolvers get Application',
      'adapters/graphql/types.ts',
      (text) => text.replace('Application)', 'Dependencies)'),
      null,
    ],
    [
      'does not export createResolvers',
      'adapters/graphql/resolvers.ts',
      (text) => text.replace('createResolvers', 'resolvers'),
      null,
    ],
    [
      'does not export its Context',
      'adapters/graphql/loaders.ts',
      (text) => text.replace('type Context', 'type LoyaltyContext'),
      null,
    ],
    [
      'does not export createConsumers',
      'adapters/bus/consumers.ts',
      (text) => text.replace('createConsumers', 'consumers'),
      null,
    ],
    [
      'does not export createJobs',
      'adapters/jobs/jobs.ts',
      (text) => text.replace('createJobs', 'jobs'),
      null,
    ],
    [
      'takes accounts, not createPostgres<Noun>',
      'service.ts',
      (text) => text.replace('{ createPostgresAccounts }', '{ accounts }'),
      null,
    ],
    [
      'exports open beside createPostgres',
      'adapters/postgres/accounts.ts',
      (text) => `${text}
export function open() {}
`,
      null,
    ],
    [
      'does not export its entities',
      'adapters/postgres/entities.ts',
      (text) => text.replace('const entities', 'const all'),
      null,
    ],
    ['SQL stands in migrations', 'adapters/postgres/more.sql', () => 'select 1', null],
    ['is no adapter that a subgraph has', 'adapters/redis/cache.ts', () => 'export {}', null],
    [
      'does not export open<Name>Fixture',
      'testing/fixture.ts',
      (text) => text.replace('openLoyaltyFixture', 'start'),
      null,
    ],
  ])('is told apart: %s', (message, path, change, to) => {
    const faults = planted(path, change, to ?? path);
    expect(faults).toEqual(expect.arrayContaining([expect.stringContaining(message)]));
  });
});

describe('the platform', () => {
  it('has no word of ticketing in it', () => {
    expect(domainWords(readFiles(`${root}platform`), subgraphNames)).toEqual([]);
    expect(domainWords(new Map([['a.ts', "topic === 'tickets'"]]), subgraphNames)).toEqual([
      "a.ts: 'tickets'",
    ]);
  });
});
