import { expect, it } from '@jest/globals';
import { UserRegistered } from '@parterre/contracts/facts/users.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import fc from 'fast-check';
import { parseEmailAddress } from './email-address.ts';

it('knows one address in one form only: trimmed and in lower case', () => {
  expect(parseEmailAddress('  Ada.Lovelace@Example.ORG ')).toBe('ada.lovelace@example.org');
});

it.each([
  '',
  'ada',
  'ada@',
  '@example.org',
  'ada@example',
  'a da@example.org',
  'ada@exa mple.org',
  '.a@b.org',
])('refuses %j', (text) => {
  const refused = parseEmailAddress(text);
  expect(isRejection(refused) && [refused.code, refused.field]).toEqual(['INVALID_EMAIL', ['email']]);
});

it('refuses an address that no mail server takes for its length', () => {
  expect(isRejection(parseEmailAddress(`${'a'.repeat(250)}@b.org`))).toBe(true);
});

it('lets nothing through that the fact UserRegistered would trip over', () => {
  const details = { userId: newId<'User'>(), nickname: 'ada', role: 'USER' as const };
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.string(), fc.stringMatching(/^.+@.+\..+$/)), (text) => {
      const email = parseEmailAddress(text);
      return isRejection(email) || UserRegistered.data.safeParse({ ...details, email }).success;
    }),
  );
});
