import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { noWebAppPage, wordsPolicy } from './pages.ts';
import { asPage, webAppPolicy } from './security-headers.ts';
import { isKnown } from './validators.ts';

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

/**
 * Serves the built web app below `/`. A path without a file and without an extension gets index.html,
 * because the app routes by itself. Nothing outside of `webRoot` is ever read, symbolic links included.
 */
export function addWebApp(app: FastifyInstance, webRoot: string): void {
  app.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    const path = request.params['*'];
    const file = await fileBelow(webRoot, path === '' ? 'index.html' : path);
    if (file) return send(request, reply, file, path);
    if (extname(path) !== '') return reply.callNotFound();
    const index = await fileBelow(webRoot, 'index.html');
    if (index) return send(request, reply, index, 'index.html');
    return path === '' ? asPage(reply, wordsPolicy).send(noWebAppPage()) : reply.callNotFound();
  });
}

function send(request: FastifyRequest, reply: FastifyReply, file: File, path: string): FastifyReply {
  // Vite names what stands in assets/ by its content, so it never changes.
  const isImmutable = path.startsWith('assets/');
  // Scripts carry the policy as well: a worker takes it from its script.
  void asPage(reply, webAppPolicy(request.raw))
    .type(contentTypes[extname(file.path)] ?? 'application/octet-stream')
    .header('etag', file.etag)
    .header('cache-control', isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (isKnown(request.headers['if-none-match'], file.etag)) return reply.code(304).send();
  return reply.header('content-length', file.bytes).send(createReadStream(file.path));
}

interface File {
  readonly path: string;
  readonly bytes: number;
  readonly etag: string;
}

async function fileBelow(root: string, path: string): Promise<File | undefined> {
  if (path.includes('\0')) return undefined;
  try {
    const realRoot = await realpath(root);
    const found = await realpath(join(realRoot, path));
    if (!found.startsWith(realRoot + sep)) return undefined;
    const facts = await stat(found);
    if (!facts.isFile()) return undefined;
    // Weak, as all of ours: the same file is sent in several encodings.
    const etag = `W/"${facts.size.toString(36)}-${Math.trunc(facts.mtimeMs).toString(36)}"`;
    return { path: found, bytes: facts.size, etag };
  } catch {
    // Not there, or not ours to read: the same to whoever asks.
    return undefined;
  }
}
