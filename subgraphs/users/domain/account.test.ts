import { describe, expect, it } from '@jest/globals';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { parseNickname } from './account.ts';

describe('a nickname', () => {
  it.each(['ada', 'Ada.Lovelace', 'ada-1815', 'a_b', '  ada  ', 'a'.repeat(30)])('takes %j', (text) => {
    expect(parseNickname(text)).toBe(text.trim());
  });

  it.each([
    ['', 'nothing'],
    ['ab', 'two letters'],
    ['a'.repeat(31), 'thirty-one letters'],
    ['ada@example.org', 'a mail address, so that it cannot shadow one'],
    ['ada lovelace', 'a space'],
    ['.ada', 'a dot in front'],
    ['ada-', 'a hyphen at the end'],
    ['аda', 'a Cyrillic letter that looks like a Latin one'],
    ['a\u0000da', 'a control character'],
  ])('refuses %j: %s', (text) => {
    const refused = parseNickname(text);
    expect(isRejection(refused) && [refused.code, refused.field]).toEqual(['INVALID_NICKNAME', ['nickname']]);
  });
});
