import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from '../../ops/launch/free-port.ts';
import { type ComposeFile, type ComposeService, readImage } from './compose-file.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const address = /\b([a-z]+):(\d{2,5})\b/g;
/** What a container has besides; everything else is the file's and the image's. */
const machine = {
  PATH: process.env.PATH,
  TMPDIR: process.env.TMPDIR,
  // Twelve processes of the same modules: none of them need be compiled more than once.
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../.cache/node', import.meta.url)),
};

/** A container's program on this machine. */
export interface Running {
  readonly name: string;
  readonly child: ChildProcess;
  /** What it has written until now. */
  output(): string;
  /** 0 when its own health check finds it well. */
  health(): Promise<number | null>;
  hasEnded(): boolean;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

export interface ComposeOnThisMachine {
  /** Starts the program that a container of this service would run. */
  start(name: string): Running;
}

/**
 * The services of a Compose file as processes of this machine: names of hosts become 127.0.0.1, their ports free ones or
 * those of `given`, and each process gets the environment of the image and of the file, and nothing else.
 *
 * @param given by "host:port" of the file: "postgres:5432" → "127.0.0.1:5555"
 * @param extra variables that the file does not have
 */
export async function composeOnThisMachine(
  { services }: ComposeFile,
  given: Readonly<Record<string, string>>,
  extra: Readonly<Record<string, string>>,
): Promise<ComposeOnThisMachine> {
  const image = readImage();
  const addresses = new Map(Object.entries(given));
  for (const { environment = {} } of Object.values(services)) {
    for (const [whole, host = ''] of Object.values(environment).join(' ').matchAll(address)) {
      if (host in services && !addresses.has(whole)) addresses.set(whole, `127.0.0.1:${await freePort()}`);
    }
  }
  const here = (text: string) => text.replaceAll(address, (whole) => addresses.get(whole) ?? whole);

  async function environmentOf(name: string, { environment = {} }: ComposeService) {
    const own = Object.fromEntries(
      Object.entries({ ...image.env, ...environment }).map(([key, value]) => [key, here(String(value))]),
    );
    const port = addresses.get(`${name}:${own.PORT}`)?.split(':').at(-1);
    return {
      ...machine,
      ...own,
      ...extra,
      ...(port ? { PORT: port } : {}),
      ...(own.METRICS_PORT ? { METRICS_PORT: String(await freePort()) } : {}),
    };
  }
  const environments = new Map<string, Record<string, string | undefined>>();
  for (const [name, service] of Object.entries(services)) {
    if (service.build) environments.set(name, await environmentOf(name, service));
  }

  return {
    start(name) {
      const service = services[name];
      const env = environments.get(name);
      if (!service || !env) throw new Error(`expected a service of ours, got ${name}`);
      const [, ...args] = [...(service.entrypoint ?? image.entrypoint), ...(service.command ?? [])];
      const [, , ...check] = service.healthcheck?.test ?? [];
      return run(name, args, check, env);
    },
  };
}

/** Both command lines begin with `node`, which is this one. */
function run(
  name: string,
  args: readonly string[],
  check: readonly string[],
  env: Record<string, string | undefined>,
): Running {
  const options = { cwd: root, env: env as NodeJS.ProcessEnv };
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output = `${output}${data}`.slice(-20_000);
    });
  }
  return {
    name,
    child,
    output: () => output,
    async health() {
      const [code] = await once(spawn(process.execPath, check, { ...options, stdio: 'ignore' }), 'exit');
      return code;
    },
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    ended: once(child, 'exit').then(([code]) => code),
  };
}

/**
 * Runs what the PostgreSQL image runs on an empty volume, in any server: psql's `\getenv` and its variable replaced.
 *
 * @throws Error with PostgreSQL's words
 */
export async function createDatabases(url: string, env: Readonly<Record<string, string>>): Promise<void> {
  const script = readFileSync(new URL('../../ops/docker/create-databases.sql', import.meta.url), 'utf8');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let password = '';
    for (const line of script.split('\n')) {
      const variable = /^\\getenv password (\w+)$/.exec(line)?.[1];
      if (variable) password = env[variable] ?? '';
      else if (!line.startsWith('--') && line !== '') {
        await client.query(line.replace(":'password'", client.escapeLiteral(password)));
      }
    }
  } finally {
    await client.end();
  }
}
