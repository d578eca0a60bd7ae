import type { SessionCookie, SessionField } from '@parterre/gateway/http/session-exchange.ts';

const takes = ['input', 'refreshToken'];
const gives: SessionField = {
  gives: ['session', 'refreshToken'],
  givesUntil: ['session', 'refreshTokenExpiresAt'],
};

/**
 * Where the web app opens, renews and ends sessions, and the cookie that keeps its refresh token (docs/adr/0035).
 * All fields are here that answer or take a refresh token: a test holds that against the API.
 */
export const sessionCookie: SessionCookie = {
  path: '/graphql/session',
  name: 'parterre-refresh',
  fields: {
    'Mutation.login': gives,
    'Mutation.register': gives,
    'Mutation.refreshSession': { takes, ...gives },
    'Mutation.logout': { takes },
  },
};
