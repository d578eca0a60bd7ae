import { describe, expect, it, jest } from '@jest/globals';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { type Argon2id, createPasswords, readPhc } from './argon2-passwords.ts';

describe('passwords', () => {
  it('are hashed with argon2id at the promised cost, each with a salt of its own', async () => {
    const passwords = createPasswords({ queue: 4 });
    const [one, two] = await Promise.all([passwords.hash('correct horse'), passwords.hash('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('match their own hash and no other', async () => {
    const passwords = createPasswords({ queue: 4 });
    const hash = await passwords.hash('correct horse');
    if (isRejection(hash)) throw new Error(hash.message);
    expect(await passwords.verify('correct horse', hash)).toBe(true);
    expect(await passwords.verify('correct server', hash)).toBe(false);
  });

  it('agree with the argon2 reference implementation', async () => {
    // echo -n "password" | argon2 somesalt -id -t 2 -m 16 -p 1
    const reference =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await createPasswords({ queue: 1 }).verify('password', reference)).toBe(true);
  });

  it('cost an account that does not exist the same work as one that does, and never match', async () => {
    const argon2id = jest.fn<Argon2id>(async (_password, _how, length) => Buffer.alloc(length));
    const passwords = createPasswords({ queue: 4, argon2id });
    const hash = await passwords.hash('correct horse');
    if (isRejection(hash)) throw new Error(hash.message);
    argon2id.mockClear();
    await passwords.verify('some guess', hash);
    await passwords.verify('some guess', null);
    const [forSomebody, forNobody] = argon2id.mock.calls.map(([, how, length]) => ({
      cost: [how.memory, how.passes, how.parallelism, how.salt.length],
      length,
    }));
    expect(forNobody).toEqual(forSomebody);
    expect(await passwords.verify('some guess', null)).toBe(false);
  });

  it('are refused with TRY_AGAIN when too many wait', async () => {
    const gate = Promise.withResolvers<Buffer>();
    const passwords = createPasswords({ queue: 1, argon2id: () => gate.promise });
    const begun = [passwords.hash('a'), passwords.hash('b'), passwords.hash('c')];
    expect(await passwords.hash('d')).toMatchObject({ code: 'TRY_AGAIN' });
    expect(await passwords.verify('d', null)).toMatchObject({ code: 'TRY_AGAIN' });
    gate.resolve(Buffer.alloc(32));
    expect((await Promise.all(begun)).some(isRejection)).toBe(false);
  });

  it('are not compared with a text that is no hash', () => {
    expect(() => readPhc('plain text')).toThrow('expected a PHC string');
  });
});
