import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { type Answer, askInTurn, done, isDecided, refusalOf } from './attempt.ts';

const busy = (retryAfterMs: number | null): Answer => ({
  payload: { userErrors: [{ code: 'TRY_AGAIN', retryAfterMs }] },
});
const refused = (code: string, retryAfterMs?: number): Answer => ({
  error: { graphQLErrors: [new GraphQLError('no', { extensions: { code, retryAfterMs } })] },
  payload: null,
});

/** Somebody who asks, and gets these answers one after the other, the last one for good. */
async function asking(answers: readonly Answer[], { leavesWhileWaiting = false } = {}) {
  const left = new AbortController();
  const waited: number[] = [];
  const said: boolean[] = [];
  let asked = 0;
  const refusal = await askInTurn(
    async () => {
      asked += 1;
      return answers[asked - 1] ?? answers.at(-1) ?? done;
    },
    {
      pause: async (ms) => {
        waited.push(ms);
        if (leavesWhileWaiting) left.abort();
      },
      onWaiting: (isWaiting) => said.push(isWaiting),
      left: left.signal,
    },
  );
  return { refusal, asked, waited, said };
}

describe('what the server is too busy for', () => {
  it('is asked again when it says, and not before', async () => {
    const { refusal, asked, waited, said } = await asking([busy(3_000), busy(7_000), done]);
    expect([refusal, asked]).toEqual([null, 3]);
    expect(waited[0]).toBeGreaterThanOrEqual(3_000);
    expect(waited[1]).toBeGreaterThanOrEqual(7_000);
    expect(said).toEqual([true, true, false]);
  });

  it('is asked again after a while where it does not say when', async () => {
    const { asked, waited } = await asking([busy(null), done]);
    expect([asked, waited.length]).toEqual([2, 1]);
    expect(waited[0]).toBeGreaterThan(0);
  });

  it('is given up after a few tries, with its reason', async () => {
    const { refusal, asked } = await asking([busy(1)]);
    expect([refusal?.code, asked]).toEqual(['TRY_AGAIN', 6]);
  });

  it('is asked no more once the buyer has left', async () => {
    const { refusal, asked } = await asking([busy(1)], { leavesWhileWaiting: true });
    expect([refusal?.code, asked]).toEqual(['TRY_AGAIN', 1]);
  });

  it('is the whole server at times', async () => {
    const { refusal, waited } = await asking([refused('SERVICE_UNAVAILABLE', 5_000), done]);
    expect(refusal).toBeNull();
    expect(waited[0]).toBeGreaterThanOrEqual(5_000);
  });

  it('is not what somebody asks too often: he is told when', async () => {
    const { refusal, asked } = await asking([refused('RATE_LIMITED', 40_000)]);
    expect([refusal, asked]).toEqual([{ code: 'RATE_LIMITED', retryAfterMs: 40_000 }, 1]);
  });
});

describe('an answer', () => {
  it('that took effect is done, whatever failed beside it', () => {
    expect(refusalOf({ ...refused('INTERNAL'), payload: { userErrors: [] } })).toBeNull();
  });

  it('says of a session that has ended that it has, not that nothing came back', () => {
    expect(refusalOf(refused('UNAUTHENTICATED'))).toEqual({ code: 'UNAUTHENTICATED' });
  });

  it('decides, unless the server was busy, or nothing came back', () => {
    const open = ['TRY_AGAIN', 'SERVICE_UNAVAILABLE', 'RATE_LIMITED', 'NO_ANSWER', 'UNAUTHENTICATED'];
    expect(open.filter((code) => isDecided({ code }))).toEqual([]);
    expect(isDecided({ code: 'SEATS_TAKEN' })).toBe(true);
    expect(isDecided(refusalOf(refused('INTERNAL')))).toBe(false);
    expect(isDecided(null)).toBe(true);
  });
});
