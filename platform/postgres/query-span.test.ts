import { describe, expect, it } from '@jest/globals';
import { statements as inbox } from '../inbox/apply-fact.ts';
import { statements as sagas } from '../saga/saga-store.ts';
import { summaryOf } from './query-span.ts';

describe('what a statement is about', () => {
  it.each([
    ['select "e0".* from "bookings" as "e0" where "e0"."id" = \'1\'', 'select bookings'],
    ['update event_seats set state = $1 where seat_id = $2', 'update event_seats'],
    ['insert into "notes" ("text") values (\'from secrets\')', 'insert notes'],
    ['delete from outbox where id = any($1::bigint[])', 'delete outbox'],
    ['select id from holds order by id for update skip locked', 'select holds'],
    ['select id from holds for no key update', 'select holds'],
    ['begin isolation level read committed', 'begin'],
    ['commit', 'commit'],
    ['select 1', 'select'],
    [inbox.enter, 'insert inbox'],
    [sagas.takeSteps, 'update sagas'],
    ['', 'statement'],
  ])('%j: %s', (text, summary) => {
    expect(summaryOf(text)).toBe(summary);
  });
});
