import { describe, expect, it } from '@jest/globals';
import { accessTokenRules, generateSigningKey } from '@parterre/platform/auth/access-tokens.ts';
import { ConfigError, readConfig } from '@parterre/platform/config/read-config.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { importJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import { createAccessTokens, publicKeys, signingKeysVariable } from './signing-keys.ts';

const schema = z.object({ ACCESS_TOKEN_KEYS: signingKeysVariable });
const read = (text: string) => readConfig(schema, { ACCESS_TOKEN_KEYS: text }).ACCESS_TOKEN_KEYS;
const [first, second] = [await generateSigningKey(), await generateSigningKey()];
const both = JSON.stringify({ keys: [first.privateJwk, second.privateJwk] });

describe('the signing keys', () => {
  it('sign with the first one, and show the public half of each', async () => {
    const keys = read(both);
    const shown = publicKeys(keys);
    expect(shown).toEqual([first.publicJwk, second.publicJwk]);
    expect(JSON.stringify(shown)).not.toContain(String(first.privateJwk.d));

    const holder = { userId: newId<'User'>(), role: 'USER' as const, sessionId: newId() };
    const now = new Date();
    const { token } = await (await createAccessTokens(keys)).issue(holder, now);
    const { payload, protectedHeader } = await jwtVerify(token, await importJWK({ ...first.publicJwk }), {
      ...accessTokenRules,
      algorithms: [...accessTokenRules.algorithms],
    });
    expect(payload).toMatchObject({ sub: holder.userId, role: 'USER', sid: holder.sessionId });
    expect(protectedHeader.kid).toBe(first.kid);
    // In milliseconds, and good for ten minutes from the second in which it was issued.
    expect(Math.round(Number(payload.iat) * 1000)).toBe(now.getTime());
    expect(payload.exp).toBe(Math.floor(now.getTime() / 1000) + 600);
  });

  it.each([
    ['no JSON', 'secret-that-must-not-show'],
    ['no key', '{"keys":[]}'],
    ['a public key', JSON.stringify({ keys: [first.publicJwk] })],
    ['one kid twice', JSON.stringify({ keys: [first.privateJwk, first.privateJwk] })],
  ])('are refused by name when the variable holds %s, and the value is not repeated', (_, text) => {
    let fault: unknown;
    try {
      read(text);
    } catch (error) {
      fault = error;
    }
    if (!(fault instanceof ConfigError)) throw new Error('expected a ConfigError');
    expect(fault.message).toContain('ACCESS_TOKEN_KEYS: expected a JSON Web Key Set');
    expect(fault.message).not.toContain(text);
  });
});
