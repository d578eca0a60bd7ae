import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { clusterVariables } from '../ops/cluster/plan.ts';
import { gatewayVariables } from '../ops/launch/distributed/gateway-config.ts';
import { serviceVariables } from '../ops/launch/distributed/service-config.ts';
import { serverVariables } from '../ops/launch/server-config.ts';
import { services } from '../ops/launch/services.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const textOf = (page: string) => readFileSync(new URL(`../${page}`, import.meta.url), 'utf8');
type Variables = Readonly<Record<string, z.ZodType>>;

/** A variable in a table whose head begins with "variable". */
interface Setting {
  readonly name: string;
  /** The cells of its row by their column: "of", "default", and "" for what it does. */
  readonly cells: Readonly<Record<string, string>>;
}

function settingsOf(page: string): readonly Setting[] {
  return [...textOf(page).matchAll(/^\| variable \|(.*)\n\|[-| ]*\n((?:\|.*\n)+)/gm)].flatMap(
    ([, head = '', rows = '']) => {
      const columns = head
        .split('|')
        .slice(0, -1)
        .map((text) => text.trim());
      return rows
        .trim()
        .split('\n')
        .flatMap((row) => settingsOfRow(row, columns));
    },
  );
}

/** `A`, `B` | 1, 2: each has its own; `A`, `B` | 1: both have the one. */
function settingsOfRow(row: string, columns: readonly string[]): readonly Setting[] {
  const [first = '', ...texts] = row
    .slice(1)
    .split('|')
    .map((text) => text.trim());
  const names = [...first.matchAll(/`([A-Z][A-Z0-9_]*)`/g)].map(([, name = '']) => name);
  return names.map((name, index) => ({
    name,
    cells: Object.fromEntries(
      columns.map((column, place) => {
        const text = texts[place] ?? '';
        const parts = text.split(', ');
        return [column, column === 'default' && parts.length === names.length ? (parts[index] ?? '') : text];
      }),
    ),
  }));
}

/** As the tables say it: "required", "none", or the value. */
function defaultOf(variable: z.ZodType): string {
  const { success, data } = variable.safeParse(undefined);
  if (!success) return 'required';
  const isNothing = data === undefined || data === '' || (Array.isArray(data) && data.length === 0);
  return isNothing ? 'none' : String(data);
}

const ofSubgraphs: Readonly<Record<string, Variables>> = Object.fromEntries(
  services.map(({ name, config }) => [name, (config as z.ZodObject).shape as Variables]),
);
/** Read by OpenTelemetry's own packages. */
const ofOpenTelemetry = /^OTEL_(TRACES_SAMPLER(_ARG)?|RESOURCE_ATTRIBUTES|SERVICE_NAME)$/;

describe('docs/operations.md', () => {
  const settings = settingsOf('docs/operations.md');
  const read: Variables = Object.assign({}, ...Object.values(ofSubgraphs), serverVariables);
  /** Where the launcher knows better than the subgraph, or one row stands for several. */
  const saidInWords = [
    ...['ADMIN_EMAIL', 'ADMIN_PASSWORD', 'ACCESS_TOKEN_KEYS', 'TICKET_SIGNING_KEY', 'CONFIRMED_ADDRESSES'],
    ...['PARTERRE_DEMO', 'PAYMENT_PROVIDER', 'PUBLIC_URL', 'MAIL_DIR', 'NODE_ENV'],
  ];

  it('says of every variable that the server and its subgraphs read what it does', () => {
    expect(Object.keys(read).length).toBeGreaterThan(40);
    const said = settings.filter(({ cells }) => cells[''] !== '').map(({ name }) => name);
    const inText = ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'];
    const single = Object.keys(read).filter((name) => !/_DATABASE_URL$/.test(name) && !inText.includes(name));
    expect(single.filter((name) => !said.includes(name))).toEqual([]);
    expect(inText.filter((name) => !textOf('docs/operations.md').includes(`\`${name}\``))).toEqual([]);
  });

  it('says of none that nothing reads, and of each once', () => {
    const names = settings.map(({ name }) => name);
    expect(names.filter((name) => !(name in read) && !ofOpenTelemetry.test(name))).toEqual([]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('says the defaults that the code has', () => {
    const plain = settings.filter(
      ({ name }) => name in read && !/_DATABASE_URL$/.test(name) && !saidInWords.includes(name),
    );
    expect(plain.length).toBeGreaterThan(20);
    const wrong = plain.filter(
      ({ name, cells }) => cells.default?.replaceAll('`', '') !== defaultOf(read[name] as z.ZodType),
    );
    expect(wrong.map(({ name, cells }) => `${name}: ${cells.default}`)).toEqual([]);
  });
});

describe('README.md', () => {
  it('says of a setting what docs/operations.md says', () => {
    const ofOperations = new Map(settingsOf('docs/operations.md').map(({ name, cells }) => [name, cells]));
    const first = settingsOf('README.md');
    expect(first.length).toBeGreaterThan(3);
    for (const { name, cells } of first) expect([name, cells]).toEqual([name, ofOperations.get(name)]);
  });
});

describe('docs/running-distributed.md', () => {
  const settings = settingsOf('docs/running-distributed.md');
  const shapes: Readonly<Record<string, Variables>> = {
    gateway: gatewayVariables,
    ...Object.fromEntries(
      Object.entries(ofSubgraphs).map(([name, own]) => [
        name,
        { ...serviceVariables, [`${name.toUpperCase()}_DATABASE_URL`]: z.string(), ...own },
      ]),
    ),
  };
  /** By variable the services that read it, "all" where each does. */
  const readers = (name: string) => {
    const names = Object.keys(shapes).filter((service) => name in (shapes[service] ?? {}));
    return names.length === Object.keys(shapes).length ? ['all'] : names.sort();
  };
  const oneShots = ['migrate', 'topics', 'demo'];

  it('says of every variable of a service who reads it', () => {
    const names = new Set(Object.values(shapes).flatMap(Object.keys));
    const said = new Map(
      settings.map(({ name, cells }) => [
        name,
        (cells.of ?? '')
          .split(', ')
          .filter((service) => !oneShots.includes(service))
          .sort(),
      ]),
    );
    expect(names.size).toBeGreaterThan(50);
    const wrong = [...names].filter((name) => said.get(name)?.join() !== readers(name).join());
    expect(wrong.map((name) => `${name}: expected ${readers(name)}, got ${said.get(name)}`)).toEqual([]);
    expect([...said.keys()].filter((name) => !names.has(name) && !ofOpenTelemetry.test(name))).toEqual([]);
  });

  it('says the defaults that the code has', () => {
    const inWords = /^(PORT|NODE_ENV|OTEL_TRACES_SAMPLER(_ARG)?|OTEL_RESOURCE_ATTRIBUTES|[A-Z]+S?_URL)$/;
    const all: Variables = Object.assign({}, ...Object.values(shapes));
    const plain = settings.filter(({ name }) => !inWords.test(name) || name === 'PUBLIC_URL');
    expect(plain.length).toBeGreaterThan(30);
    const wrong = plain.filter(({ name, cells }) => {
      // "none; Mailpit with Compose"
      const [said = ''] = (cells.default ?? '').split(';');
      return said.replaceAll('`', '') !== defaultOf(all[name] as z.ZodType);
    });
    expect(wrong.map(({ name, cells }) => `${name}: ${cells.default}`)).toEqual([]);
  });

  it('is what Compose and the chart set: none that nobody reads', () => {
    const compose = [...textOf('docker-compose.yml').matchAll(/^ {2,6}([A-Z][A-Z0-9_]+): \S*\$\{\1\b/gm)];
    const chart = ['deployments.yaml', 'jobs.yaml', '_helpers.tpl'].flatMap((file) => [
      ...textOf(`ops/helm/parterre/templates/${file}`).matchAll(/\bname: ([A-Z][A-Z0-9_]+)\b/g),
    ]);
    expect([compose.length > 20, chart.length > 8]).toEqual([true, true]);
    const read = new Set(Object.values(shapes).flatMap(Object.keys));
    const ofPostgres = /^(POSTGRES|[A-Z]+_DATABASE)_PASSWORD$/;
    const set = [...compose, ...chart].map(([, name = '']) => name);
    expect(
      set.filter((name) => !read.has(name) && !ofOpenTelemetry.test(name) && !ofPostgres.test(name)),
    ).toEqual([]);
  });

  it('says what a cluster reads', () => {
    for (const [name, variable] of Object.entries(clusterVariables)) {
      expect(textOf('docs/running-distributed.md')).toContain(`\`${name}\` (${defaultOf(variable)})`);
    }
  });
});

describe('the code', () => {
  it('reads no variable from the environment that no page names', () => {
    const shipped = [
      'examples',
      'gateway',
      'ops',
      'platform',
      'subgraphs',
      'web',
      ':!*.test.ts',
      ':!*/testing/*',
    ];
    const lines = execFileSync('git', ['grep', '-hE', '\\benv\\.[A-Z]', '--', ...shipped], {
      cwd: root,
      encoding: 'utf8',
    }).split('\n');
    const names = (pattern: RegExp) =>
      lines.flatMap((line) => [...line.matchAll(pattern)].map(([, name = '']) => name));
    // What is set here is read by packages, or by a process of ours.
    const set = names(/(?<!import\.meta\.)\benv\.([A-Z][A-Z0-9_]+) = /g);
    const ofTheSystem = ['PATH', 'NODE_OPTIONS'];
    const read = new Set(names(/(?<!import\.meta\.)\benv\.([A-Z][A-Z0-9_]+)\b(?! = )/g));
    for (const name of [...set, ...ofTheSystem]) read.delete(name);
    expect(read.size).toBeGreaterThan(10);
    const pages = execFileSync('git', ['grep', '-h', '', '--', '*.md'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    expect([...read].filter((name) => !pages.includes(`\`${name}`))).toEqual([]);
  });
});
