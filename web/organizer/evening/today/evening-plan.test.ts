import { describe, expect, it } from '@jest/globals';
import { countPlaces, type PlannedEvent, planEvening } from './evening-plan.ts';

const now = Date.parse('2026-11-27T18:00:00Z');

function event(id: string, changes: Partial<PlannedEvent> = {}): PlannedEvent {
  return {
    id,
    status: 'ON_SALE',
    startsAt: '2026-11-27T19:30:00Z',
    endsAt: '2026-11-27T22:00:00Z',
    priceRange: {},
    venue: { timeZone: 'Europe/Berlin' },
    ...changes,
  };
}

const idsOf = (events: readonly PlannedEvent[]) => events.map(({ id }) => id);

describe('the plan of an evening', () => {
  it("puts what begins on the hall's day under tonight, by the hall's clocks", () => {
    // 19:30 UTC is the next morning in Auckland, where 18:00 UTC is the same morning.
    const auckland = event('auckland', { venue: { timeZone: 'Pacific/Auckland' } });
    const late = event('late', { startsAt: '2026-11-27T23:30:00Z', endsAt: '2026-11-28T02:00:00Z' });
    const { tonight, coming } = planEvening([event('here'), auckland, late], now);
    expect(idsOf(tonight)).toEqual(['here', 'auckland']);
    expect(idsOf(coming)).toEqual(['late']);
  });

  it('keeps what began yesterday and still runs', () => {
    const long = event('long', { startsAt: '2026-11-26T20:00:00Z', endsAt: '2026-11-28T20:00:00Z' });
    expect(idsOf(planEvening([long], now).tonight)).toEqual(['long']);
  });

  it('leaves out what is cancelled and what was over before today', () => {
    const over = event('over', { startsAt: '2026-11-26T10:00:00Z', endsAt: '2026-11-26T12:00:00Z' });
    const { tonight, coming } = planEvening([event('off', { status: 'CANCELLED' }), over], now);
    expect([...tonight, ...coming]).toEqual([]);
  });

  it('asks for a hand where a draft begins soon, or has no prices', () => {
    const soon = event('soon', { status: 'DRAFT', startsAt: '2026-11-28T19:30:00Z' });
    const bare = event('bare', { status: 'DRAFT', startsAt: '2026-12-03T19:30:00Z', priceRange: null });
    const ready = event('ready', { status: 'DRAFT', startsAt: '2026-12-03T19:30:00Z' });
    const { hands, coming } = planEvening([soon, bare, ready, event('on sale')], now);
    expect(hands.map(({ need, event: { id } }) => `${id}: ${need}`)).toEqual([
      'soon: publish',
      'bare: prices',
    ]);
    expect(idsOf(coming)).toEqual(['soon', 'bare', 'ready']);
  });
});

describe('the places of an event', () => {
  it('are held where they are neither free, nor blocked, nor sold', () => {
    const counts = countPlaces({ capacity: 12, free: 4, valid: 3, states: 'FFHSBBSH' });
    expect(counts).toEqual({ sold: 3, held: 3, free: 4, blocked: 2 });
  });

  it('are never held below nothing when the parts were counted at different moments', () => {
    expect(countPlaces({ capacity: 2, free: 2, valid: 1, states: 'FF' }).held).toBe(0);
  });
});
