import { expect, it } from '@jest/globals';
import { UserRegistered } from '@parterre/contracts/facts/users.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import fc from 'fast-check';
import { parseEmailAddress, showEmailAddress } from './email-address.ts';

it('knows one address in one form only: trimmed and in lower case', () => {
  expect(parseEmailAddress('  Ada.Lovelace@Example.ORG ')).toBe('ada.lovelace@example.org');
});

it.each([
  ['ada@MÜNCHEN.example', 'ada@xn--mnchen-3ya.example', 'ada@münchen.example'],
  ['ada@mu\u0308nchen.example', 'ada@xn--mnchen-3ya.example', 'ada@münchen.example'],
  ['ada@xn--mnchen-3ya.example', 'ada@xn--mnchen-3ya.example', 'ada@münchen.example'],
  ['ada@пример.рф', 'ada@xn--e1afmkfd.xn--p1ai', 'ada@пример.рф'],
  ['ada@例え。テスト', 'ada@xn--r8jz45g.xn--zckzah', 'ada@例え.テスト'],
])('knows %j as %j, and shows it as %j', (text, stored, shown) => {
  expect(parseEmailAddress(text)).toBe(stored);
  expect(showEmailAddress(stored)).toBe(shown);
});

it.each([
  '',
  'ada',
  'ada@1.2.3.4',
  'ada@%65xample.org',
  'ada@exam\u200bple.org',
  'ada@example.org:25',
  'ada@example.org/x',
  'ada@-example.org',
  `ada@${'a'.repeat(64)}.org`,
  'ada@xn--.org',
  'аda@example.org',
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
    fc.property(
      fc.oneof(
        fc.emailAddress(),
        fc.string(),
        fc.stringMatching(/^.+@.+\..+$/),
        fc.stringMatching(/^a@\p{L}+\.\p{L}+$/u),
      ),
      (text) => {
        const email = parseEmailAddress(text);
        return isRejection(email) || UserRegistered.data.safeParse({ ...details, email }).success;
      },
    ),
  );
});
