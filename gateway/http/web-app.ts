import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { noWebAppPage, wordsPolicy } from './pages.ts';
import { asPage, webAppPolicy } from './security-headers.ts';
import { addVary, isKnown } from './validators.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** What a build may have laid beside a file, best first. */
const precompressed = [
  { encoding: 'br', extension: '.br' },
  { encoding: 'gzip', extension: '.gz' },
] as const;

/** Vite names what stands here by its content, so it never changes. */
const NAMED_BY_CONTENT = `assets${sep}`;

/**
 * Serves the built web app below `/`. A path without a file gets index.html where a page is asked for, because the app
 * routes by itself and has its own page for what is not there. Nothing outside of `webRoot` is ever read, symbolic
 * links included. Of a file that was compressed by the build (app.js.br, app.js.gz) that is sent; the others are
 * compressed as they go.
 */
export function addWebApp(app: FastifyInstance, webRoot: string): void {
  app.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    const path = request.params['*'];
    const file = await fileBelow(webRoot, path === '' ? 'index.html' : path);
    if (file) return send(request, reply, file);
    if (!isPage(request, path)) return reply.callNotFound();
    const index = await fileBelow(webRoot, 'index.html');
    if (index) return send(request, reply, index);
    return path === '' ? asPage(reply, wordsPolicy).send(noWebAppPage()) : reply.callNotFound();
  });
}

/** Whether a path may be one of the app's own. A name in one may have a dot, but then only a browser that shows it gets a page. */
function isPage({ headers }: FastifyRequest, path: string): boolean {
  if (path.startsWith('assets/')) return false;
  return extname(path) === '' || headers.accept?.includes('text/html') === true;
}

async function send(request: FastifyRequest, reply: FastifyReply, file: File): Promise<FastifyReply> {
  // Scripts carry the policy as well: a worker takes it from its script.
  void asPage(reply, webAppPolicy(request.raw))
    .type(contentTypes[extname(file.path)] ?? 'application/octet-stream')
    .header('etag', file.etag)
    .header('cache-control', file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  addVary(reply, 'Accept-Encoding');
  if (isKnown(request.headers['if-none-match'], file.etag)) return reply.code(304).send();
  const { encoding, path, bytes } = await variantFor(request.headers['accept-encoding'], file);
  // The compression of all other answers passes over what has an encoding already.
  if (encoding !== undefined) void reply.header('content-encoding', encoding);
  return reply.header('content-length', bytes).send(createReadStream(path));
}

interface File {
  /** The folder of the app, with all links followed, and the file's place in it. */
  readonly root: string;
  readonly place: string;
  readonly path: string;
  readonly bytes: number;
  readonly changedMs: number;
  readonly etag: string;
  readonly isImmutable: boolean;
}

async function fileBelow(root: string, path: string): Promise<File | undefined> {
  if (path.includes('\0')) return undefined;
  try {
    const realRoot = await realpath(root);
    const found = await realpath(join(realRoot, path));
    if (!found.startsWith(realRoot + sep)) return undefined;
    const facts = await stat(found);
    if (!facts.isFile()) return undefined;
    // By where it is: assets/../index.html is not named by its content.
    const place = relative(realRoot, found);
    return {
      root: realRoot,
      place,
      path: found,
      bytes: facts.size,
      changedMs: facts.mtimeMs,
      // Weak, as all of ours: the same file is sent in several encodings.
      etag: `W/"${facts.size.toString(36)}-${Math.trunc(facts.mtimeMs).toString(36)}"`,
      isImmutable: place.startsWith(NAMED_BY_CONTENT),
    };
  } catch {
    // Not there, or not ours to read: the same to whoever asks.
    return undefined;
  }
}

interface Variant {
  readonly encoding: string | undefined;
  readonly path: string;
  readonly bytes: number;
}

async function variantFor(accepted: string | string[] | undefined, file: File): Promise<Variant> {
  const identity = { encoding: undefined, path: file.path, bytes: file.bytes };
  if (accepted === undefined) return identity;
  for (const { encoding, extension } of precompressed) {
    if (negotiate(String(accepted), [encoding]) === null) continue;
    const variant = await fileBelow(file.root, file.place + extension);
    // One that is older is of another build.
    if (variant && variant.changedMs >= file.changedMs) {
      return { encoding, path: variant.path, bytes: variant.bytes };
    }
  }
  return identity;
}
