import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import { anonymous, type Caller } from '@parterre/platform/kernel/caller.ts';
import type { ExecutionResult } from 'graphql';
import { factsOf } from './testing/facts.ts';
import { type NotificationsFixture, openNotificationsFixture, userCaller } from './testing/fixture.ts';

let fixture: NotificationsFixture;
beforeAll(async () => {
  fixture = await openNotificationsFixture();
});
afterAll(() => fixture.stop());

interface Message {
  readonly kind: string | null;
  readonly cursor: string;
  readonly reset: boolean;
}

async function watch(caller: Caller, since: string | null = null) {
  const document =
    'subscription ($since: String) { notificationAdded(since: $since) { id kind subject readAt } }';
  const stream = await fixture.subscribe(document, { since }, caller);
  if (!('next' in stream)) throw new Error(`expected a stream, got ${JSON.stringify(stream)}`);
  return {
    next: async (): Promise<Message | 'end'> => {
      const { done, value } = await stream.next();
      return done ? 'end' : messageOf(value);
    },
    close: () => stream.return?.(),
  };
}
function messageOf({ data, errors, extensions }: ExecutionResult): Message {
  if (errors) throw new Error(JSON.stringify(errors));
  const { notificationAdded: added } = data as { notificationAdded: { kind: string } | null };
  return {
    kind: added?.kind ?? null,
    cursor: String(extensions?.cursor),
    reset: extensions?.reset === true,
  };
}
const lifeOf = (name: string) => {
  const facts = factsOf(name);
  return { facts, caller: userCaller('USER', facts.userId as UserId) };
};
async function add(...facts: readonly FactEnvelope[]) {
  await fixture.deliverAll(...facts);
  await fixture.relay();
}

describe('notificationAdded', () => {
  it('tells each of what is the caller’s own from now on, once however often its fact comes', async () => {
    const [ada, bess] = [lifeOf('ada'), lifeOf('bess')];
    await add(ada.facts.registered);
    const messages = await watch(ada.caller);
    const first = messages.next();
    await add(bess.facts.confirmed, ada.facts.confirmed, ada.facts.confirmed, ada.facts.moved);
    expect(await first).toMatchObject({ kind: 'BOOKING_CONFIRMED', reset: false });
    expect(await messages.next()).toMatchObject({ kind: 'EVENT_MOVED' });
    await messages.close();
    expect(await messages.next()).toBe('end');
  });

  it('goes on from the cursor of a message with everything that was missed', async () => {
    const { facts, caller } = lifeOf('cleo');
    const before = await watch(caller);
    const first = before.next();
    await add(facts.registered);
    const { cursor } = (await first) as Message;
    await before.close();
    await add(facts.confirmed, facts.moved, facts.changed);
    const after = await watch(caller, cursor);
    expect(await after.next()).toMatchObject({ kind: 'BOOKING_CONFIRMED', reset: false });
    expect(await after.next()).toMatchObject({ kind: 'EVENT_MOVED', reset: false });
    expect(await after.next()).toMatchObject({ kind: 'EVENT_CHANGED', reset: false });
    await after.close();
  });

  it('starts anew, with the newest, where nobody knows what was missed', async () => {
    const { facts, caller } = lifeOf('dora');
    await add(facts.registered, facts.confirmed);
    for (const [who, newest] of [
      [caller, 'BOOKING_CONFIRMED'],
      [userCaller('USER'), null],
    ] as const) {
      const messages = await watch(who, 'no cursor of this log');
      expect(await messages.next()).toMatchObject({ kind: newest, reset: true });
      await messages.close();
    }
  });

  it('leaves out what has been deleted since', async () => {
    const { facts, caller } = lifeOf('emil');
    await fixture.deliverAll(facts.registered);
    await fixture.database.sql('delete from notifications where user_id = $1', [facts.userId]);
    const messages = await watch(caller);
    const next = messages.next();
    await fixture.relay();
    await add(facts.confirmed);
    expect(await next).toMatchObject({ kind: 'BOOKING_CONFIRMED' });
    await messages.close();
  });

  it('is for who is signed in', async () => {
    const refused = await fixture.subscribe('subscription { notificationAdded { id } }', {}, anonymous);
    const result = 'next' in refused ? (await refused.next()).value : refused;
    expect(result.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
