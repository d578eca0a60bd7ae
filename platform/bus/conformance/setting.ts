import { afterEach, beforeEach } from '@jest/globals';
import type { Bus } from '../bus.ts';

/** A real log, empty at first, that an adapter talks to. Each test has its own: a database, a prefix of topics. */
export interface BusUnderTest {
  /** A bus as one more process would open it. */
  open(): Promise<Bus>;
  /** Makes the log unreachable until the returned function is called. */
  interrupt(): Promise<() => Promise<void>>;
  /** The log is lost, and made anew with nothing in it. */
  makeAnew(): Promise<void>;
  /** Called at the end of the test, when every bus is closed. */
  dispose(): Promise<void>;
}

/** What each test of the suite works with. */
export interface Setting {
  readonly log: BusUnderTest;
  /** A bus on the log. */
  readonly bus: Bus;
  /** Another one; closed at the end of the test. */
  open(): Promise<Bus>;
  /** Closes a bus before the end of the test. */
  close(bus: Bus): Promise<void>;
  /** Another log. */
  create(): Promise<BusUnderTest>;
}

/** Makes a log and a bus for each test of the suite around it. */
export function useSetting(create: () => Promise<BusUnderTest>): Setting {
  let log: BusUnderTest;
  let bus: Bus;
  let opened: Bus[];

  beforeEach(async () => {
    opened = [];
    log = await create();
    bus = await open();
  }, 60_000);
  afterEach(async () => {
    await Promise.all(opened.map((each) => each.close()));
    await log.dispose();
  });

  async function open(): Promise<Bus> {
    const another = await log.open();
    opened.push(another);
    return another;
  }

  return {
    get log() {
      return log;
    },
    get bus() {
      return bus;
    },
    open,
    close(closed) {
      opened = opened.filter((each) => each !== closed);
      return closed.close();
    },
    create,
  };
}
