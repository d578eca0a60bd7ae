import { ServerProcess } from '../../tests/support/server-process.ts';
import { heldMemory, memoryEnvironment } from '../support/measured-memory.ts';
import { cpuMs, pidListeningOn } from '../support/process-usage.ts';
import { percentile } from '../support/statistics.ts';
import { Crowd } from './crowd.ts';
import type { SampleFrame } from './crowd-worker.ts';
import { openSale, type Sale } from './sale.ts';

/** How many watch what, and what happens meanwhile. */
export interface Shape {
  readonly watchers: number;
  readonly maps: number;
  /** Seats of each map. */
  readonly seats: number;
  readonly bookings: number;
  readonly perSecond: number;
  /** Processes that the watchers are spread over. */
  readonly processes: number;
}

/** What watching has cost a server. */
export interface FanOut {
  readonly frames: number;
  readonly bytesPerFrame: number;
  /** Processor time of the server for each frame, without what the bookings cost where nobody watches. */
  readonly cpuMicrosPerFrame: number;
  /** The same with the bookings in it. */
  readonly grossMicrosPerFrame: number;
  /** Objects and buffers in use for each watcher, garbage collected. Leaves out what native code allocates. */
  readonly liveKibPerWatcher: number;
  /** Pages that the process has more of for each watcher. Leaves out what fits into pages it has had before. */
  readonly residentKibPerWatcher: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Watchers who hold the newest map at the end. */
  readonly converged: number;
}

/** Everything about the events that another server needs to send the same again. */
export interface Recording {
  /** The maps before the first frame. */
  readonly before: Awaited<ReturnType<Sale['maps']>>;
  readonly after: Awaited<ReturnType<Sale['maps']>>;
  readonly frames: readonly SampleFrame[];
}

/** Bookings before anything is measured: until then the server compiles itself. */
const WARM_BOOKINGS = 40;
/** Watchers who come and go before memory is weighed. */
const FIRST_WATCHERS = 50;

/** A server as it is run, with real bookings. */
export async function measureServer(shape: Shape): Promise<{ fanOut: FanOut; recording: Recording }> {
  const server = await ServerProcess.startAsInstalled({
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
    ...memoryEnvironment,
  });
  const crowd = new Crowd(shape.processes);
  try {
    const pid = pidListeningOn(server.port);
    const sale = await openSale(server, shape.maps, shape.seats);
    await sale.buy(WARM_BOOKINGS, 20);

    const quietBefore = await cpuOf(pid, () => sale.buy(shape.bookings, shape.perSecond));
    // The first who come pay for what is made once: code, the maps in memory.
    await crowd.connect(server.port, sale.eventIds, Math.max(FIRST_WATCHERS, shape.maps));
    await crowd.leave();
    const memoryBefore = await heldMemory(pid);
    await crowd.connect(server.port, sale.eventIds, shape.watchers);
    const memoryAfter = await heldMemory(pid);

    const before = await sale.maps();
    await crowd.begin();
    let after = before;
    const watched = await cpuOf(pid, async () => {
      await sale.buy(shape.bookings, shape.perSecond);
      after = await sale.maps();
      await crowd.untilAt(versionsOf(after), shape.watchers);
    });
    const report = await crowd.report(statesOf(after), await sale.factTimes());
    await crowd.leave();
    // Before and after, for the server gets faster with every booking.
    const quietAfter = await cpuOf(pid, () => sale.buy(shape.bookings, shape.perSecond));

    const { frames, latenciesMs } = report;
    const perWatcher = (bytes: number) => bytes / 1024 / shape.watchers;
    return {
      fanOut: {
        frames,
        bytesPerFrame: report.bytes / frames,
        cpuMicrosPerFrame: ((watched - (quietBefore + quietAfter) / 2) * 1000) / frames,
        grossMicrosPerFrame: (watched * 1000) / frames,
        liveKibPerWatcher: perWatcher(memoryAfter.live - memoryBefore.live),
        residentKibPerWatcher: perWatcher(memoryAfter.resident - memoryBefore.resident),
        p50Ms: percentile(latenciesMs, 0.5),
        p99Ms: percentile(latenciesMs, 0.99),
        converged: report.converged,
      },
      recording: { before, after, frames: report.sample },
    };
  } finally {
    crowd.stop();
    await server.demolish();
  }
}

/** Processor milliseconds that a process uses while something is done. */
export async function cpuOf(pid: number, act: () => Promise<void>): Promise<number> {
  const before = cpuMs(pid);
  await act();
  return cpuMs(pid) - before;
}

export function versionsOf(maps: Recording['after']): Record<string, string> {
  return Object.fromEntries(Object.entries(maps).map(([eventId, { version }]) => [eventId, version]));
}

export function statesOf(maps: Recording['after']): Record<string, string> {
  return Object.fromEntries(Object.entries(maps).map(([eventId, { states }]) => [eventId, states]));
}
