import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LiveConnection, LiveSink } from '../../graphql/live-connection.ts';
import { blockOf, documentOf } from '../../seat-map/plan/hall.fixture.ts';
import { HallConnection, type MapAnswer } from './hall-connection.ts';

const map: MapAnswer = {
  version: 'v1',
  states: 'FFF',
  plan: { id: 'plan-1', geometryUrl: '/plans/plan-1' },
  standing: [],
};
const served = globalThis.fetch;

beforeEach(() => {
  jest.useFakeTimers();
  const geometry = JSON.stringify(documentOf([{ rows: blockOf(1, 3) }]));
  // No Response: it reads its body by timers that stand still here.
  globalThis.fetch = async () => ({ ok: true, text: async () => geometry }) as Response;
});

afterEach(() => {
  jest.useRealTimers();
  globalThis.fetch = served;
});

function given(askMap: () => Promise<MapAnswer | null> = async () => map) {
  const sinks: LiveSink[] = [];
  const live = {
    subscribe(_request: object, sink: LiveSink) {
      sinks.push(sink);
      return () => {};
    },
  } as LiveConnection;
  let asked = 0;
  const hall = new HallConnection({
    eventId: 'e1',
    limits: {},
    live,
    keepsSelection: false,
    askMap: () => {
      asked += 1;
      return askMap();
    },
  });
  return { hall, sinks, asked: () => asked };
}

describe('HallConnection', () => {
  it('comes back ever later when the server lets go of it again and again, and soon once something came', async () => {
    const { hall, sinks, asked } = given();
    await hall.open();
    // As a server does that refuses the subscription, and answers everything else.
    const letGo = async (withinMs: number) => {
      sinks.at(-1)?.ended([new Error('RATE_LIMITED')]);
      await jest.advanceTimersByTimeAsync(withinMs);
    };
    await letGo(0);
    expect(asked()).toBe(1);
    for (let times = 0; times < 6; times += 1) await letGo(30_000);
    expect(asked()).toBe(7);
    await letGo(10_000);
    expect(asked()).toBe(7);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(asked()).toBe(8);

    sinks.at(-1)?.next({ data: { seatMapChanged: snapshotOf(map) } });
    await letGo(500);
    expect(asked()).toBe(9);
    hall.close();
  });

  it('goes on with what is on the screen when it was let go of, also while nothing is answered', async () => {
    let isAway = false;
    const { hall, sinks } = given(async () => {
      if (isAway) throw new Error('away');
      return { ...map, states: sinks.length === 0 ? 'FFF' : 'FSF' };
    });
    await hall.open();
    const opened = hall.state();
    const shown: string[] = [];
    hall.onChange(() => shown.push(hall.state().kind));
    isAway = true;
    sinks[0]?.ended([new Error('INTERNAL')]);
    await jest.advanceTimersByTimeAsync(500);
    isAway = false;
    await jest.advanceTimersByTimeAsync(30_000);
    expect(shown).toEqual([]);
    expect(hall.state()).toBe(opened);
    expect(opened.kind === 'ready' && opened.store.isFree(1)).toBe(false);
    expect(sinks).toHaveLength(2);
    hall.close();
  });

  it('is not opened again by what comes after it was closed', async () => {
    const { hall, sinks, asked } = given();
    await hall.open();
    sinks[0]?.ended([]);
    hall.close();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(1);
  });

  it('shows what it was opened for last, in whatever order the answers come', async () => {
    const answers: ((answer: MapAnswer) => void)[] = [];
    const { hall, sinks } = given(() => new Promise((resolve) => answers.push(resolve)));
    const opened = [hall.open(), hall.open()];
    answers[1]?.({ ...map, states: 'FSS' });
    await opened[1];
    answers[0]?.(map);
    await opened[0];
    const state = hall.state();
    expect(state.kind === 'ready' && [0, 1, 2].map((seat) => state.store.isFree(seat))).toEqual([
      true,
      false,
      false,
    ]);
    expect(sinks).toHaveLength(1);
    hall.close();
  });
});

function snapshotOf({ plan, ...rest }: MapAnswer) {
  return { __typename: 'SeatMapSnapshot', plan: { id: plan.id }, ...rest };
}
