import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { type Actor, register } from '../support/people.ts';
import { type SharedServer, shareServer } from '../support/shared-server.ts';

interface Confirmed {
  readonly user: { readonly id: string; readonly isEmailConfirmed: boolean } | null;
}

describe('somebody without a mail server reads the links in files', () => {
  let server: SharedServer;
  let anyone: Client;
  let ada: Actor;
  let address: string;

  beforeAll(async () => {
    server = await shareServer();
    anyone = server.client;
    ada = await register(anyone, 'ada');
    address = `${ada.nickname}@example.org`;
  }, 240_000);
  afterAll(() => server?.leave());

  /** The token in the first mail to the address that leads to a page of the web app. */
  const tokenFor = (page: string) =>
    eventually(`a mail to ${address} with a link to ${page}`, async () => {
      const folder = join(server.dataDir, 'mail');
      const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
      const mails = await Promise.all(
        names.map(async (name) => decoded(await readFile(join(folder, name), 'utf8'))),
      );
      const link = new RegExp(`^http://localhost:${server.port}/${page}#token=(\\S+)$`, 'm');
      const found = mails
        .filter((mail) => mail.includes(`\nTo: ${address}\n`))
        .flatMap((mail) => link.exec(mail)?.[1] ?? []);
      return found[0] && decodeURIComponent(found[0]);
    });
  const logsIn = async (password: string) =>
    (await anyone.attempt<{ session: object | null }>('Login', { login: ada.nickname, password })).session !==
    null;

  it('confirms the address with the token of the first mail, as often as it is opened', async () => {
    const token = await tokenFor('confirm-email');
    for (const _ of [1, 2]) {
      const { user } = await anyone.act<Confirmed>('ConfirmEmail', { token });
      expect(user).toEqual({ id: ada.id, isEmailConfirmed: true });
    }
    const { user, userErrors } = await anyone.attempt<Confirmed>('ConfirmEmail', { token: `${token}x` });
    expect([user, userErrors.map(({ code }) => code)]).toEqual([null, ['INVALID_TOKEN']]);
  });

  it('sets a new password with the token of the next mail, once, and is signed out everywhere', async () => {
    await anyone.act('RequestPasswordReset', { email: address });
    const token = await tokenFor('reset-password');
    const newPassword = 'another horse, and no battery';
    const { user } = await anyone.act<{ user: { id: string } }>('ResetPassword', { token, newPassword });
    expect(user.id).toBe(ada.id);
    expect([await logsIn(ada.password), await logsIn(newPassword)]).toEqual([false, true]);
    await eventually('the session from before to end', async () => {
      const answer = await ada.client.send('{ me { id } }');
      return answer.errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
    });
    const again = await anyone.attempt('ResetPassword', { token, newPassword: 'a third horse altogether' });
    expect(again.userErrors.map(({ code }) => code)).toEqual(['INVALID_TOKEN']);
    expect(await logsIn(newPassword)).toBe(true);
  });
});

/** A mail's text without quoted-printable. */
function decoded(mail: string): string {
  return mail
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
