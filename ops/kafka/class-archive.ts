import { execFile } from 'node:child_process';
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * What the JVM is told in order to take Kafka's classes, loaded and verified, from an archive beside the jars (class
 * data sharing), which is most of what a broker's start costs. `write` runs a broker once that leaves its classes in a
 * file, when there is no archive for this JVM yet. Nothing is told where the JVM cannot do that; it is tried once.
 */
export async function archivedClasses(
  jars: string,
  write: (file: string) => Promise<void>,
): Promise<readonly string[]> {
  const archive = join(jars, '..', `classes-${await javaVersion()}.jsa`);
  if (!existsSync(archive)) {
    // Beside its place: one that broke off is not taken for a whole one.
    const unfinished = `${archive}.${process.pid}`;
    try {
      await write(unfinished);
      if (!existsSync(unfinished)) writeFileSync(unfinished, '');
      renameSync(unfinished, archive);
    } finally {
      rmSync(unfinished, { force: true });
    }
  }
  return statSync(archive).size > 0 ? [`-XX:SharedArchiveFile=${archive}`] : [];
}

/** An archive is good for one JVM: "17.0.15+6-Debian-1deb12u1". */
async function javaVersion(): Promise<string> {
  const { stderr } = await promisify(execFile)('java', ['-version']);
  return /\(build ([\w.+-]+)/.exec(stderr)?.[1] ?? 'unknown';
}
