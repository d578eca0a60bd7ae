import { demoAdministrator, demoBuyers, demoOrganizer } from './demo/accounts.ts';
import type { RunningServer } from './server.ts';

/** What `npm start` says when the server is open: where everything is, and who can sign in. */
export function welcome(server: RunningServer): string {
  const { url } = server;
  const lines = [
    '',
    'Parterre is open.',
    '',
    `  web app   ${url}/`,
    `  GraphQL   ${url}/graphql   (a browser gets Apollo Sandbox; subscriptions by graphql-ws at the same address)`,
    `  health    ${url}/health/ready`,
    `  metrics   ${url}/metrics`,
    ...accountLines(server),
    '',
    '  Ctrl-C stops it.',
    '',
  ];
  return `${lines.join('\n')}\n`;
}

/** Who can sign in, after an empty line; nothing where nobody's password is known. */
export function accountLines(
  server: Pick<RunningServer, 'hasDemo' | 'isDemoAdministrator'>,
): readonly string[] {
  const accounts = [
    ...(server.isDemoAdministrator ? [demoAdministrator] : []),
    ...(server.hasDemo ? [demoOrganizer, ...demoBuyers] : []),
  ];
  if (accounts.length === 0) return [];
  const lines = accounts.map(
    ({ who, email, password }) => `    ${who.padEnd(14)} ${email.padEnd(24)} ${password}`,
  );
  return ['', '  sign in as', ...lines];
}
