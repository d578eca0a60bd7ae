import { describe, expect, it } from '@jest/globals';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { parseNickname } from './account.ts';

describe('a nickname', () => {
  it('is taken without the blanks around it, in the case it is written in', () => {
    expect(parseNickname('  Ada.Lovelace ')).toBe('Ada.Lovelace');
  });

  it('is refused by its field where it can be none, and not repeated at any length', () => {
    const refused = parseNickname(` @${'x'.repeat(1_000)}`);
    if (!isRejection(refused)) throw new Error(`expected a refusal, got ${refused}`);
    expect([refused.code, refused.field]).toEqual(['INVALID_NICKNAME', ['nickname']]);
    expect(refused.message).toMatch(/got "@x{39}"$/);
  });
});
