import { describe } from '@jest/globals';
import { keepsEpochs } from './conformance/epochs.ts';
import { keepsGroups } from './conformance/groups.ts';
import { keepsOrder } from './conformance/order.ts';
import { keepsPositions } from './conformance/positions.ts';
import { keepsPublishing } from './conformance/publishing.ts';
import { type BusUnderTest, useSetting } from './conformance/setting.ts';
import { keepsTails } from './conformance/tails.ts';

/** What every bus promises (bus.ts), a file of `conformance/` for each theme. Each adapter runs it against the real thing. */
export function busConformance(name: string, create: () => Promise<BusUnderTest>): void {
  describe(`${name} keeps the promises of a bus`, () => {
    const at = useSetting(create);
    keepsGroups(at);
    keepsOrder(at);
    keepsPublishing(at);
    keepsPositions(at);
    keepsEpochs(at);
    keepsTails(at);
  });
}
