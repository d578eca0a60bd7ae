/**
 * Some of the watchers of bench/fan-out, in a process of their own, so that reading is not what limits the
 * server. Does what it is told over IPC (Order), one order after another, and answers each (Answer).
 */
import { randomUUID } from 'node:crypto';
import { jitter } from '../../tests/support/live-map/jitter.ts';
import { MapHistory, type Step } from '../../tests/support/live-map/map-history.ts';
import { MapWatcher, type Return } from '../../tests/support/live-map/map-watcher.ts';

export type Order =
  | {
      readonly kind: 'connect';
      readonly port: number;
      /** The address to come from. */
      readonly localAddress: string;
      readonly eventIds: readonly string[];
      readonly watchers: number;
      /** What all call their subscription; each chooses its own when it is null, as clients do. */
      readonly id: string | null;
    }
  /** Forgets what was counted so far. */
  | { readonly kind: 'begin' }
  /** How many watchers hold the newest map of their event. */
  | { readonly kind: 'count'; readonly versions: Readonly<Record<string, string>> }
  | { readonly kind: 'jitter'; readonly cuts: number; readonly withinMs: number; readonly awayMs: number }
  | { readonly kind: 'report'; readonly states: Readonly<Record<string, string>>; readonly facts: FactTimes }
  | { readonly kind: 'leave' };

/** When a seat came into a state, by "event index letter", in milliseconds since 1970. */
export type FactTimes = Readonly<Record<string, number>>;

export type Answer =
  | { readonly kind: 'done' }
  | { readonly kind: 'counted'; readonly newest: number }
  | { readonly kind: 'jittered'; readonly returns: readonly Return[] }
  | { readonly kind: 'reported'; readonly report: WorkerReport }
  | { readonly kind: 'failed'; readonly message: string };

export interface WorkerReport {
  readonly frames: number;
  readonly bytes: number;
  /** Watchers whose map is the one that a newcomer gets. */
  readonly converged: number;
  /** From the fact to the client, for each frame that tells of one. */
  readonly latenciesMs: Float64Array;
  /** The frames of this worker's first watcher, for being sent again by somebody else. */
  readonly sample: readonly SampleFrame[];
}

export interface SampleFrame {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly eventId: string;
  /** The message without the id: what `payload` holds. */
  readonly body: string;
}

/** Enough to be quick, and never more than a server lets wait in its queue. */
const CONNECTING_AT_A_TIME = 50;

const histories = new Map<string, MapHistory>();
const watchers: MapWatcher[] = [];
const arrivals = new Map<Step, { readonly eventId: string; readonly times: number[] }>();
const firstOfEvent = new Map<string, MapWatcher>();
const sample: SampleFrame[] = [];
const faults: Error[] = [];

process.on('message', (order: Order) => {
  obey(order).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.({ kind: 'failed', message: String(error) } satisfies Answer),
  );
});
process.on('disconnect', () => process.exit());

async function obey(order: Order): Promise<Answer> {
  if (faults[0]) throw faults[0];
  switch (order.kind) {
    case 'connect':
      await connect(order);
      return { kind: 'done' };
    case 'begin':
      arrivals.clear();
      sample.length = 0;
      return { kind: 'done' };
    case 'count': {
      const isNewest = ({ map, eventId }: MapWatcher) => map?.version === order.versions[eventId];
      return { kind: 'counted', newest: watchers.filter(isNewest).length };
    }
    case 'jitter': {
      const returns: Return[] = [];
      await jitter(watchers, { ...order, onReturn: (back) => returns.push(back) });
      return { kind: 'jittered', returns };
    }
    case 'report':
      return { kind: 'reported', report: report(order) };
    case 'leave':
      for (const watcher of watchers.splice(0)) watcher.cut('end');
      histories.clear();
      firstOfEvent.clear();
      return { kind: 'done' };
  }
}

async function connect(order: Order & { kind: 'connect' }): Promise<void> {
  const { eventIds, localAddress, port } = order;
  const waiting = Array.from({ length: order.watchers }, (_, index) => {
    const eventId = eventIds[index % eventIds.length] ?? '';
    const history = histories.get(eventId) ?? new MapHistory();
    histories.set(eventId, history);
    const id = order.id ?? randomUUID();
    const onFault = (fault: Error) => faults.push(fault);
    const watcher = new MapWatcher({
      host: '127.0.0.1',
      port,
      localAddress,
      eventId,
      id,
      history,
      onStep,
      onFault,
    });
    if (!firstOfEvent.has(eventId)) firstOfEvent.set(eventId, watcher);
    watchers.push(watcher);
    return watcher;
  });
  const connectNext = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await next.connect();
  };
  await Promise.all(Array.from({ length: CONNECTING_AT_A_TIME }, connectNext));
}

function onStep(step: Step, watcher: MapWatcher): void {
  if (step.kind === 'snapshot') return;
  const now = performance.timeOrigin + performance.now();
  const seen = arrivals.get(step);
  if (seen) seen.times.push(now);
  else arrivals.set(step, { eventId: watcher.eventId, times: [now] });
  if (firstOfEvent.get(watcher.eventId) === watcher) {
    sample.push({ at: now, eventId: watcher.eventId, body: step.body.toString() });
  }
}

function report({ states, facts }: Order & { kind: 'report' }): WorkerReport {
  const latencies: number[] = [];
  let frames = 0;
  let bytes = 0;
  for (const [step, { eventId, times }] of arrivals) {
    frames += times.length;
    bytes += times.length * step.body.length;
    // What was gathered into one frame waited longest for its first change.
    const happened = Math.min(
      ...step.changes.map(
        ({ index, letter }) => facts[`${eventId} ${index} ${letter}`] ?? Number.POSITIVE_INFINITY,
      ),
    );
    if (Number.isFinite(happened)) for (const time of times) latencies.push(time - happened);
  }
  const converged = watchers.filter(({ map, eventId }) => map?.states === states[eventId]).length;
  return { frames, bytes, converged, latenciesMs: Float64Array.from(latencies), sample };
}
