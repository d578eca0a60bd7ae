import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserLanguageChanged } from '@parterre/contracts/facts/users.ts';
import { deterministicId, newId } from '@parterre/platform/kernel/ids.ts';
import { amountOf } from '@parterre/platform/testing/reliability-scale.ts';
import fc from 'fast-check';
import { factsOf, inOrder } from './testing/facts.ts';
import { type NotificationsFixture, openNotificationsFixture } from './testing/fixture.ts';

const ORDERS = amountOf('factOrdersOfNotifications');

let fixture: NotificationsFixture;
beforeEach(async () => {
  fixture = await openNotificationsFixture();
});
afterEach(() => fixture.stop());

describe('mails', () => {
  it('are written on everything that a user has to know of', async () => {
    const ada = factsOf('ada');
    await fixture.deliverAll(...inOrder(ada));
    const mails = await fixture.mailsOf(ada.userId);
    expect(mails.map((mail) => [mail.kind, mail.recipient, mail.subject])).toEqual([
      ['USER_REGISTERED', 'ada@example.org', 'Welcome to Parterre, ada'],
      ['BOOKING_CONFIRMED', 'ada@example.org', 'Your tickets for The Cherry Orchard'],
      ['EVENT_MOVED', 'ada@example.org', 'The Cherry Orchard takes place at another time and place'],
      [
        'EVENT_CHANGED',
        'ada@example.org',
        'The Cherry Orchard is now called The Cherry Orchard (last night)',
      ],
      ['EVENT_CANCELLED', 'ada@example.org', 'The Cherry Orchard is cancelled'],
      ['TICKETS_REFUNDED', 'ada@example.org', 'Your refund for The Cherry Orchard'],
      ['BOOKING_CANCELLED', 'ada@example.org', 'Your booking for The Cherry Orchard has ended'],
      ['LOYALTY_LEVEL_CHANGED', 'ada@example.org', 'You have reached Silver'],
      ['EMAIL_CONFIRMATION', 'ada@example.org', 'Confirm your mail address'],
      ['PASSWORD_RESET', 'ada@example.org', 'A new password for your account'],
      ['ADDRESS_REGISTERED_AGAIN', 'ada@example.org', 'You have an account already'],
      ['USER_BLOCKED', 'ada@example.org', 'Your account is blocked'],
    ]);
    expect(mails[1]?.body).toContain(
      'Monday, 1 March 2027 at 19:30 (Europe/Vienna)\nGreat Hall, Old Theatre',
    );
    expect(mails[1]?.body).toContain('1 ticket for €22.50, after a discount of €2.50');
  });

  it(
    'are one a fact, each with its address, however often and in whatever order facts come',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.infiniteStream(fc.nat()), async (picks) => {
          const lives = [factsOf('ada'), factsOf('bess')];
          const facts = lives.flatMap(inOrder);
          const shuffled = shuffle([...facts, ...facts, ...facts], picks);
          await fixture.deliverAll(...shuffled);
          for (const life of lives) {
            const mails = await fixture.mailsOf(life.userId);
            expect(mails.map((mail) => mail.kind)).toEqual([
              'USER_REGISTERED',
              'BOOKING_CONFIRMED',
              'EVENT_MOVED',
              'EVENT_CHANGED',
              'EVENT_CANCELLED',
              'TICKETS_REFUNDED',
              'BOOKING_CANCELLED',
              'LOYALTY_LEVEL_CHANGED',
              'EMAIL_CONFIRMATION',
              'PASSWORD_RESET',
              'ADDRESS_REGISTERED_AGAIN',
              'USER_BLOCKED',
            ]);
            expect(new Set(mails.map((mail) => mail.recipient))).toEqual(
              new Set([life === lives[0] ? 'ada@example.org' : 'bess@example.org']),
            );
          }
        }),
        { numRuns: ORDERS },
      );
    },
    60_000 + ORDERS * 4_000,
  );

  it('that are written before the address is known get it when it is', async () => {
    const ada = factsOf('ada');
    await fixture.deliverAll(ada.confirmed);
    expect(await fixture.mailsOf(ada.userId)).toMatchObject([{ recipient: null }]);
    await fixture.deliverAll(ada.registered);
    expect((await fixture.mailsOf(ada.userId)).map((mail) => mail.recipient)).toEqual(
      Array(2).fill('ada@example.org'),
    );
  });

  it('have their address also when both arrive at the same moment', async () => {
    const lives = Array.from({ length: 20 }, (_, index) => factsOf(`user-${index}`));
    await Promise.all(
      lives.flatMap(({ registered, confirmed }) => [fixture.deliver(confirmed), fixture.deliver(registered)]),
    );
    expect(await fixture.database.sql('select id from notifications where recipient is null')).toEqual([]);
  });

  it('give the time in UTC when the event has not been told of yet, and where it moved to when it has', async () => {
    const [early, moved] = [factsOf('early'), factsOf('moved')];
    await fixture.deliverAll(early.confirmed);
    expect((await fixture.mailsOf(early.userId))[0]?.body).toContain('at 18:30 (UTC)');

    const details = moved.published.data as object;
    const elsewhere = {
      ...moved.published,
      id: deterministicId('Fact', 'later'),
      type: 'EventChanged',
      time: '2027-01-02T00:00:00.000Z',
      data: { ...details, timeZone: 'Europe/London', hallName: 'Small Hall' },
    };
    await fixture.deliverAll(elsewhere, moved.published, moved.confirmed);
    expect((await fixture.mailsOf(moved.userId))[0]?.body).toContain(
      'at 18:30 (Europe/London)\nSmall Hall, Old Theatre',
    );
  });

  it('tell of the time that an event was moved to, not of the one that was booked', async () => {
    const gil = factsOf('gil');
    const details = gil.published.data as object;
    const moved = {
      ...gil.published,
      id: deterministicId('Fact', 'gil moved'),
      type: 'EventChanged',
      time: '2027-01-02T00:00:00.000Z',
      data: { ...details, startsAt: '2027-04-02T17:00:00.000Z' },
    };
    await fixture.deliverAll(gil.published, moved, gil.confirmed, gil.refunded, gil.cancelled);
    const mails = await fixture.mailsOf(gil.userId);
    expect(mails).toHaveLength(3);
    for (const { body } of mails) {
      expect(body).toContain('2 April 2027');
      expect(body).not.toContain('1 March 2027');
    }
  });

  it('of a moved event promise everything until it begins unless another time is said, and nothing when it is as booked', async () => {
    const hugo = factsOf('hugo');
    const { refundUntil: _, ...data } = hugo.moved.data as { readonly refundUntil: string };
    const moves = [{}, { isAsBooked: true }].map((more, index) => ({
      ...hugo.moved,
      id: deterministicId('Fact', `hugo moved ${index}`),
      data: { ...data, ...more },
    }));
    await fixture.deliverAll(hugo.published, ...moves);
    const bodies = (await fixture.mailsOf(hugo.userId)).map(({ body }) => body);
    for (const sentence of [
      'before the event begins: you get everything back',
      'again the time and the place that you booked',
    ]) {
      expect(bodies.filter((body) => body.includes(sentence))).toHaveLength(1);
    }
  });

  it('of an event in another hall tell the hall of the move, whatever has been heard of the event', async () => {
    const ivo = factsOf('ivo');
    const hall = {
      hallId: newId(),
      hallName: 'Blue Hall',
      venueName: 'New Theatre',
      timeZone: 'Europe/Vilnius',
    };
    const moved = { ...ivo.moved, data: { ...(ivo.moved.data as object), hall } };
    await fixture.deliverAll(ivo.published, moved);
    const [mail] = await fixture.mailsOf(ivo.userId);
    expect(mail?.body).toContain('(Europe/Vienna) in this place: Small Hall, Old Theatre.');
    expect(mail?.body).toContain('(Europe/Vilnius)\nBlue Hall, New Theatre');
  });

  it('name the later of two places that an event was told to have at one moment, whichever comes last', async () => {
    for (const name of ['dora', 'emil']) {
      const facts = factsOf(name);
      const ids = ['one', 'two'].map((which) => deterministicId('Fact', `${name} ${which}`)).sort();
      const changes = ids.map((id, index) => ({
        ...facts.published,
        id,
        type: 'EventChanged',
        time: '2027-01-02T00:00:00.000Z',
        data: { ...(facts.published.data as object), hallName: `Hall ${index + 1}` },
      }));
      await fixture.deliverAll(...(name === 'dora' ? changes : changes.reverse()), facts.confirmed);
      expect((await fixture.mailsOf(facts.userId))[0]?.body).toContain('Hall 2');
    }
  });

  it('are not stopped by a fact that cannot be read', async () => {
    const [ada, bess] = [factsOf('ada'), factsOf('bess')];
    await expect(fixture.deliver({ ...ada.confirmed, data: { tickets: 1 } })).rejects.toThrow();
    await fixture.deliverAll(bess.confirmed);
    expect(await fixture.mailsOf(bess.userId)).toHaveLength(1);
  });
});

it('no fact waits for the disk: those that a crash takes come again', async () => {
  const ada = factsOf('ada');
  const now = fixture.tools.clock.now();
  const facts = [...inOrder(ada), fact(UserLanguageChanged, { userId: ada.userId, language: 'RU' }, now)];
  const done: string[] = [];
  for (const consumer of fixture.service.consumers ?? []) {
    const heard = facts.filter(
      ({ source, type }) => source === consumer.topic && consumer.types.includes(type),
    );
    for (const each of heard) {
      const [row] = await fixture.tools.database.transaction(async (tx) => {
        // As in production; the databases of tests wait for no disk anyway.
        await tx.sql("select set_config('synchronous_commit', 'on', true)");
        await consumer.apply({ fact: each, position: '1' }, { tx, now });
        return tx.sql<{ waits: string }>("select current_setting('synchronous_commit') as waits");
      });
      done.push(`${consumer.name}: ${each.type}, ${row?.waits}`);
    }
  }
  expect(done.length).toBeGreaterThan(facts.length);
  expect(done.filter((commit) => !commit.endsWith(', off'))).toEqual([]);
});

function shuffle<Value>(values: readonly Value[], picks: fc.Stream<number>): Value[] {
  const rest = [...values];
  return Array.from(picks.take(values.length)).flatMap((pick) => rest.splice(pick % rest.length, 1));
}
