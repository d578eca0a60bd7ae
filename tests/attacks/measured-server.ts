/**
 * The real server, with one wire more: asked over IPC, it collects its garbage and says how much memory is
 * left. What is only waiting to be collected is no leak, and nobody else can tell the two apart.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

process.on('message', (message) => {
  if (message !== 'collect') return;
  // Twice: what has a finalizer goes with the second round.
  collect();
  collect();
  process.send?.({ rss: process.memoryUsage.rss() });
});

await import('../../ops/launch/start.ts');
