import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operation } from '../support/operations.ts';
import { type Actor, register } from '../support/people.ts';
import { type SharedServer, shareServer } from '../support/shared-server.ts';

/** Linux takes any address of 127.0.0.0/8 for the machine itself: each is another client to the server. */
const [ATTACKER, OWNER_ELSEWHERE] = ['127.0.0.66', '127.0.0.77'];

describe('guessing a password', () => {
  let server: SharedServer;
  let owner: Actor;
  beforeAll(async () => {
    server = await shareServer();
    owner = await register(server.client, 'owner');
  }, 120_000);
  afterAll(() => server?.leave());

  it('shuts out the address that it comes from, and not the owner', async () => {
    const guesses = [];
    for (let i = 0; i < 11; i += 1) guesses.push(await logIn(`a wrong guess ${i}`, ATTACKER));
    expect(guesses.slice(0, 2)).toEqual(['WRONG_CREDENTIALS', 'WRONG_CREDENTIALS']);
    // Whichever bound is met first: that of the account and the address, or that of the gateway.
    const shutOut = /^(TOO_MANY_ATTEMPTS|RATE_LIMITED)$/;
    expect(guesses.at(-1)).toMatch(shutOut);
    expect(await logIn(owner.password, ATTACKER)).toMatch(shutOut);
    expect(await logIn(owner.password, OWNER_ELSEWHERE)).toBe('logged in');
  });

  /** Logs in from this address of the client; answers the code of what was refused. */
  async function logIn(password: string, localAddress: string): Promise<string> {
    const body = JSON.stringify({
      query: operation('Login'),
      variables: { input: { login: owner.nickname, password } },
    });
    const answer = await post(body, localAddress);
    const { session, userErrors } = answer.data?.login ?? {};
    if (session) return 'logged in';
    return userErrors?.[0]?.code ?? answer.errors?.[0]?.extensions.code ?? 'nothing was said';
  }

  function post(body: string, localAddress: string): Promise<LoginAnswer> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json' };
      const sent = request(`${server.client.url}/graphql`, { method: 'POST', headers, localAddress });
      sent.once('response', (response) =>
        json(response).then((answer) => resolve(answer as LoginAnswer), reject),
      );
      sent.once('error', reject);
      sent.end(body);
    });
  }
});

interface LoginAnswer {
  readonly data?: {
    readonly login?: {
      readonly session: object | null;
      readonly userErrors: readonly { readonly code: string }[];
    } | null;
  };
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}
