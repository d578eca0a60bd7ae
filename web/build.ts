import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkBudget } from './budget.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const mark = '.built-from';

/** Where the built app stands: what the gateway serves. */
export const builtWebApp = join(here, 'dist');

/**
 * Builds the web app unless what stands there was built from the very sources. Takes some seconds the first time, as
 * long as it takes to read the sources afterwards.
 * @throws Error when Vite is not installed (`npm ci --omit=dev`), a source is at fault, or the app is over its budget.
 */
export async function buildWebApp(): Promise<'built' | 'as it was'> {
  const sources = fingerprint();
  if (builtFrom() === sources) return 'as it was';
  console.error('parterre: building the web app (once, some seconds)…');
  // It recommends its native transform, which is not everywhere (vite.config.ts).
  process.env.LINGUI_SUPPRESS_BABEL_WARNING = '1';
  const { build } = await import('vite');
  // Beside the place that it goes to, and put there whole: somebody may be served from it, or build it as well.
  const made = await mkdtemp(join(here, 'dist-'));
  try {
    await inProduction(() =>
      build({
        configFile: join(here, 'vite.config.ts'),
        mode: 'production',
        logLevel: 'error',
        build: { outDir: made, emptyOutDir: false },
      }),
    );
    checkBudget(made);
    await compress(made);
    await writeFile(join(made, mark), sources);
    await rm(builtWebApp, { recursive: true, force: true });
    await rename(made, builtWebApp);
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    // Somebody else has built the same meanwhile.
    if (builtFrom() !== sources) throw error;
  }
  return 'built';
}

/** By NODE_ENV Vite chooses React's build and Lingui what it leaves in, whatever the mode: that of a test is not shipped. */
export async function inProduction<Result>(work: () => Promise<Result>): Promise<Result> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

function builtFrom(): string | undefined {
  const file = join(builtWebApp, mark);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** What the sources and the versions of all packages are, in a word. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((path) => !/^(dist|node_modules)/.test(path) && !/\.test\.tsx?$/.test(path))
    .sort();
  for (const path of files) {
    const file = join(here, path);
    if (!statSync(file).isFile()) continue;
    hash
      .update(`${path.split(sep).join('/')}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.update(readFileSync(join(here, '../package-lock.json'))).digest('hex');
}

/** Each text beside itself in the two encodings that browsers ask for: compressed once, and as well as can be. */
async function compress(folder: string): Promise<void> {
  const { brotliCompressSync, gzipSync } = await import('node:zlib');
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|html|svg|webmanifest|json)$/.test(path)) continue;
    const text = readFileSync(join(folder, path));
    await writeFile(join(folder, `${path}.br`), brotliCompressSync(text));
    await writeFile(join(folder, `${path}.gz`), gzipSync(text, { level: 9 }));
  }
}

if (import.meta.main) console.log(`web app: ${await buildWebApp()}`);
