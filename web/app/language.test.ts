import { expect, it } from '@jest/globals';
import { regionalTag } from './language.ts';

it.each([
  ['en', ['en-GB', 'en-US', 'en'], 'en-GB'],
  ['en', ['de-AT', 'en-IE', 'en'], 'en-IE'],
  ['en', ['ru-RU', 'ru'], 'en'],
  ['ru', ['en-GB', 'ru-KZ'], 'ru-KZ'],
  // A language of three letters that begins alike is another one.
  ['en', ['enm', 'en-AU'], 'en-AU'],
  ['en', ['en-US@posix', 'en-NZ'], 'en-NZ'],
  ['en', [], 'en'],
] as const)('writes dates of the language %s for a browser that wants %j by %s', (language, wanted, tag) => {
  expect(regionalTag(language, wanted)).toBe(tag);
});
