import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { throwMalformedRequests } from './malformed-requests.ts';

/** Another seed or number for a longer run: ATTACK_SEED=7 ATTACK_COUNT=10000. */
const seed = Number(process.env.ATTACK_SEED ?? 1);
const count = Number(process.env.ATTACK_COUNT ?? 1_000);
const entry = fileURLToPath(new URL('./gateway-process.ts', import.meta.url));

describe(`a gateway under ${count} malformed requests and upgrades`, () => {
  let child: ChildProcess;
  let port: number;
  let log = '';

  beforeAll(async () => {
    child = spawn(process.execPath, [entry], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        log += text;
      });
    }
    const [message] = await Promise.race([
      once(child, 'message') as Promise<[{ port: number }]>,
      once(child, 'exit').then(() => Promise.reject(new Error(`the gateway did not start:\n${log}`))),
    ]);
    port = message.port;
  });
  afterAll(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  });

  it('answers or cuts each of them, says nothing about errors of its own, and still answers others', async () => {
    const report = await throwMalformedRequests({ port, count, seed });
    const dead = child.exitCode === null && child.signalCode === null ? '' : log.slice(-2_000);
    expect({ dead, refused: report.refused }).toEqual({ dead: '', refused: 0 });
    expect(Object.keys(report.answers).filter((status) => status.startsWith('5'))).toEqual([]);

    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ event(id: \\"1\\") { title sold } }"}',
    });
    expect(await response.json()).toEqual({ data: { event: { title: 'title of 1', sold: 6 } } });
    expect(log.split('\n').filter((line) => /"level":"(error|warn)"|^\s+at /.test(line))).toEqual([]);
  });
});
