import type { ISocketFactory } from 'kafkajs';
import type { Bus } from '../bus/bus.ts';
import { kafkaUnderTest } from './kafka-under-test.ts';

/** A bus of topics of its own, and a member of a group on it that takes whatever comes. */
export interface BusWithMember {
  readonly bus: Bus;
  /** Ids of the facts that the member has handled. */
  readonly handled: ReadonlySet<string>;
  /** What the bus does not come back from. */
  readonly crashes: readonly Error[];
}

/** Over a network that a test meddles with. */
export async function busWithMember(
  brokers: readonly string[],
  socketFactory: ISocketFactory,
): Promise<BusWithMember> {
  const crashes: Error[] = [];
  const handled = new Set<string>();
  const log = await kafkaUnderTest(brokers);
  const bus = await log.open({ socketFactory, onCrash: (error) => void crashes.push(error) });
  await bus.consume({
    group: 'g',
    topics: ['tickets'],
    handle: async ({ fact: { id } }) => void handled.add(id),
  });
  return { bus, handled, crashes };
}
