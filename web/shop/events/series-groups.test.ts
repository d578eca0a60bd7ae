import { describe, expect, it } from '@jest/globals';
import { groupBySeries } from './series-groups.ts';

const event = (id: string, series: string | null = null) => ({ id, series: series ? { id: series } : null });

describe('groupBySeries', () => {
  it('shows a series once, where its first date stands', () => {
    const entries = groupBySeries([
      event('a'),
      event('tour 1', 'tour'),
      event('b'),
      event('tour 2', 'tour'),
      event('tour 3', 'tour'),
    ]);
    expect(entries).toEqual([
      { kind: 'event', event: event('a') },
      {
        kind: 'series',
        seriesId: 'tour',
        events: [event('tour 1', 'tour'), event('tour 2', 'tour'), event('tour 3', 'tour')],
      },
      { kind: 'event', event: event('b') },
    ]);
  });

  it('leaves the only date of a series an event', () => {
    expect(groupBySeries([event('last', 'tour')])).toEqual([{ kind: 'event', event: event('last', 'tour') }]);
  });
});
