import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const shape = z.object({
  /** Whether this server was opened with the demo's administrator, or with one that was named. */
  administrator: z.enum(['demo', 'named']),
  /** Whether the demo was wanted on the fresh folder, and has been made in full. */
  demo: z.enum(['unwanted', 'wanted', 'done']),
});

/** What was decided when the data folder was fresh. Later starts keep to it, whatever their environment says. */
export type FirstStart = z.output<typeof shape>;

/** What the first start on this folder decided; on a fresh folder, that is what is given. */
export function firstStartOf(dataDir: string, given: FirstStart): FirstStart {
  const file = fileIn(dataDir);
  if (existsSync(file)) return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  noteFirstStart(dataDir, given);
  return given;
}

export function noteFirstStart(dataDir: string, note: FirstStart): void {
  const unfinished = `${fileIn(dataDir)}.new`;
  writeFileSync(unfinished, JSON.stringify(note), { flush: true });
  renameSync(unfinished, fileIn(dataDir));
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'first-start.json');
}
