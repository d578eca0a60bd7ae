import { operation } from './operations.js';

// The refresh token lives as long as the tab. The access token is worth ten minutes and is kept beside it.
const place = 'parterre.session';
const listeners = new Set();
let renewing = null;

/** Who is signed in in this tab: { user, accessToken, accessTokenExpiresAt, refreshToken }, or null. */
export function session() {
  return JSON.parse(sessionStorage.getItem(place) ?? 'null');
}

export function remember(user, tokens) {
  sessionStorage.setItem(place, JSON.stringify({ user, ...tokens }));
  for (const listener of listeners) listener();
}

export function forget() {
  sessionStorage.removeItem(place);
  for (const listener of listeners) listener();
}

/** Calls back whenever somebody signs in or out. */
export function onSession(listener) {
  listeners.add(listener);
}

/** A token with at least half a minute left, or null when nobody is signed in. */
export async function accessToken() {
  const now = session();
  if (!now) return null;
  return new Date(now.accessTokenExpiresAt) - Date.now() > 30_000 ? now.accessToken : renew();
}

/**
 * Exchanges the refresh token. Each works once, so all who ask at one time wait for one exchange.
 */
export function renew() {
  renewing ??= exchange().finally(() => {
    renewing = null;
  });
  return renewing;
}

async function exchange() {
  const { refreshToken } = session() ?? {};
  if (!refreshToken) return null;
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      operationName: 'StaySignedIn',
      query: await operation('StaySignedIn'),
      variables: { input: { refreshToken } },
    }),
  });
  const { data } = await response.json();
  const renewed = data?.refreshSession;
  if (!renewed?.session) {
    forget();
    return null;
  }
  remember(renewed.user, renewed.session);
  return renewed.session.accessToken;
}
