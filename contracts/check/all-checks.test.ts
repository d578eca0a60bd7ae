import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { allChecks, runChecks } from './all-checks.ts';
import type { Check } from './check.ts';
import type { ContractState } from './checked.ts';
import { compose } from './compose.ts';
import { soundState, withSchema } from './fixture.ts';
import { withoutField } from './fixture-schemas.ts';
import { publishedApi } from './published-api.ts';
import { publishedState } from './published-state.ts';
import { subgraphOperations } from './subgraph-operations.ts';

const checks = [subgraphOperations, publishedApi, publishedState];

describe('running the checks', () => {
  it('finds nothing in a sound server', async () => {
    expect(await breaches(soundState())).toEqual([[], [], []]);
  });

  it('does not offer to publish a change that breaks something', async () => {
    const [calls, api, state] = await breaches(
      withSchema(soundState(), 'events', withoutField('Seat', 'isAccessible')),
    );
    expect([calls?.length, api?.length, state]).toEqual([0, 1, null]);
  });

  it('does not mourn every field of a subgraph whose schema cannot be read', async () => {
    const state = soundState();
    const schemas = { ...state.schemas, faults: ['./subgraphs/users/schema.graphql:3:1: Syntax Error'] };
    expect(await breaches({ ...state, schemas, composition: compose(schemas) })).toEqual([null, null, null]);
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
    const verdicts = await runChecks(
      withSchema(soundState(), 'events', withoutField('Seat', 'isAccessible')),
    );
    const refused = verdicts.flatMap((verdict) => verdict.breaches ?? []);
    expect(refused).toContainEqual(expect.stringMatching(/^events: Seat\.isAccessible: /));
  });
});

function isCheck(value: unknown): value is Check {
  return typeof value === 'object' && value !== null && 'promise' in value && 'breaches' in value;
}

async function breaches(state: ContractState) {
  return (await runChecks(state, checks)).map((verdict) => verdict.breaches);
}
