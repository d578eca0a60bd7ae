import { describe, expect, it } from '@jest/globals';
import { readNickname } from './nickname.ts';

describe('a nickname', () => {
  it.each(['ada', 'Ada.Lovelace', 'ada-1815', 'a_b', '  ada  ', 'a'.repeat(30)])('is %j', (text) => {
    expect(readNickname(text)).toBe(text.trim());
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
  ])('is not %j: %s', (text) => {
    expect(readNickname(text)).toBeNull();
  });
});
