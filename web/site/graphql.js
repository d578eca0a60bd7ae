import { operation } from './operations.js';
import { accessToken, renew, session } from './session.js';

/**
 * Asks the server. Signs in anew with the refresh token, once, when the access token is no longer good.
 * Throws with words for people when the server does not answer or refuses as a whole.
 */
export async function ask(name, variables = {}) {
  const query = await operation(name);
  const first = await post(name, query, variables, await accessToken());
  const answer =
    isUnauthenticated(first) && session() ? await post(name, query, variables, await renew()) : first;
  if (answer.data) return answer.data;
  throw new Error(answer.errors?.[0]?.message ?? 'The server did not answer.');
}

/**
 * Asks for a change. Answers the mutation's payload; its `userErrors` say what was refused.
 * A network failure is tried once more with the same input: the idempotency key keeps that harmless.
 */
export async function act(name, input) {
  const once = async () => Object.values(await ask(name, { input }))[0];
  try {
    return await once();
  } catch (error) {
    if (error instanceof TypeError) return once();
    throw error;
  }
}

/** Names one request of the user; repeated with a repeated try, so that nothing happens twice. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

async function post(operationName, query, variables, token) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ operationName, query, variables }),
  });
  return response.json();
}

function isUnauthenticated({ errors }) {
  return errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
}
