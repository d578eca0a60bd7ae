import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

const compiler = fileURLToPath(new URL('../../node_modules/relay-compiler/cli.js', import.meta.url));
const published = fileURLToPath(new URL('../api.graphql', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parterre-relay-'));
  await mkdir(join(folder, 'src'));
  await cp(published, join(folder, 'schema.graphql'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("Relay's compiler", () => {
  it('accepts every connection of the public schema, and pages those that hang on the query', async () => {
    const fragments = connections(buildSchema(await readFile(published, 'utf8')));
    expect(fragments.length).toBeGreaterThan(9);
    expect(fragments.filter((one) => one.includes('@refetchable')).length).toBeGreaterThan(3);
    expect(await compile(fragments)).toEqual({ code: 0, errors: [] });
  });

  it('accepts a page of something that is found by its id', async () => {
    const seats = `fragment Found_seats on Query
      @argumentDefinitions(id: { type: "ID!" }, count: { type: "Int" }, cursor: { type: "String" })
      @refetchable(queryName: "FoundSeatsQuery") {
        event(id: $id) {
          seatMap { seats(first: $count, after: $cursor) @connection(key: "Found_seats") { edges { node { index } } } }
        }
      }`;
    expect(await compile([seats])).toEqual({ code: 0, errors: [] });
  });

  it('is heard when it refuses', async () => {
    const { code, errors } = await compile(['fragment Found_nothing on Query { nothing }']);
    expect(code).not.toBe(0);
    expect(errors.join('\n')).toContain('nothing');
  });
});

/** A fragment for each field that answers a connection; on the root it can be fetched again. */
function connections(schema: ReturnType<typeof buildSchema>): string[] {
  const objects = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  return objects.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => isConnection(getNamedType(field.type)))
      .map((field) => fragmentOf(type, field, type === schema.getQueryType())),
  );
}

function isConnection(type: unknown): boolean {
  return isObjectType(type) && type.name.endsWith('Connection');
}

function fragmentOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, isRoot: boolean): string {
  const name = `Listed_${type.name}${field.name}`;
  const again = isRoot ? `@refetchable(queryName: "Listed${field.name}Query")` : '';
  return `fragment ${name} on ${type.name}
    @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) ${again} {
      ${field.name}(${argumentsOf(field)}) @connection(key: "${name}_${field.name}") {
        edges { node { __typename } }
      }
    }`;
}

/** Those of a page, and what the field cannot be asked without, which are texts. */
function argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
  const wanted = args.filter(isRequiredArgument).map(({ name }) => `${name}: "any"`);
  return ['first: $count', 'after: $cursor', ...wanted].join(', ');
}

/** Compiles the fragments as the sources of a client of its own, and answers what the compiler said. */
async function compile(fragments: readonly string[]): Promise<{ code: number; errors: string[] }> {
  await rm(join(folder, 'src'), { recursive: true });
  await mkdir(join(folder, 'src'));
  for (const fragment of fragments) {
    const [, name = ''] = /fragment (\w+) /.exec(fragment) ?? [];
    const [module] = name.split('_');
    await writeFile(
      join(folder, 'src', `${module}.${name}.js`),
      `import { graphql } from 'react-relay';\ngraphql\`${fragment}\`;\n`,
    );
  }
  await writeFile(
    join(folder, 'relay.config.json'),
    JSON.stringify({ src: './src', schema: './schema.graphql', language: 'javascript' }),
  );
  const child = spawn(process.execPath, [compiler], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code] = (await once(child, 'close')) as [number];
  return { code, errors: code === 0 ? [] : said.split('\n') };
}
