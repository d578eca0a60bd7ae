import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What of a service in docker-compose.yml its tests look at. */
export interface ComposeService {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly user?: string;
  readonly cap_drop?: readonly string[];
  readonly mem_limit?: string;
  readonly pids_limit?: number;
  readonly stop_grace_period?: string;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
}

const root = new URL('../../', import.meta.url);
const variable = /\$\{(?<name>\w+)(?:(?<operator>:?[-?])(?<word>[^}]*))?\}/g;

/** The file as it stands, its variables not replaced. */
export function composeAsWritten(): ComposeFile {
  return parse(readFileSync(new URL('docker-compose.yml', root), 'utf8'), {
    merge: true,
    maxAliasCount: -1,
  });
}

/**
 * The file as Compose makes it of these variables.
 *
 * @throws Error with the file's own words where it requires one that is not given
 */
export function readCompose(env: Readonly<Record<string, string>>): ComposeFile {
  return interpolated(composeAsWritten(), env) as ComposeFile;
}

function interpolated(value: unknown, env: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return interpolate(value, env);
  if (Array.isArray(value)) return value.map((each) => interpolated(each, env));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, interpolated(each, env)]));
}

/** `${NAME}`, `${NAME:-default}`, `${NAME-default}`, `${NAME:?complaint}`, `${NAME?complaint}`, as Compose has them. */
export function interpolate(text: string, env: Readonly<Record<string, string>>): string {
  return text.replaceAll(variable, (...match) => {
    const { name, operator = ':-', word = '' } = match.at(-1) as Record<string, string | undefined>;
    const given = env[String(name)];
    const isThere = operator.startsWith(':') ? given !== undefined && given !== '' : given !== undefined;
    if (isThere) return String(given);
    if (operator.endsWith('?')) throw new Error(`${name}: ${word}`);
    return word;
  });
}

/** What the image says of itself: what every container of it is started with. */
export function readImage(): {
  readonly entrypoint: readonly string[];
  readonly env: Record<string, string>;
} {
  const text = readFileSync(new URL('ops/docker/Dockerfile', root), 'utf8').replaceAll('\\\n', ' ');
  const last = text.slice(text.lastIndexOf('\nFROM '));
  const entrypoint = /^ENTRYPOINT (\[.*\])$/m.exec(last)?.[1];
  const env = /^ENV (.*)$/m.exec(last)?.[1];
  if (!entrypoint || !env) throw new Error('expected the Dockerfile to have an ENTRYPOINT and an ENV');
  return {
    entrypoint: JSON.parse(entrypoint),
    env: Object.fromEntries([...env.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value])),
  };
}

/** Whether the service runs Parterre's own image. */
export function isOurs(service: ComposeService): boolean {
  return service.build !== undefined;
}

/** Whether it is a one-shot: it runs once and ends. */
export function endsByItself(service: ComposeService): boolean {
  return service.restart?.startsWith('on-failure') ?? false;
}
