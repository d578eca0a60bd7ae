import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import {
  type DeadLetter,
  dropDeadLetter,
  findDeadLetter,
  listDeadLetters,
  retryAllNow,
  retryNow,
} from '@parterre/platform/inbox/dead-letters.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { pause } from '@parterre/platform/timing/pause.ts';
import type { Installation, Subgraph } from './installation.ts';
import { type Answer, cut, duration, plain, Refused, secondsSince, UsageError } from './output.ts';

const MOST_LISTED = 1_000;
/** A running server looks for letters that are due once a second, and tries a fact for a few seconds at most. */
const OUTCOME_WITHIN_MS = 15_000;
const LOOK_EVERY_MS = 200;

export async function listLetters(installation: Installation): Promise<Answer> {
  const found: { readonly subgraph: Subgraph; readonly letter: DeadLetter }[] = [];
  for (const subgraph of subgraphNames) {
    const letters = await listDeadLetters(await installation.database(subgraph), MOST_LISTED);
    found.push(...letters.map((letter) => ({ subgraph, letter })));
  }
  return {
    json: found.map(({ subgraph, letter }) => told(subgraph, letter)),
    none: 'no dead letters',
    rows: found.map(({ subgraph, letter }) => ({
      id: `${subgraph}/${letter.id}`,
      consumer: letter.consumer,
      fact: letter.fact.type ?? '',
      key: letter.fact.subject ?? '',
      status: letter.status,
      tries: letter.attempts,
      age: duration(secondsSince(letter.createdAt)),
      'next try': nextTry(letter),
      cause: cut(letter.cause, 60),
    })),
  };
}

function nextTry({ status, retryAt }: DeadLetter): string {
  if (retryAt) return retryAt.getTime() <= Date.now() ? 'now' : `in ${duration(-secondsSince(retryAt))}`;
  return status === 'WAITING' ? 'behind another' : 'by a person';
}

export async function showLetter(installation: Installation, id: string): Promise<Answer> {
  const { subgraph, letter } = await find(installation, id);
  const json = told(subgraph, letter);
  return { json, lines: JSON.stringify(json, null, 2).split('\n') };
}

function told(subgraph: Subgraph, { id, ...letter }: DeadLetter): object {
  return { id: `${subgraph}/${id}`, ...letter };
}

/**
 * Lets the server try a letter again, and tells what has come of it. It is the server that applies facts: a fact
 * that has been applied meanwhile is not applied again.
 */
export async function replayLetter(installation: Installation, id: string): Promise<Answer> {
  const { database, letter } = await find(installation, id);
  if (!(await retryNow(database, letter.id)))
    throw new Refused(`expected a dead letter ${id}; it has just gone`);
  if (installation.isRunning === false) return later([id]);
  const outcome = await outcomeOf(database, letter);
  switch (outcome.kind) {
    case 'gone':
      return { json: { id, outcome: 'applied' }, lines: [`${id}: applied`] };
    case 'failed':
      return {
        json: { id, outcome: 'failed', cause: outcome.cause },
        lines: [`${id}: failed again: ${cut(outcome.cause && plain(outcome.cause), 200)}`],
        exitCode: 1,
      };
    case 'untried':
      return later([id]);
  }
}

export async function replayAllLetters(installation: Installation): Promise<Answer> {
  let keys = 0;
  for (const subgraph of subgraphNames) keys += await retryAllNow(await installation.database(subgraph));
  const when = installation.isRunning === false ? 'when the installation runs again' : 'within a few seconds';
  return { json: { keys }, lines: [`${keys} keys with dead letters are tried again ${when}`] };
}

export async function dropLetter(installation: Installation, id: string): Promise<Answer> {
  const { database, letter } = await find(installation, id);
  if (!(await dropDeadLetter(database, letter.id))) {
    throw new Refused(`expected a dead letter ${id}; it has just gone`);
  }
  return {
    json: { id, outcome: 'dropped' },
    lines: [`${id}: dropped; ${letter.consumer} will never apply this fact, and those behind it go on`],
  };
}

function later(ids: readonly string[]): Answer {
  return {
    json: ids.map((id) => ({ id, outcome: 'scheduled' })),
    lines: ids.map((id) => `${id}: nobody has tried it yet; it is tried as soon as its subgraph runs`),
  };
}

type Outcome = { kind: 'gone' } | { kind: 'failed'; cause: string | null } | { kind: 'untried' };

/** Looks at the letter until something has come of it. One that waits behind another goes with that one or stays. */
async function outcomeOf(database: Database, before: DeadLetter): Promise<Outcome> {
  const until = Date.now() + OUTCOME_WITHIN_MS;
  for (;;) {
    const now = await findDeadLetter(database, before.id);
    if (!now) return { kind: 'gone' };
    if (now.attempts > before.attempts) return { kind: 'failed', cause: now.cause };
    const [first] = await database.sql<{ id: string; cause: string | null; attempts: number; due: boolean }>(
      `select id, cause, attempts, coalesce(retry_at <= now(), false) as due from dead_letters
       where consumer = $1 and key = $2 order by id limit 1`,
      [before.consumer, before.fact.subject],
    );
    // Not due any more, although it was made so: it was tried, or put off because something does not answer.
    if (first && !first.due) return { kind: 'failed', cause: first.cause };
    if (Date.now() > until) return { kind: 'untried' };
    await pause(LOOK_EVERY_MS);
  }
}

async function find(installation: Installation, id: string) {
  const [name = '', number = '', ...rest] = id.split('/');
  const subgraph = subgraphNames.find((each) => each === name);
  if (!subgraph || !/^\d{1,18}$/.test(number) || rest.length > 0) {
    throw new UsageError(`expected the id of a dead letter such as loyalty/12, got "${id}"`);
  }
  const database = await installation.database(subgraph);
  const letter = await findDeadLetter(database, number);
  if (!letter) throw new Refused(`expected a dead letter ${id}, found none; dead-letters list shows all`);
  return { subgraph, database, letter };
}
