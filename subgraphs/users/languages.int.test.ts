import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { codesOf, openUsersFixture, password, signedIn, type UsersFixture } from './testing/fixture.ts';

let fixture: UsersFixture;
beforeAll(async () => {
  fixture = await openUsersFixture();
});
afterAll(() => fixture.stop());

const facts = async (type: string, userId: string) =>
  (await fixture.service.published(type)).filter(({ subject }) => subject === userId).map(({ data }) => data);
const languageOf = (id: string, caller: Caller) =>
  fixture.ask('query ($id: ID!) { user(id: $id) { language } }', { id }, caller);

describe('the language in which somebody is written to', () => {
  it('is English unless one registers with another', async () => {
    const ada = await fixture.register('ada');
    expect((await languageOf(ada.id, ada.caller)).data).toEqual({ user: { language: 'EN' } });
    const input = { nickname: 'boris', email: 'boris@example.org', password, language: 'RU' };
    const boris = signedIn(await fixture.mutate('register', input));
    expect((await languageOf(boris.id, boris.caller)).data).toEqual({ user: { language: 'RU' } });
    expect(await facts('UserRegistered', boris.id)).toMatchObject([{ language: 'RU' }]);
  });

  it('is changed by the user, who is told of once for each change', async () => {
    const { id, caller } = await fixture.register('cleo');
    for (const language of ['RU', 'RU', 'EN']) {
      const answer = await fixture.mutate('changeLanguage', { language }, caller);
      expect(answer).toMatchObject({ user: { id, language }, userErrors: [] });
    }
    expect(await facts('UserLanguageChanged', id)).toEqual([
      { userId: id, language: 'RU' },
      { userId: id, language: 'EN' },
    ]);
  });

  it('is nobody else’s to know', async () => {
    const dora = await fixture.register('dora');
    const other = await fixture.register('emil');
    expect((await languageOf(dora.id, other.caller)).data).toEqual({ user: null });
    const admin = await fixture.administrator('root');
    expect((await languageOf(dora.id, admin.caller)).data).toEqual({ user: { language: 'EN' } });
  });

  it('of an account that is not there is not changed', async () => {
    const { caller } = await fixture.register('fay');
    const nobody = { ...caller, userId: newId<'User'>() };
    const answer = await fixture.mutate('changeLanguage', { language: 'RU' }, nobody);
    expect(codesOf(answer)).toEqual(['USER_NOT_FOUND']);
  });
});
