import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from './eventually.ts';

/** For how long another process may be at it: for one that was killed, not for one that is slow. */
const PATIENCE_MS = 240_000;

/**
 * Makes something in a folder that several processes share: one of them makes it, the others wait until it is whole.
 * What failed is tried by the next one.
 *
 * @param name of it, and of two empty folders beside it that say how far it is
 */
export async function onceInFolder(
  folder: string,
  name: string,
  make: () => Promise<unknown>,
): Promise<void> {
  const [begun, whole] = [join(folder, `${name}.begun`), join(folder, `${name}.whole`)];
  if (await isFirst(begun)) {
    try {
      await make();
      await mkdir(whole);
    } catch (error) {
      await rm(begun, { recursive: true });
      throw error;
    }
  } else {
    await eventually(`${whole} (if nobody makes it, remove ${begun})`, () => existsSync(whole), PATIENCE_MS);
  }
}

async function isFirst(begun: string): Promise<boolean> {
  try {
    await mkdir(begun);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
