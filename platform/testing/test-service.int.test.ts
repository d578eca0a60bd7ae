import { afterEach, expect, it } from '@jest/globals';
import { anonymous, type Caller } from '../kernel/caller.ts';
import { newId } from '../kernel/ids.ts';
import { noteFact, noteService } from './note-service.ts';
import { startTestService, type TestService } from './test-service.ts';

let service: TestService<unknown>;
afterEach(() => service.stop());

const ada: Caller = { kind: 'user', userId: newId(), role: 'USER', sessionId: 's' };
const write = 'mutation ($text: String!) { writeNote(text: $text) }';

it('answers GraphQL as the caller that the test names', async () => {
  service = await startTestService(noteService());
  expect(await service.execute(write, { text: 'one' }, ada)).toEqual({ data: { writeNote: 'one' } });
  const refused = await service.execute(write, { text: 'two' }, anonymous);
  expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(await service.execute('{ notes greeting }', {}, anonymous)).toEqual({
    data: { notes: ['one'], greeting: 'hello' },
  });
});

it("reads the subgraph's own configuration", async () => {
  service = await startTestService(noteService(), { config: { GREETING: 'good evening' } });
  expect(await service.execute('{ greeting }', {}, anonymous)).toEqual({
    data: { greeting: 'good evening' },
  });
});

it('tells what the subgraph has published, relayed or not', async () => {
  service = await startTestService(noteService());
  await service.execute(write, { text: 'one' }, ada);
  await service.relay();
  await service.execute(write, { text: 'two' }, ada);
  const published = await service.published('NoteWritten');
  expect(published.map((fact) => fact.data)).toEqual([{ text: 'one' }, { text: 'two' }]);
  expect(await service.published('SomethingElse')).toEqual([]);
});

it('delivers a fact through the inbox: twice is once', async () => {
  service = await startTestService(noteService());
  const fact = noteFact('UserSeen', 'ada', { text: 'seen' }, 'users');
  await service.deliver(fact);
  await service.deliver(fact);
  await service.deliver(noteFact('UserUnseen', 'ada', { text: 'unseen' }, 'users'));
  expect(await service.execute('{ notes }', {}, anonymous)).toEqual({ data: { notes: ['seen'] } });
});

it('throws what made a fact a dead letter', async () => {
  service = await startTestService(
    noteService({
      onFact() {
        throw new Error('poison');
      },
    }),
  );
  const delivery = service.deliver(noteFact('UserSeen', 'ada', { text: 'seen' }, 'users'));
  await expect(delivery).rejects.toThrow('poison');
});

it('runs each job until it finds nothing', async () => {
  service = await startTestService(noteService());
  await service.database.sql('insert into due select generate_series(1, 5)');
  await service.runJobs();
  expect(await service.database.sql('select id from due')).toEqual([]);
});
