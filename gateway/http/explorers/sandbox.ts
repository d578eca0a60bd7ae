import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLoopbackHost } from '../client-address.ts';
import { page } from '../pages.ts';
import { refusalBody } from '../refusals.ts';
import { pathOf } from '../request-target.ts';
import { asPage, connectSources, type Policy, plainHost } from '../security-headers.ts';

/*
 * Apollo Sandbox runs a script of Apollo's network. In the origin of the web app it could read what the web
 * app keeps there, tokens included. A sandboxed frame does not help: its flags pass down to the frame that
 * Apollo opens, which does not work without storage of its own. So Sandbox has an origin of its own:
 * `sandbox.localhost`, a name that browsers resolve to this machine, at the same port. There, the API answers
 * as everywhere, and there is no web app; /graphql shows it in a frame.
 */
const SANDBOX_HOST = 'sandbox.localhost';
const APOLLO_LOADER = 'https://embeddable-sandbox.cdn.apollographql.com';
const APOLLO_FRAME = 'https://sandbox.embed.apollographql.com';

/** Adds what keeps the origin of Sandbox apart: nothing lives there but /graphql. */
export function addSandboxOrigin(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (!isSandboxHost(request) || pathOf(request.raw.url) === '/graphql') return done();
    void reply.code(404).send(refusalBody('there is nothing at this address', 'NOT_FOUND'));
  });
}

/**
 * What a browser gets that opens /graphql: Sandbox in a frame of its own origin where the browser runs on this
 * machine, GraphiQL elsewhere.
 */
export function showSandbox(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (isSandboxHost(request)) return asPage(reply, sandboxPolicy(request), framed).send(sandboxPage);
  const host = plainHost(request.headers.host);
  if (!host || !isLoopbackHost(host)) return reply.redirect('/graphiql');
  const origin = `http://${SANDBOX_HOST}${/:\d+$/.exec(host)?.[0] ?? ''}`;
  return asPage(reply, framePolicy(origin)).send(framePage(origin));
}

function isSandboxHost({ headers }: FastifyRequest): boolean {
  return plainHost(headers.host)?.replace(/:\d+$/, '').toLowerCase() === SANDBOX_HOST;
}

const frameStyle =
  'html, body { height: 100%; margin: 0 } body { display: flex; flex-direction: column; font: 14px system-ui } ' +
  'p { margin: 8px 12px } iframe { flex: 1; border: 0 }';

function framePage(origin: string): string {
  return page(
    'Parterre Sandbox',
    `<p>Apollo Sandbox, from Apollo's network, in an origin of its own.
      Out of reach? <a href="/graphiql">GraphiQL</a> needs no network.</p>
    <iframe src="${origin}/graphql" title="Apollo Sandbox" allow="clipboard-write"></iframe>`,
    `<style>${frameStyle}</style>`,
  );
}

function framePolicy(origin: string): Policy {
  return {
    'default-src': "'none'",
    'style-src': hashOf(frameStyle),
    'frame-src': origin,
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  };
}

const start = `
  const place = document.getElementById('sandbox');
  const endpoint = location.origin + '/graphql';
  if (window.EmbeddedSandbox) {
    new window.EmbeddedSandbox({
      target: '#sandbox',
      initialEndpoint: endpoint,
      initialSubscriptionEndpoint: endpoint.replace(/^http/, 'ws'),
      endpointIsEditable: false,
      includeCookies: false,
      runTelemetry: false,
    });
  } else {
    place.textContent = 'Sandbox could not be loaded from its network.';
  }
`;

const sandboxPage = page(
  'Parterre Sandbox',
  `<div id="sandbox"></div>
    <noscript>Sandbox needs JavaScript. The API itself is here: send a POST.</noscript>
    <script src="${APOLLO_LOADER}/_latest/embeddable-sandbox.umd.production.min.js"></script>
    <script>${start}</script>`,
  '<style>html, body, #sandbox { height: 100%; margin: 0 }</style>',
);

function sandboxPolicy(request: FastifyRequest): Policy {
  return {
    'default-src': "'none'",
    'script-src': `${APOLLO_LOADER} ${hashOf(start)}`,
    // Apollo's loader writes its styles into the page.
    'style-src': "'unsafe-inline' https://fonts.googleapis.com",
    'font-src': 'https://fonts.gstatic.com',
    'img-src': `data: https://*.apollographql.com`,
    'frame-src': APOLLO_FRAME,
    // The loader asks the API on behalf of the frame, and nobody else.
    'connect-src': connectSources(request),
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': 'http://localhost:* http://127.0.0.1:*',
  };
}

/** It is shown in a frame, and its loader opens the window in which one signs in to Apollo. */
const framed = { 'cross-origin-opener-policy': 'same-origin-allow-popups' } as const;

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
