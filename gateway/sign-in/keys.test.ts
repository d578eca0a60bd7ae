import { describe, expect, it } from '@jest/globals';
import { generateSigningKey, type PublicJwk } from '@parterre/platform/auth/access-tokens.ts';
import { createKeys } from './keys.ts';

const first = (await generateSigningKey()).publicJwk;
const second = (await generateSigningKey()).publicJwk;

describe('the keys that tokens are verified with', () => {
  it('are asked for once, however many need them', async () => {
    const { keys, asked } = aRoomWith([first]);
    const found = await Promise.all([keys.find(first.kid), keys.find(first.kid), keys.list()]);
    expect(found[0]).toBeDefined();
    expect(asked()).toBe(1);
  });

  it('are asked for again when one is unknown, but not at the pace of made-up tokens', async () => {
    const { keys, asked, room, pass } = aRoomWith([first]);
    await keys.find(first.kid);
    room.jwks = [first, second];
    pass(4_000);
    expect(await keys.find(second.kid)).toBeUndefined();
    expect(asked()).toBe(1);
    pass(1_000);
    expect(await keys.find(second.kid)).toBeDefined();
    expect(await keys.find('made up')).toBeUndefined();
    expect(asked()).toBe(2);
  });

  it('are forgotten some time after the room has withdrawn them', async () => {
    const { keys, room, pass } = aRoomWith([first, second]);
    await keys.find(first.kid);
    room.jwks = [second];
    pass(10 * 60_000 + 1);
    expect(await keys.find(first.kid)).toBeUndefined();
  });

  it('outlive an outage of the room, once they are known', async () => {
    const { keys, room, pass } = aRoomWith([first]);
    room.isDown = true;
    await expect(keys.find(first.kid)).rejects.toThrow('users is down');
    room.isDown = false;
    await keys.find(first.kid);
    room.isDown = true;
    pass(60 * 60_000);
    expect(await keys.find(first.kid)).toBeDefined();
  });
});

function aRoomWith(jwks: readonly PublicJwk[]) {
  const room = { jwks, isDown: false };
  let at = Date.parse('2027-03-01T18:30:00Z');
  let count = 0;
  const keys = createKeys({
    async ask() {
      count += 1;
      if (room.isDown) throw new Error('users is down');
      return room.jwks;
    },
    clock: { now: () => new Date(at) },
  });
  return {
    keys,
    room,
    asked: () => count,
    pass(ms: number) {
      at += ms;
    },
  };
}
