import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepSecrets, newSecrets } from './secrets.ts';

describe('the secrets of a server', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parterre-secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are made once and stay the same', async () => {
    const first = keepSecrets(folder, await newSecrets());
    expect(keepSecrets(folder, await newSecrets())).toEqual(first);
  });

  it('are for their owner alone', async () => {
    keepSecrets(folder, await newSecrets());
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('are read from a folder that calls the subgraphs rooms, as the first ones did', async () => {
    const { subgraphs, ...others } = await newSecrets();
    writeFileSync(join(folder, 'secrets.json'), JSON.stringify({ ...others, rooms: subgraphs }));
    expect(keepSecrets(folder, await newSecrets())).toEqual({ ...others, subgraphs });
  });

  it('are not made anew when the file is broken, for then every ticket would be worthless', async () => {
    writeFileSync(join(folder, 'secrets.json'), '{"postgresPassword": "');
    const fresh = await newSecrets();
    expect(() => keepSecrets(folder, fresh)).toThrow('restore it from a copy');
  });
});
