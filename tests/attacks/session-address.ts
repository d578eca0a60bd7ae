import { gzipSync } from 'node:zlib';
import { type Attack, describe, isRefusedBody, refused } from './attack.ts';
import type { Target } from './target.ts';
import { type Answered, ask, codesOf, type Sent } from './wire.ts';

const MB = 1024 * 1024;
const json = { 'content-type': 'application/json' };
const renewal = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) {
  session { accessToken refreshToken refreshTokenExpiresAt } userErrors { code } } }`;
const opening = `mutation ($input: LoginInput!) { login(input: $input) {
  session { accessToken refreshToken refreshTokenExpiresAt } userErrors { code } } }`;

/** What stands against strangers at the address where the web app's sessions are renewed by a cookie. */
export const sessionAddress: readonly Attack[] = [
  {
    threat: 'cookie',
    name: 'pages elsewhere renew a session by its cookie',
    expected: '403 FORBIDDEN, no cookie; the session goes on',
    async run({ port, alice }) {
      const opened = await atSession(port, opening, { login: alice.nickname, password: alice.password });
      const cookie = opened.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
      const pages: readonly Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: `http://127.0.0.1:${port + 1}` },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
      ];
      const answers: Answered[] = [];
      for (const page of pages) {
        answers.push(await renew(port, { headers: { ...json, ...page, cookie } }));
      }
      const wrong = answers.find((answered) => !isForbidden(answered));
      const own = await renew(port, { headers: { ...json, origin: `http://127.0.0.1:${port}`, cookie } });
      const goesOn = own.text.includes('"accessToken"');
      return {
        held: wrong === undefined && goesOn,
        answer: `${describe(wrong ?? answers.at(-1))}${goesOn ? '' : ', and the session is over'}`,
        refusedMs: answers.map(({ ms }) => ms),
      };
    },
  },
  refused(
    { threat: 'cookie', name: 'a renewal without a cookie', expected: 'INVALID_REFRESH_TOKEN' },
    ({ port }) => renew(port),
    (answered) =>
      codesOf(answered).includes('INVALID_REFRESH_TOKEN') && !answered.text.includes('"accessToken"'),
  ),
  refused(
    {
      threat: 'cookie',
      name: 'a made-up cookie of 4,000 characters, each time another',
      expected: 'INVALID_REFRESH_TOKEN',
    },
    ({ port }, attempt) =>
      renew(port, { headers: { ...json, cookie: `parterre-refresh=${String(attempt).repeat(4_000)}` } }),
    (answered) =>
      codesOf(answered).includes('INVALID_REFRESH_TOKEN') && !answered.text.includes('"accessToken"'),
  ),
  refused(
    { threat: 'cookie', name: 'a renewal of 10 MB', expected: '413 with a code' },
    ({ port }) => renew(port, { body: bodyOf(10 * MB) }),
    isRefusedBody,
  ),
  refused(
    {
      threat: 'cookie',
      name: 'the same of an organizer, who may send as much elsewhere',
      expected: '413 with a code',
    },
    async (target) => renew(target.port, { headers: await asOrganizer(target), body: bodyOf(10 * MB) }),
    isRefusedBody,
  ),
  refused(
    { threat: 'cookie', name: 'a renewal of 10 MB in 10 KB of gzip', expected: '413 with a code' },
    ({ port }) =>
      renew(port, { headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(bodyOf(10 * MB)) }),
    isRefusedBody,
  ),
];

/** Asks for a session by a cookie that may be there or not. */
export function renew(port: number, sent: Omit<Sent, 'path'> = {}): Promise<Answered> {
  const body = JSON.stringify({ query: renewal, variables: { input: { refreshToken: '' } } });
  return ask(port, { headers: json, body, ...sent, path: '/graphql/session' });
}

function atSession(port: number, query: string, input: object): Promise<Answered> {
  const body = JSON.stringify({ query, variables: { input } });
  return ask(port, { headers: json, body, path: '/graphql/session' });
}

async function asOrganizer({ organizer }: Target): Promise<Record<string, string>> {
  return { ...json, authorization: `Bearer ${await organizer.token()}` };
}

function bodyOf(bytes: number): string {
  return JSON.stringify({ query: renewal, variables: { input: { refreshToken: 'B'.repeat(bytes) } } });
}

function isForbidden(answered: Answered): boolean {
  const { status, headers } = answered;
  return status === 403 && codesOf(answered).includes('FORBIDDEN') && headers['set-cookie'] === undefined;
}
