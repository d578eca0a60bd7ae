import { fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { heldMemory, memoryEnvironment } from '../support/measured-memory.ts';
import { nextMessage } from '../support/next-message.ts';
import type { BareFrame } from './bare-server.ts';
import { Crowd } from './crowd.ts';
import { cpuOf, type FanOut, type Recording, type Shape, statesOf, versionsOf } from './measure-server.ts';

/** One id for all, as long as those that clients choose: then all can be sent one and the same buffer. */
const ID = '00000000-0000-4000-8000-000000000000';

/** A bare `ws` server that sends the same frames at the same pace to as many watchers. */
export async function measureBare(shape: Shape, recording: Recording): Promise<FanOut> {
  const server = fork(new URL('bare-server.ts', import.meta.url), {
    env: { ...process.env, NODE_ENV: 'production', ...memoryEnvironment },
  });
  const crowd = new Crowd(shape.processes);
  try {
    const { pid } = server;
    if (pid === undefined) throw new Error('expected the bare server to have a process id');
    const { port } = await nextMessage<{ port: number }>(server, 'the bare server');
    for (const [eventId, map] of Object.entries(recording.before)) {
      const seatMapChanged = { __typename: 'SeatMapSnapshot', ...map, standing: [] };
      send('snapshot', eventId, JSON.stringify({ data: { seatMapChanged } }));
    }
    const memoryBefore = await heldMemory(pid);
    await crowd.connect(port, Object.keys(recording.before), shape.watchers, ID);
    const memoryAfter = await heldMemory(pid);

    await crowd.begin();
    const used = await cpuOf(pid, async () => {
      const begun = performance.now();
      const firstAt = recording.frames[0]?.at ?? 0;
      for (const { at, eventId, body } of recording.frames) {
        await pause(Math.max(0, begun + at - firstAt - performance.now()));
        send('delta', eventId, body);
      }
      await crowd.untilAt(versionsOf(recording.after), shape.watchers);
    });
    const { frames, bytes, converged } = await crowd.report(statesOf(recording.after), {});
    const perWatcher = (held: number) => held / 1024 / shape.watchers;
    return {
      frames,
      bytesPerFrame: bytes / frames,
      cpuMicrosPerFrame: (used * 1000) / frames,
      grossMicrosPerFrame: (used * 1000) / frames,
      liveKibPerWatcher: perWatcher(memoryAfter.live - memoryBefore.live),
      residentKibPerWatcher: perWatcher(memoryAfter.resident - memoryBefore.resident),
      // Nothing happened of which its frames could tell.
      p50Ms: Number.NaN,
      p99Ms: Number.NaN,
      converged,
    };
  } finally {
    crowd.stop();
    server.disconnect();
  }

  function send(kind: BareFrame['kind'], eventId: string, payload: string): void {
    server.send({
      kind,
      eventId,
      text: `{"id":"${ID}","type":"next","payload":${payload}}`,
    } satisfies BareFrame);
  }
}
