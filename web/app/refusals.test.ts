import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLEnumType } from 'graphql';

const web = new URL('..', import.meta.url);
const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(app|ui|shop|organizer|admin)\/.*\.tsx?$/.test(path) && !path.includes('.test.'))
  .map((path) => ({ path, text: readFileSync(new URL(path, web), 'utf8') }));
const tables = sources.filter(({ path }) => path.endsWith('refusals.ts')).map(({ text }) => text);

/** No page of the app can meet these: what nothing answers any more, and what the session keeps to itself. */
const metByNobody = [
  'HALL_HAS_ANOTHER_PLAN',
  'INVALID_REFRESH_TOKEN',
  'NOTIFICATION_NOT_FOUND',
  'NO_SESSION_NAMED',
  'PRICES_ARE_FIXED',
];

describe('what refusals are called', () => {
  it('has a sentence for every code that the API may answer', () => {
    const schema = buildSchema(readFileSync(new URL('../contracts/api.graphql', web), 'utf8'));
    const codes = schema.getType('UserErrorCode');
    if (!(codes instanceof GraphQLEnumType)) throw new Error('expected the enum UserErrorCode');
    const written = tables.flatMap((table) =>
      [...table.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, code]) => code),
    );
    const missing = codes
      .getValues()
      .filter(({ name }) => !written.includes(name) && !metByNobody.includes(name));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('is written once', () => {
    const sentences = tables.flatMap((table) => [...table.matchAll(/msg`([^`]+)`/g)].map(([, text]) => text));
    expect(sentences.length).toBeGreaterThan(100);
    expect(sentences.filter((text, at) => sentences.indexOf(text) !== at)).toEqual([]);
  });

  it('loads by half: the shop imports nothing of the office', () => {
    const strays = sources.filter(
      ({ path, text }) =>
        /^(app|ui|shop)\//.test(path) && /^(?:import|export) .*from '.*\/(organizer|admin)\//m.test(text),
    );
    expect(strays.map(({ path }) => path)).toEqual([]);
  });
});
