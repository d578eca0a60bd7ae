// Loaded into a server that is measured (node --import): on SIGUSR2 it collects garbage and writes what it holds
// to the file "$BENCH_MEMORY_FILE.<process id>". Figures without collecting tell of the collector's mood alone.
import { renameSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const file = `${process.env.BENCH_MEMORY_FILE}.${process.pid}`;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

process.on('SIGUSR2', () => {
  // Twice: finalizers of the first round let go of more. As when memory runs out: pages that stay with the process
  // although nothing is in them would be the collector's mood again.
  const thorough = { type: 'major', execution: 'sync', flavor: 'last-resort' };
  collect(thorough);
  collect(thorough);
  // Whole or not at all: somebody waits for the file to be there.
  writeFileSync(`${file}.part`, JSON.stringify(process.memoryUsage()));
  renameSync(`${file}.part`, file);
});
