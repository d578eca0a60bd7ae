/**
 * A worker that asks for /health/live all the time, on a thread of its own, so that an attacker that keeps
 * its own event loop busy does not make the server look slow. Told 'reset', it forgets; told 'read', it
 * answers the longest that an answer took since, one that is still awaited included.
 */
import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const PAUSE_MS = 10;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let slowest = 0;
let askedAt = performance.now();

function ask(): void {
  askedAt = performance.now();
  const request = get(
    { host: '127.0.0.1', port: workerData.port, path: '/health/live', agent },
    (response) => {
      response.resume();
      response.on('end', answered);
    },
  );
  // Nobody listens: the server has ended, which the runner sees by itself.
  request.on('error', () => setTimeout(ask, 100));
}

function answered(): void {
  slowest = Math.max(slowest, performance.now() - askedAt);
  setTimeout(() => ask(), PAUSE_MS);
  askedAt = Number.POSITIVE_INFINITY;
}

parentPort?.on('message', (message) => {
  const waiting = Math.max(0, performance.now() - askedAt);
  if (message === 'read') parentPort?.postMessage(Math.max(slowest, Number.isFinite(waiting) ? waiting : 0));
  slowest = 0;
});
ask();
