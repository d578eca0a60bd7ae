import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files by their path in a subgraph's folder: `application/application.ts`. */
export type Files = ReadonlyMap<string, string>;

const OWN_TECHNOLOGY: Readonly<Record<string, readonly string[]>> = {
  users: ['crypto'],
  events: ['worker'],
  tickets: ['print'],
  notifications: ['mail'],
  payments: ['providers'],
};
const adapterFolders = ['bus', 'graphql', 'jobs', 'postgres', 'subgraphs'];
const topLevel =
  /^(README\.md|schema\.graphql|service\.ts|config(\.test)?\.ts|package\.json|[\w-]+\.int\.test\.ts|(domain|application|adapters|testing|docs|samples)\/.+)$/;
const graphqlFile =
  /^adapters\/graphql\/(queries|mutations|internal-mutations|subscriptions|types|loaders|mappers|resolvers|schema\.generated|require-[a-z-]+|(types|mutations)\/[a-z-]+)\.ts$/;
const required = [
  'README.md',
  'schema.graphql',
  'service.ts',
  'application/application.ts',
  'application/dependencies.ts',
  'adapters/graphql/resolvers.ts',
  'adapters/graphql/loaders.ts',
  'adapters/graphql/schema.generated.ts',
  'adapters/postgres/entities.ts',
  'testing/fixture.ts',
];
const readmeHeadings = ['Owns', 'Publishes', 'Consumes', 'Asks and is asked', 'Where to begin', 'Decisions'];

/** What in a subgraph is not as in all others (ADR 21), one message a fault. */
export function shapeFaults(subgraph: string, files: Files): string[] {
  return [
    ...required.filter((file) => !files.has(file)).map((file) => `${file} is missing`),
    ...[...files].flatMap(([path, text]) => [...placeFaults(subgraph, path), ...textFaults(path, text)]),
    ...readmeFaults(files.get('README.md') ?? ''),
    ...portsFaults(files),
  ].map((fault) => `${subgraph}: ${fault}`);
}

function placeFaults(subgraph: string, path: string): string[] {
  if (!topLevel.test(path)) return [`${path} stands in none of the places that a subgraph has`];
  const [, folder, file] = /^adapters\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (folder === undefined || file === undefined) return [];
  if (![...adapterFolders, ...(OWN_TECHNOLOGY[subgraph] ?? [])].includes(folder)) {
    return [`adapters/${folder} is no adapter that a subgraph has`];
  }
  if (/\.test\.ts$/.test(path)) return [];
  if (folder === 'graphql' && !graphqlFile.test(path)) return [`${path} is no file of adapters/graphql`];
  if (folder === 'postgres' && /\.sql$/.test(file) !== file.startsWith('migrations/')) {
    return [`${path}: SQL stands in migrations/, and nothing else does`];
  }
  return [];
}

/** The one function that a file has to export, and how it begins. */
const signatures: readonly (readonly [RegExp, RegExp, string])[] = [
  [
    /^application\/application\.ts$/,
    /^export function application\(deps: Dependencies\) \{\n(?: {2}const .*\n)? {2}return \{\n {4}commands: [\s\S]*\n {4}queries: [\s\S]*^export type Application = ReturnType<typeof application>;$/m,
    'application(deps: Dependencies) that returns { commands, queries }',
  ],
  [/^application\/dependencies\.ts$/, /^export interface Dependencies /m, 'the interface Dependencies'],
  [
    /^adapters\/graphql\/resolvers\.ts$/,
    /^export function createResolvers\(\w+: Application\): CompleteResolvers \{/m,
    'createResolvers(application: Application): CompleteResolvers',
  ],
  [/^adapters\/graphql\/loaders\.ts$/, /^export type Context = RequestContext<Loaders>;/m, 'its Context'],
  [
    /^adapters\/bus\/consumers\.ts$/,
    /^export function createConsumers\((\w+|\{ commands \}): Application\): FactConsumer\[\] \{/m,
    'createConsumers(application: Application): FactConsumer[]',
  ],
  [
    /^adapters\/jobs\/jobs\.ts$/,
    /^export function createJobs\(\n?\s*(\w+|\{[^}]*\}): Application/m,
    'createJobs(application: Application, …)',
  ],
  [/^adapters\/postgres\/entities\.ts$/, /^export const entities\b/m, 'its entities'],
  [/^testing\/fixture\.ts$/, /^export async function open[A-Z]\w+Fixture\(/m, 'open<Name>Fixture()'],
];

function textFaults(path: string, text: string): string[] {
  if (/\.test\.ts$/.test(path)) return [];
  const faults = signatures
    .filter(([file, signature]) => file.test(path) && !signature.test(text))
    .map(([, , expected]) => `${path} does not export ${expected}`);
  if (/^adapters\/graphql\/.*\.ts$/.test(path) && /Dependencies\b/.test(text)) {
    faults.push(`${path}: resolvers get Application, never the dependencies`);
  }
  if (/^adapters\/postgres\/[^/]+\.ts$/.test(path) && /^export function createPostgres/m.test(text)) {
    const exported = [...text.matchAll(/^export function (\w+)/gm)].map(([, name = '']) => name);
    const others = exported.filter((name) => !/^(createPostgres|to)[A-Z]/.test(name));
    if (others.length > 0) faults.push(`${path} exports ${others.join(', ')} beside createPostgres<Noun>`);
  }
  if (path === 'service.ts') {
    const imported = [...text.matchAll(/^import \{([^}]*)\} from '\.\/adapters\/postgres\//gm)].flatMap(
      ([, names = '']) => names.split(',').map((name) => name.trim()),
    );
    const others = imported.filter((name) => !/^(createPostgres[A-Z]\w*|entities)$/.test(name));
    if (others.length > 0) faults.push(`${path} takes ${others.join(', ')}, not createPostgres<Noun>`);
  }
  if (/^application\/.*\.ts$/.test(path)) faults.push(...bagFaults(path, text));
  return faults;
}

/** The bag has one name and comes first, and no use case is a closure. */
function bagFaults(path: string, text: string): string[] {
  const faults: string[] = [];
  for (const [, name, parameters = ''] of text.matchAll(/^export (?:async )?function (\w+)\(([^)]*)\)/gm)) {
    if (
      /\bDependencies\b/.test(parameters) &&
      !/^\s*(deps|\{[^}]*\}): (Pick<)?(\w*Dependencies)\b/.test(parameters)
    ) {
      faults.push(`${path}: ${name} takes the dependencies otherwise than as "deps", first`);
    }
  }
  if (
    /^ {2}return (async )?(function\b|\([^)]*\)(: [^=]+)? =>)/m.test(text) &&
    /deps: \w*Dependencies/.test(text)
  ) {
    faults.push(`${path}: a use case is (deps, command, context) → result, not a closure`);
  }
  return faults;
}

function readmeFaults(readme: string): string[] {
  const headings = [...readme.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
  return headings.join() === readmeHeadings.join()
    ? []
    : [`README.md has the headings ${headings.join(', ')}; expected ${readmeHeadings.join(', ')}`];
}

function portsFaults(files: Files): string[] {
  const ports = [...files.keys()].filter((path) => /^application\/ports(\.ts$|\/)/.test(path));
  const isOne = ports.length === 1 && ports[0] === 'application/ports.ts';
  if (isOne || (ports.length > 0 && ports.every((path) => path.startsWith('application/ports/')))) return [];
  return ['its ports stand in application/ports.ts, or in application/ports/'];
}

/** The files of a folder, by their path in it. */
export function readFiles(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
      }),
  );
}

/** Words of ticketing in code that would serve another product as well, as `file: word`. */
export function domainWords(files: Files, names: readonly string[]): string[] {
  const word = new RegExp(
    `'(${names.join('|')})'|\\b(ORGANIZER|ADMIN|VenueId|EventId|BookingId|TicketId|SeatId|WalletId|HallId)\\b`,
    'g',
  );
  return [...files]
    .filter(([path]) => path.endsWith('.ts') && !/\.test\.ts$|(^|\/)(testing|conformance)\//.test(path))
    .flatMap(([path, text]) => [...text.matchAll(word)].map(([found]) => `${path}: ${found}`));
}
