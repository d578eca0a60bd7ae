import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  type IntrospectionOptions,
  type IntrospectionQuery,
} from 'graphql';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.ts';

const tada = fileURLToPath(new URL('../../node_modules/gql.tada/bin/cli.js', import.meta.url));
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

describe('the schema', () => {
  const options: readonly (keyof IntrospectionOptions)[] = [
    'descriptions',
    'specifiedByUrl',
    'directiveIsRepeatable',
    'schemaDescription',
    'inputValueDeprecation',
    'experimentalDirectiveDeprecation',
    'oneOf',
  ];
  const every = (value: boolean) => Object.fromEntries(options.map((option) => [option, value]));
  /** None, each alone, and all: what clients of any age ask. */
  const asked: readonly (readonly [string, IntrospectionOptions])[] = [
    ['no option', every(false)],
    ...options.map((option) => [option, { ...every(false), [option]: true }] as const),
    ['all options', every(true)],
  ];

  it.each(asked)('is downloaded with %s', async (_name, introspection) => {
    const { result, status } = await gateway.post(getIntrospectionQuery(introspection));
    expect([status, result.errors]).toEqual([200, undefined]);
    const schema = buildClientSchema(result.data as unknown as IntrospectionQuery);
    expect(schema.getQueryType()?.getFields()).toHaveProperty('event');
    expect(schema.getSubscriptionType()?.getFields()).toHaveProperty('eventChanged');
  });

  it('is downloaded by the generator of gql.tada', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parterre-tada-'));
    try {
      const file = join(folder, 'schema.graphql');
      const child = spawn(process.execPath, [tada, 'generate-schema', `${gateway.url}/graphql`, '-o', file], {
        env: { ...process.env, NODE_OPTIONS: '' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          said += text;
        });
      }
      const [code] = await once(child, 'close');
      expect([code, said]).toEqual([0, expect.any(String)]);
      const schema = buildSchema(await readFile(file, 'utf8'));
      expect(schema.getQueryType()?.getFields()).toHaveProperty('event');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
