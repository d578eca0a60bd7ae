import { describe, expect, it } from '@jest/globals';
import { createOffsetTracker } from './offset-tracker.ts';

describe('the offset of a group', () => {
  it('never passes a fact that is not finished', () => {
    const tracker = createOffsetTracker(10);
    for (const position of [11, 12, 13, 14]) tracker.started(position);
    tracker.finished(12);
    tracker.finished(14);
    expect(tracker.offset()).toBe(10);
    tracker.finished(11);
    expect(tracker.offset()).toBe(12);
    expect(tracker.inHand()).toBe(2);
    tracker.finished(13);
    expect(tracker.offset()).toBe(14);
    expect(tracker.inHand()).toBe(0);
  });

  it('stays where it is while nothing is finished', () => {
    const tracker = createOffsetTracker(3);
    tracker.started(4);
    expect(tracker.offset()).toBe(3);
    expect(tracker.inHand()).toBe(1);
  });
});
