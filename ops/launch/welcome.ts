import { demoAdministrator, demoBuyers, demoOrganizer } from './demo/accounts.ts';
import type { RunningServer } from './server.ts';

/** What `npm start` says when the server is open: where everything is, and who can sign in. */
export function welcome(server: RunningServer): string {
  const { url, hasDemo, isDemoAdministrator } = server;
  const accounts = [
    ...(isDemoAdministrator ? [demoAdministrator] : []),
    ...(hasDemo ? [demoOrganizer, ...demoBuyers] : []),
  ];
  const lines = [
    '',
    'Parterre is open.',
    '',
    `  web app   ${url}/`,
    `  GraphQL   ${url}/graphql   (a browser gets Apollo Sandbox; subscriptions by graphql-ws at the same address)`,
    `  health    ${url}/health/ready`,
    `  metrics   ${url}/metrics`,
    ...(accounts.length > 0 ? ['', '  sign in as'] : []),
    ...accounts.map(({ who, email, password }) => `    ${who.padEnd(14)} ${email.padEnd(24)} ${password}`),
    '',
    '  Ctrl-C stops it.',
    '',
  ];
  return `${lines.join('\n')}\n`;
}
