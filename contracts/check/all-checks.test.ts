import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { allChecks, runChecks } from './all-checks.ts';
import type { Check } from './check.ts';
import { compose } from './compose.ts';
import type { House } from './house.ts';
import { soundHouse, withSchema } from './planted-house.ts';
import { withoutField } from './planted-schemas.ts';
import { publishedApi } from './published-api.ts';
import { publishedState } from './published-state.ts';
import { roomOperations } from './room-operations.ts';

const checks = [roomOperations, publishedApi, publishedState];

describe('running the checks', () => {
  it('finds nothing in a sound house', async () => {
    expect(await breaches(soundHouse())).toEqual([[], [], []]);
  });

  it('does not offer to publish a change that breaks something', async () => {
    const [calls, api, state] = await breaches(
      withSchema(soundHouse(), 'events', withoutField('Venue', 'city')),
    );
    expect([calls?.length, api?.length, state]).toEqual([0, 1, null]);
  });

  it('does not mourn every field of a room whose schema cannot be read', async () => {
    const house = soundHouse();
    const schemas = { ...house.schemas, faults: ['./subgraphs/users/schema.graphql:3:1: Syntax Error'] };
    expect(await breaches({ ...house, schemas, composition: compose(schemas) })).toEqual([null, null, null]);
  });
});

describe('npm run contracts', () => {
  it('runs every check that there is', async () => {
    const files = readdirSync(new URL('.', import.meta.url)).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'main.ts',
    );
    const modules: object[] = await Promise.all(files.map((name) => import(`./${name}`)));
    const checks = modules.flatMap((module) => Object.values(module)).filter(isCheck);
    expect(checks.map(({ promise }) => promise).sort()).toEqual(
      allChecks.map(({ promise }) => promise).sort(),
    );
  });

  it('refuses a removed field without being told which check to run', async () => {
    const verdicts = await runChecks(withSchema(soundHouse(), 'events', withoutField('Venue', 'city')));
    const refused = verdicts.flatMap((verdict) => verdict.breaches ?? []);
    expect(refused).toContainEqual(expect.stringMatching(/^events: Venue\.city: /));
  });
});

function isCheck(value: unknown): value is Check {
  return typeof value === 'object' && value !== null && 'promise' in value && 'breaches' in value;
}

async function breaches(house: House) {
  return (await runChecks(house, checks)).map((verdict) => verdict.breaches);
}
